import { v7 } from 'uuid'
import { statement } from '../../src/db/handle.js'
import { issuedFindings, line } from '../http/notice.js'
import type { TestServer } from '../http/support.js'
import { upload } from '../http/uploads.js'

/** Somebody of one unit, whose every text carries the mark of that unit. */
export interface Visitor {
  mark: string
  token: string
  things: Things
  /** What belongs to them, or names them. */
  ids: ReadonlySet<string>
  /** The tag of what they have last seen of their first finding. */
  etag: string
}

/** One thing of each kind, by what it is called in an address. */
interface Things {
  findings: string
  evidence: string
  units: string
  people: string
  memberships: string
  assets: string
  notices: string
}

const OWN = statement<{ person: string; membership: string }>(
  `select person_id as person, id as membership from membership where unit_id = $1 and role = 'unit.reporter'`,
)
const RENAME = statement<never>(
  `with u as (update unit set name = name || ' ' || $2, mailbox = $2 || '@example.com' where id = $1),
   p as (update person set name = name || ' ' || $2 where id = $3)
   insert into asset (id, office_id, unit_id, medium, name, status)
   select $4, office_id, id, 'website', $2, 'open' from unit where id = $1`,
)

/** Somebody of each unit, with two findings, a file and a website of theirs; all of one notice. */
export async function visitors(server: TestServer, count: number): Promise<Visitor[]> {
  const { office, token } = server
  const mark = (unit: number) => `mark-${unit}-end`
  const lines = office.units.flatMap((unit, index) =>
    [1, 2].map((n) =>
      line(unit, {
        category: `内容 ${mark(index)}`,
        problem: `第${n}个问题 ${mark(index)}`,
        place: `栏目 ${mark(index)}`,
        sentence: `原文 ${mark(index)}`,
      }),
    ),
  )
  const { notice_id: notices, findings } = await issuedFindings(server, { findings: lines })
  return Promise.all(
    Array.from({ length: count }, async (_, unit): Promise<Visitor> => {
      const principal = office.member(unit)
      const units = office.units[unit] ?? ''
      const [own] = await office.owner.run(OWN(units))
      const [people, memberships, assets] = [own?.person ?? '', own?.membership ?? '', v7()]
      await office.owner.run(RENAME(units, mark(unit), people, assets))
      const content = `佐证 ${mark(unit)}\n`
      const part = { name: 'file', content, filename: `${mark(unit)}.txt`, type: 'text/plain' }
      const { text } = await upload(server, principal, [part])
      const { id: evidence } = JSON.parse(text) as { id: string }
      const mine = findings.slice(unit * 2, unit * 2 + 2)
      const things = {
        findings: mine[0] ?? '',
        evidence,
        units,
        people,
        memberships,
        assets,
        notices,
      }
      const { notices: _shared, ...named } = things
      const ids = new Set([...mine, ...Object.values(named)])
      return { mark: mark(unit), token: await token(principal), things, ids, etag: '"1"' }
    }),
  )
}

/** One request and what may come back. */
export interface Asked {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body?: string
  expected: readonly number[]
  /** It names something of another unit. */
  foreign: boolean
  /** The tag of its answer is the one to act on. */
  remembers: boolean
}

const LISTS = [
  '/v1/findings',
  '/v1/findings?limit=1',
  '/v1/findings?awaiting=unit&overdue=false',
  '/v1/findings?text=mark',
  '/v1/findings?severity=deduction&state=notified,rectifying',
  '/v1/notices',
  '/v1/slips',
  '/v1/units',
  '/v1/people',
  '/v1/memberships',
  '/v1/assets',
  '/v1/me',
] as const
const OF_FINDINGS = ['', '/events', '/deadline', '/rounds'] as const

/** What somebody asks at their turn: lists, their own, another's, and now and then a command. */
export function requestOf(turn: number, visitor: Visitor, stranger: Visitor): Asked {
  const round = Math.floor(turn / 10)
  const plain = { method: 'GET', headers: {}, foreign: false, remembers: false } as const
  const own = { ...plain, expected: [200] }
  switch (turn % 10) {
    case 0:
    case 1:
    case 2:
      return { ...own, path: LISTS[(round * 3 + (turn % 10)) % LISTS.length] ?? '' }
    case 3:
      return { ...own, path: `/v1/findings/${visitor.things.findings}`, remembers: true }
    case 4:
      return { ...own, path: `/v1/findings/${visitor.things.findings}${OF_FINDINGS[round % 4]}` }
    case 5:
      return { ...own, path: placeOf(round, visitor) }
    case 6:
    case 7:
      return { ...plain, path: placeOf(round, stranger, true), expected: [404], foreign: true }
    case 8:
      return { ...command(round, visitor, visitor), expected: [200, 409, 412], remembers: true }
    default:
      return { ...command(round, visitor, stranger), expected: [404], foreign: true }
  }
}

/** Where something of somebody is read. */
function placeOf(round: number, { things }: Visitor, foreign = false): string {
  const { findings, evidence, units, people, memberships, assets, notices } = things
  const places = [
    `/v1/evidence/${evidence}`,
    `/v1/evidence/${evidence}/metadata`,
    `/v1/units/${units}`,
    `/v1/people/${people}`,
    `/v1/memberships/${memberships}`,
    `/v1/assets/${assets}`,
    // A notice is everybody's whom it names; what they read of it is their own.
    ...(foreign
      ? OF_FINDINGS.map((part) => `/v1/findings/${findings}${part}`)
      : [`/v1/notices/${notices}`, `/v1/notices/${notices}/slices`]),
  ]
  return places[round % places.length] ?? ''
}

function command(round: number, by: Visitor, of: Visitor) {
  const [name, body] =
    round % 2 === 0
      ? ['comment', { text: `说明 ${by.mark}`, audience: 'unit' }]
      : ['report_progress', { note: `进展 ${by.mark}`, done: 1, total: 2 }]
  return {
    method: 'POST',
    path: `/v1/findings/${of.things.findings}/${name}`,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': v7(),
      'if-match': by.etag,
    },
    body: JSON.stringify(body),
    foreign: false,
    remembers: false,
  } as const
}
