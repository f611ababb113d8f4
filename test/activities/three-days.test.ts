import t, { type Test } from 'tap'
import { sqlb } from '../../src/db/handle.js'
import { nextStop } from '../../src/db/rehearsal.js'
import { issue, jump, lineFor, send } from '../helpers/case.js'
import type { TestOffice } from '../helpers/office.js'
import { at, boxes, ISSUED, type Scene, scene } from './scene.js'

/** Friday evening to Thursday morning: reminders on the 13th and 14th, the due on the 14th, rung 1 on the 15th. */
const [GONE, BACK] = ['09-09 18:00', '09-15 10:00'] as const

/** Three units with a finding each, one of them signed for, on the evening before. */
async function ready(t: Test): Promise<Scene & { findings: readonly string[] }> {
  const all = await scene(t)
  const { office, day } = all
  const lines = office.units.map((unit) => lineFor(unit))
  const { findings } = await issue(office, lines, ISSUED)
  await send(office, office.member(0), findings[0] ?? '', { name: 'acknowledge' })
  await day()
  await day(GONE)
  return { ...all, findings }
}

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** What was recorded of each finding, recording times and ids apart. */
async function recorded(office: TestOffice, findings: readonly string[]) {
  const events = await office.owner.run(
    sqlb
      .selectFrom('finding_event')
      .select(['finding_id', 'seq', 'type', 'data', 'effective_at', 'actor_role'])
      .where('type', 'not in', ['drafted', 'issued'])
      .orderBy('seq'),
  )
  const milestones = await office.owner.run(
    sqlb
      .selectFrom('milestone')
      .select(['finding_id', 'plan', 'kind', 'step', 'at', 'reason', 'outcome'])
      .where('finding_id', 'is not', null)
      .orderBy('plan')
      .orderBy('at')
      .orderBy('kind'),
  )
  const of = <T extends { finding_id: string | null }>(rows: readonly T[]) =>
    findings.map((id) =>
      rows
        .filter(({ finding_id }) => finding_id === id)
        .map(({ finding_id: _, ...row }) => JSON.stringify(row).replaceAll(UUID, 'id')),
    )
  return { events: of(events), milestones: of(milestones) }
}

t.test(
  'three days without workers change nothing in the record, and each unit gets one mail',
  async (t) => {
    const awake = await ready(t)
    let mailed = 0
    for (let now = at(GONE); ; ) {
      const stop = await nextStop(awake.office.worker.pool, awake.office.office_id, now)
      if (!stop || stop > at(BACK)) break
      await jump(awake.office, stop)
      mailed += boxes(await awake.day()).length
      now = stop
    }
    await awake.day(BACK)
    t.equal(mailed, 9, 'awake, each unit hears of it on three days')
    const asleep = await ready(t)
    const mails = await asleep.day(BACK)
    const lived = await recorded(awake.office, awake.findings)
    const slept = await recorded(asleep.office, asleep.findings)
    t.same(slept, lived)
    const types = lived.events.map((all) =>
      all.map((row) => (JSON.parse(row) as { type: string }).type),
    )
    t.same(types[0], ['acknowledged', 'reminded', 'reminded', 'fell_due', 'climbed'])
    t.same(types[1], ['reminded', 'receipt_deemed', 'reminded', 'fell_due', 'climbed'])
    t.same(boxes(mails), ['unit1@example.com', 'unit2@example.com', 'unit3@example.com'])
    t.same(boxes(await asleep.day('09-15 17:00')), [], 'and nothing more that day')
  },
)
