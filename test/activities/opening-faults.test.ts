import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { finishSaying } from '../../src/commands/office-day/finish.js'
import { toSayOf, whatMayBeSaid } from '../../src/commands/office-day/what-may-be-said.js'
import { statement } from '../../src/db/handle.js'
import { dueOfficeActs } from '../../src/db/office-clock.js'
import { claimForUnits } from '../../src/db/saying.js'
import { issue, jump, lineFor, send } from '../helpers/case.js'
import { at, boxes, ISSUED, scene } from './scene.js'
import { inActivity } from './support.js'

const DAMAGE = statement<never>('update finding set seq = seq - 1 where id = $1')

t.test(
  'what a killed worker had claimed at an opening comes in one mail all the same',
  async (t) => {
    const { office, activities, day } = await scene(t)
    await issue(
      office,
      office.units.map((unit) => lineFor(unit)),
      ISSUED,
    )
    await day()
    // Overdue since the 15th: each unit is owed the digest, and a word of its own.
    await jump(office, at('09-15 09:00'))
    await inActivity(() => activities.catchUpOffice(office.office_id))
    const toSay = toSayOf(await whatMayBeSaid(office.worker, office.office_id))
    const claimed = await claimForUnits(office.worker.pool, toSay, 1_500, 1)
    const held = new Set(claimed.map(({ unit_id }) => unit_id))
    t.equal(held.size, 1)
    const first = await day()
    await sleep(1_600)
    const second = await day()
    const units = boxes([...first, ...second])
    t.same(units.toSorted(), ['unit1@example.com', 'unit2@example.com', 'unit3@example.com'])
    t.equal(boxes(second).length, held.size, 'those whose words were held wait for them')
  },
)

t.test('what comes in while the office speaks neither holds it up nor is forgotten', async (t) => {
  const { office, day } = await scene(t)
  const { findings } = await issue(office, [lineFor(office.units[0] ?? '')], ISSUED)
  await day()
  await jump(office, at('09-08 11:00'))
  const saying = await whatMayBeSaid(office.worker, office.office_id)
  await jump(office, at('09-08 11:01'))
  const words = { name: 'comment', text: '请补充截图', audience: 'unit' } as const
  await send(office, office.officer('office.handler'), findings[0] ?? '', words)
  t.equal(await finishSaying(office.worker, saying), true, 'this turn is over')
  const due = (wall: string) => dueOfficeActs(office.worker.pool, office.office_id, at(wall))
  t.same(await due('09-08 11:09'), [], 'gathered for some minutes')
  t.match(await due('09-08 11:10'), [{ kind: 'gather', at: at('09-08 11:10') }])
  t.match((await day('09-08 11:10'))[0]?.text, /请补充截图/)
})

t.test(
  'one finding that cannot be caught up does not keep the opening from the others',
  async (t) => {
    const { office, alarms, day } = await scene(t)
    const { findings } = await issue(
      office,
      office.units.map((unit) => lineFor(unit)),
      ISSUED,
    )
    await day()
    await office.owner.run(DAMAGE(findings[0] ?? ''))
    const reminded = await day('09-13 09:00')
    t.same(boxes(reminded), ['unit2@example.com', 'unit3@example.com'])
    t.match(alarms, [
      { message: 'a finding could not be caught up', fields: { finding: findings[0] } },
    ])
  },
)
