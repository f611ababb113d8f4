import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { acknowledgeSlice } from '../../src/commands/notices/acknowledge-slice.js'
import { moveToSuccessor, type SuccessionOutcome } from '../../src/commands/succession.js'
import { statement } from '../../src/db/handle.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { issue, lineFor, newKey, send } from '../helpers/case.js'
import { type TestOffice, testOffice } from '../helpers/office.js'

const START = instantOf('2022-09-08T02:00:00.000Z')
const SLICES = statement<{ unit_id: string }>('select unit_id from slice order by unit_id')
const HELD = statement<{ unit_id: string; tenure: number; state: string }>(
  'select unit_id, tenure, state from finding order by number',
)
const DONE = statement<{ type: string; times: number }>(
  `select type, count(*)::integer as times from finding_event
   where type in ('released', 'reassigned', 'acknowledged') group by type order by type`,
)

/** As if it had been reassigned between the reading and the lock. */
const COMES_TO = statement<never>('update finding set unit_id = $2 where id = $1')

const REASON = '栏目由其主管'

async function begun(t: Parameters<typeof testOffice>[0], lines: number) {
  const office = await testOffice(t, { units: 3, clock: START })
  const [one = '', two = '', three = ''] = office.units
  const drafted = Array.from({ length: lines }, () => lineFor(one))
  const { findings, notice_id } = await issue(office, drafted, { issued_on: dateOf('2022-09-08') })
  const reviewer = office.officer('office.reviewer')
  const give = (id: string, unit_id: string) =>
    send(office, reviewer, id, { name: 'reassign', unit_id, reason: REASON }, { if_match: 1 })
  return { office, one, two, three, findings, notice_id, reviewer, give }
}

/** Moves everything of the first unit, and says how many findings went. */
async function succession(office: TestOffice, successor_id: string): Promise<number> {
  let outcome: SuccessionOutcome | undefined
  await moveToSuccessor(
    office.api,
    {
      ...{ principal: office.officer('office.reviewer'), key: newKey(), signed_paper_id: null },
      ...{ unit_id: office.units[0] ?? '', successor_id, reason: REASON },
    },
    (result) => {
      outcome = result
      return { status: 200, body: null, etag: null }
    },
  )
  return outcome?.kind === 'done' ? outcome.reassigned.length : -1
}

t.test('given to two units at once, one of them has it', async (t) => {
  const { office, findings, two, three, give } = await begun(t, 4)
  for (const id of findings) {
    const told = await Promise.all([give(id, two), give(id, three)])
    t.same(
      told.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 412],
    )
  }
  const held = await office.owner.run(HELD())
  t.ok(held.every(({ tenure, state }) => tenure === 2 && state === 'notified'))
  t.same(await office.owner.run(DONE()), [
    { type: 'reassigned', times: 4 },
    { type: 'released', times: 4 },
  ])
})

t.test('twenty findings of one notice come to a new unit at once: it has one slice', async (t) => {
  const { office, findings, one, two, give } = await begun(t, 20)
  const told = await Promise.all(findings.map((id) => give(id, two)))
  t.ok(told.every(({ status }) => status === 200))
  const slices = await office.owner.run(SLICES())
  t.same(
    slices.map(({ unit_id }) => unit_id),
    [one, two].toSorted(),
  )
})

t.test('moved by one while the unit signs for all, and moved all at once', async (t) => {
  const { office, findings, one, two, three, notice_id, give } = await begun(t, 12)
  const sign = acknowledgeSlice(
    office.api,
    {
      ...{ principal: office.member(0), key: newKey(), notice_id, unit_id: one },
      seen: () => true,
    },
    (outcome) => ({ status: 200, body: outcome.kind, etag: null }),
  )
  const moved = findings.slice(0, 6).map((id) => give(id, two))
  const [all] = await Promise.all([succession(office, three), sign, ...moved])
  const told = await Promise.all(moved)
  const singly = told.filter(({ status }) => status === 200).length
  t.equal(singly + all, 12, `${singly} one by one, ${all} together: each went once`)
  const held = await office.owner.run(HELD())
  t.ok(held.every(({ unit_id, tenure }) => unit_id !== one && tenure === 2))
  t.ok(
    held.every(({ state }) => state === 'notified'),
    'what was signed was the former unit’s',
  )
})

t.test('who signs for two units signs for none of what came to the other meanwhile', async (t) => {
  const { office, findings, one, two, notice_id } = await begun(t, 1)
  const [first, second] = [office.member(0), office.member(1)]
  const memberships = [...first.memberships, ...second.memberships]
  const both = { ...first, units: [one, two], memberships }
  const holder = await office.owner.take()
  await holder.command('begin')
  await holder.send(COMES_TO(findings[0] ?? '', two))
  const signing = acknowledgeSlice(
    office.api,
    { principal: both, key: newKey(), notice_id, unit_id: one, seen: () => true },
    (outcome) => ({ status: 200, body: outcome.kind, etag: null }),
  )
  await sleep(300)
  await holder.command('commit')
  holder.release()
  t.equal((await signing).body, 'refused')
  t.match(await office.owner.run(HELD()), [{ unit_id: two, state: 'notified' }])
})
