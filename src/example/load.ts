import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Client, createClient } from '../client/index.js'
import { createDeps } from '../commands/create-deps.js'
import { createOffice } from '../commands/office.js'
import { noticeOperations } from '../contracts/notices/operations.js'
import { listOffices } from '../db/office.js'
import type { Pool } from '../db/pool.js'
import { chinaCalendar } from '../domain/china-calendar.js'
import { DEFAULT_HOURS } from '../domain/hours.js'
import { timeOf } from '../domain/instant.js'
import { instantAt } from '../domain/zone.js'
import { confirmedOf, draftOf } from './draft.js'
import { enrol } from './enrol.js'
import { issueDayOf } from './issue-day.js'
import { type Ledger, parseLedger } from './ledger.js'
import { OFFICE_PEOPLE, registerOf } from './register.js'

const ZONE = 'Asia/Shanghai'
const NAME = '青澜市人民政府办公室（演练）'
const EXAMPLE = new URL('../../example/', import.meta.url)
/** Written last: while it is missing, loading goes on where it stopped. */
const DONE = 'example.json'

export interface ExamplePlace {
  /** The data folder that belongs to the database. */
  folder: string
  /** The migration role's pool: people never create offices. */
  owner: Pool
  /** Where the interface answers. */
  address: string
  issuer: string
  mint: (subject: string) => Promise<string>
}

/**
 * Loads the example office with its issued notice, once per data folder. A rehearsal, so that its time can be moved
 * and nothing ever leaves the machine. Stopped halfway it finishes the next time: each request carries a key made of
 * what it asks, so what was done is answered again instead of done again.
 */
export async function loadExample(place: ExamplePlace): Promise<void> {
  const done = join(place.folder, DONE)
  if (existsSync(done)) return
  const ledger = parseLedger(await readFile(new URL('ledger.json', EXAMPLE), 'utf8'))
  const source_text = await readFile(new URL('notice.txt', EXAMPLE), 'utf8')
  await openOffice(place, ledger)
  const as = async (subject: string) =>
    keyedByWhatIsAsked(createClient({ address: place.address, token: await place.mint(subject) }))
  const enrolled = await enrol(await as('admin'), place.issuer, registerOf(ledger))
  const leader = await as('leader')
  const signer_id = enrolled.people.get('leader') ?? ''
  const around = { signer_id, issued_on: dayOf(ledger), source_text }
  const { body } = await leader(noticeOperations.draftNotice, {
    body: confirmedOf(draftOf(ledger, enrolled, around)),
  })
  await issue(leader, body.id)
  await writeFile(done, `${JSON.stringify({ notice_id: body.id })}\n`)
}

async function openOffice({ owner, issuer }: ExamplePlace, ledger: Ledger): Promise<void> {
  const offices = await listOffices(owner)
  if (offices.some(({ name }) => name === NAME)) return
  const [admin] = OFFICE_PEOPLE
  const deps = createDeps(owner, () => undefined)
  await createOffice(deps, {
    name: NAME,
    zone: ZONE,
    hours: DEFAULT_HOURS,
    duty_phone: '0000-8800000',
    rehearsal_start: instantAt(ZONE, dayOf(ledger), timeOf('09:30')),
    admin: { name: admin.name, email: null, issuer, subject: admin.subject },
  })
}

async function issue(leader: Client, id: string): Promise<void> {
  const { body, etag } = await leader(noticeOperations.getNotice, { params: { id } })
  if (body.status === 'issued') return
  await leader(noticeOperations.issueNotice, {
    params: { id },
    query: {},
    body: {},
    if_match: etag,
  })
}

function dayOf(ledger: Ledger) {
  return issueDayOf(ledger, chinaCalendar('example', ZONE))
}

/** The same request has the same key in every run, so that asking it again changes nothing. */
function keyedByWhatIsAsked(client: Client): Client {
  return (operation, ask) => {
    const asked = JSON.stringify([operation.id, ask])
    const key = createHash('sha256').update(asked).digest('hex').slice(0, 32)
    return client(operation, { ...ask, key })
  }
}
