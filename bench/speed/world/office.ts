import { LOCAL_ISSUER, type LocalIssuer } from '../../../src/auth/local-issuer.js'
import { createClient } from '../../../src/client/index.js'
import { createDeps } from '../../../src/commands/create-deps.js'
import { createOffice } from '../../../src/commands/office.js'
import { evidenceOperations } from '../../../src/contracts/evidence.js'
import { openPool } from '../../../src/db/pool.js'
import { DEFAULT_HOURS } from '../../../src/domain/hours.js'
import { DEFAULT_POLICY } from '../../../src/domain/policy.js'
import { enrol } from '../../../src/example/enrol.js'
import { OFFICE_PEOPLE, type Register } from '../../../src/example/register.js'

const ZONE = 'Asia/Shanghai'

/** A unit with the token of its reporter and one file it has already put on record. */
export interface BenchUnit {
  id: string
  person_id: string
  token: string
  evidence: string
}

export interface BenchPerson {
  person_id: string
  token: string
}

/** A real office with its people and units, all of them able to log in. */
export interface BenchOffice {
  id: string
  leader: BenchPerson
  handler: BenchPerson
  reviewer: BenchPerson
  units: readonly BenchUnit[]
}

/** Where an office is made: the owner's way into the database, the interface, and who mints tokens. */
export interface Place {
  owner: string
  api: string
  issuer: LocalIssuer
}

/**
 * Creates a real office, whose clock runs and whose workflows have timers, and enters its people and units as its
 * administrator would. Nobody has a mailbox, so nothing is sent.
 */
export async function openBenchOffice(place: Place, units: number): Promise<BenchOffice> {
  const { owner, api, issuer } = place
  const tag = crypto.randomUUID().slice(0, 8)
  const id = await createIn(owner, tag)
  const as = async (subject: string) => {
    const token = await issuer.mint(`${tag}.${subject}`)
    return { token, client: createClient({ address: api, token }) }
  }
  const register = registerFor(tag, units)
  const enrolled = await enrol((await as('admin')).client, LOCAL_ISSUER, register)
  const person = async (subject: string): Promise<BenchPerson> => {
    const person_id = enrolled.people.get(`${tag}.${subject}`) ?? ''
    return { person_id, token: (await as(subject)).token }
  }
  const enter = async (name: string, index: number): Promise<BenchUnit> => {
    const subject = `reporter-${index}`
    const { client } = await as(subject)
    const file = new File([`整改后的页面 ${tag} ${index}`], '页面.txt', { type: 'text/plain' })
    const { body } = await client(evidenceOperations.uploadEvidence, {
      body: { masked: 'true' },
      file,
    })
    const id = enrolled.units.get(name) ?? ''
    return { id, ...(await person(subject)), evidence: body.sha256 }
  }
  return {
    id,
    leader: await person('leader'),
    handler: await person('handler'),
    reviewer: await person('reviewer'),
    units: await Promise.all(register.units.map(({ name }, index) => enter(name, index))),
  }
}

async function createIn(owner: string, tag: string): Promise<string> {
  const pool = openPool({ url: owner, role: 'zhenggai_migrate', max: 1, applicationName: 'bench' })
  try {
    const { office_id } = await createOffice(
      createDeps(pool, () => undefined),
      {
        name: `测速市政府办公室 ${tag}`,
        zone: ZONE,
        hours: DEFAULT_HOURS,
        duty_phone: null,
        rehearsal_start: null,
        admin: { name: '顾安', email: null, issuer: LOCAL_ISSUER, subject: `${tag}.admin` },
        // As with the others, a life ends with its closing.
        policy: { ...DEFAULT_POLICY, lookback: { days: [], after_cycle: null } },
      },
    )
    return office_id
  } finally {
    await pool.close()
  }
}

function registerFor(tag: string, count: number): Register {
  const units = Array.from({ length: count }, (_, index) => ({
    name: `测速单位${index + 1}`,
    aliases: [],
    office_head: null,
  }))
  return {
    units,
    people: [
      ...OFFICE_PEOPLE.map(({ subject, ...person }) => ({
        ...person,
        subject: `${tag}.${subject}`,
        email: `${subject}@office.example`,
        unit: null,
      })),
      ...units.map(({ name }, index) => ({
        subject: `${tag}.reporter-${index}`,
        name: `联络员${index + 1}`,
        email: `reporter-${index}@units.example`,
        role: 'unit.reporter' as const,
        unit: name,
      })),
    ],
    assets: [],
  }
}
