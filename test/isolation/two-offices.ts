import type { Test } from 'tap'
import { v7 } from 'uuid'
import type { Principal } from '../../src/commands/principal.js'
import { countAttempt } from '../../src/db/attempt.js'
import { type KeyOwner, keepAnswer } from '../../src/db/command-key.js'
import { statement } from '../../src/db/handle.js'
import type { Scope } from '../../src/db/principal.js'
import { sweepPage } from '../../src/db/retention.js'
import { transaction } from '../../src/db/transaction.js'
import { rememberStore } from '../../src/db/workflow-repair.js'
import { instantOf } from '../../src/domain/instant.js'
import { as } from '../db/support.js'
import type { TestOffice } from '../helpers/office.js'
import { MONDAY } from '../http/notice.js'
import { seedElsewhere, seedThings } from '../http/others.js'
import { testServer } from '../http/support.js'
import { uploaded } from '../http/uploads.js'
import { markWords, type Reader, readMarks } from './foreign-marks.js'
import { groundOf, noting } from './ground.js'
import { readAll } from './reads.js'
import { recordStatements } from './recorded.js'
import { tour } from './tour.js'

/** Somebody in whose name a statement is run. */
export interface Who extends Reader {
  name: string
  run: (text: string, values: readonly unknown[]) => Promise<unknown[]>
}

const TOOL = statement<{ id: string }>(
  `select id from service_account where office_id = $1 and kind = 'inspection_tool'`,
)
const ELSEWHERE = statement<KeyOwner>(
  `select office_id, person_id from membership where unit_id = $1`,
)

/** Two offices with rows of every table, whose they are, and every text with which the interface reads. */
export async function twoOffices(t: Test) {
  const server = await testServer(t, { units: 4, clock: instantOf(MONDAY) })
  const { office } = server
  const done = new Set(['uploadEvidence'])
  const ground = noting(groundOf(server), done)
  const sent = recordStatements(t, 'test zhenggai_api')
  await tour(ground, (await uploaded(server, office.member(0))).body.sha256)
  const foreign_unit = await seedElsewhere(office)
  await seedThings(office, [2, 3])
  const people = [
    office.member(0),
    ...(['auditor', 'inspector', 'office.leader', 'admin', 'security'] as const).map(
      office.officer,
    ),
  ]
  for (const id of await readAll(ground, people, office.units.slice(0, 2))) done.add(id)
  const reads = [...sent.values()].filter(({ text }) => isRead(text))
  const [stranger] = await office.owner.run(ELSEWHERE(foreign_unit))
  if (!stranger) throw new Error('nobody is there')
  const answer = { status: 200, body: { unit_id: foreign_unit }, etag: null }
  await keepAnswer(office.owner, { principal: stranger, key: 'k', fingerprint: 'f', answer })
  await rememberStore(office.worker.pool, 'default', 'a store')
  await sweepPage(office.worker.pool, { office_id: office.office_id, class: 'answers' }, 1, v7())
  await countAttempt(office.api.pool, 'failed from nowhere', 60_000)
  await markWords(office.owner)
  const marks = await readMarks(office.owner)
  const there = { ...stranger, units: [foreign_unit] }
  const [tool] = await office.owner.run(TOOL(office.office_id))
  return { office, reads, done, marks, readers: readersOf(office, there, tool?.id ?? '') }
}

/** Whether a text reads tables and changes none. */
function isRead(text: string): boolean {
  return /^\s*(?:select|with)\b[^]*\bfrom\b/i.test(text) && !WRITES.test(text)
}

const WRITES =
  /\binsert\s+into\b|\bdelete\s+from\b|(?<!for (?:no key )?)\bupdate\s+\w+\s+(?:\w+\s+)?set\b/i

type Person = Pick<Principal, 'person_id' | 'office_id' | 'units'>

/** Somebody of every kind; the last is nobody. */
function readersOf(office: TestOffice, there: Person, tool: string): Who[] {
  const pool = office.api.pool
  const reader = (
    name: string,
    scope: Scope,
    { person_id: person, office_id, units }: Person,
  ): Who => ({
    ...{ name, office: office_id, units: scope === 'unit' ? units : 'all' },
    inside: scope === 'office' || scope === 'system',
    run: (text, values) =>
      as(pool, { office: office_id, scope, units, person }, (tx) =>
        tx.run(statement(text)(...values)),
      ),
  })
  return [
    ...[0, 1, 2].map((unit) => reader(`unit ${unit + 1}`, 'unit', office.member(unit))),
    reader('of no unit', 'unit', { ...office.member(0), person_id: v7(), units: [] }),
    reader('inspector', 'inspector', office.officer('inspector')),
    reader('tool', 'tool', { ...office.officer('inspector'), person_id: tool }),
    ...(['office.handler', 'auditor', 'security', 'admin'] as const).map((role) =>
      reader(role, 'office', office.officer(role)),
    ),
    reader('clock', 'system', office.officer('office.handler')),
    reader('elsewhere: unit', 'unit', there),
    reader('elsewhere: office', 'office', there),
    {
      ...{ name: 'nobody', office: null, units: [], inside: false },
      run: (text, values) => transaction(pool, (tx) => tx.run(statement(text)(...values))),
    },
  ]
}
