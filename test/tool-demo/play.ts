import { LOCAL_ISSUER } from '../../src/auth/local-issuer.js'
import { createClient } from '../../src/client/index.js'
import { openOffice } from '../../src/demo/open-office.js'
import { patient } from '../../src/demo/patient.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { enterPeople } from './people.js'
import { openSites } from './sites.js'
import { type Played, playStory } from './story.js'

/** A Monday morning on which the office's clock stands; the column was last updated a quarter before. */
const NOW = instantOf('2025-09-08T01:00:00.000Z')
const DAYS = { old: '2025-06-10', fresh: '2025-09-08' } as const

/** A running system, and what the story is to be like. */
export interface Theatre {
  /** The owner's way into the database. */
  owner: string
  /** Where the interface answers. */
  address: string
  mint: (subject: string) => Promise<string>
  repairs: boolean
  say: (line: string) => void
}

/** Plays the story in an office of its own, which is a rehearsal. */
export async function play(theatre: Theatre): Promise<Played> {
  const { owner, address, mint, repairs, say } = theatre
  await openOffice(owner, LOCAL_ISSUER, '监测演示办公室', NOW)
  const sites = await openSites(DAYS)
  try {
    const clientOf = (token: string) => patient(createClient({ address, token }))
    const as = async (subject: string) => clientOf(await mint(subject))
    const people = await enterPeople(as, LOCAL_ISSUER, sites)
    const clock = { now: NOW, today: dateOf(DAYS.fresh) }
    return await playStory({ people, tool: clientOf(people.key), sites, ...clock, repairs, say })
  } finally {
    await sites.close()
  }
}

/** Whether every finding that was made of a hit is closed. */
export function isSettled({ findings, closed }: Played): boolean {
  return findings > 0 && closed === findings
}
