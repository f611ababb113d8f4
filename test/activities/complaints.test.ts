import t from 'tap'
import { sqlb } from '../../src/db/handle.js'
import { dateOf } from '../../src/domain/instant.js'
import { issue, lineFor, send } from '../helpers/case.js'
import { type TestOffice, testOffice } from '../helpers/office.js'
import { at, ISSUED } from './scene.js'
import { runOffice, type TestMail } from './support.js'

// What people complain of elsewhere, each as a test on a real worker, numbered as in the list of complaints. Number 6, a worker
// that was away, is `three-days.test.ts`, where the test itself takes the worker's turns: a rehearsal's clock stands without one.

const UNIT = 'unit1@example.com'

async function ready(t: Parameters<typeof testOffice>[0], wall: string, head = ISSUED) {
  const office = await testOffice(t, { units: 1, clock: at(wall) })
  const run = await runOffice(t, office)
  const { findings } = await issue(office, [lineFor(office.units[0] ?? '')], head)
  await run.advance({ to: 'next' })
  const [id = ''] = findings
  return { office, run, id }
}

/** When the unit was written to within a span, both ends included. */
const times = (mails: readonly TestMail[], from: string, to: string) =>
  mails
    .filter((mail) => mail.to === UNIT && mail.date >= at(from) && mail.date <= at(to))
    .map(({ date }) => date)

function acts(office: TestOffice) {
  return office.owner.run(
    sqlb
      .selectFrom('finding_event')
      .select(['type', 'effective_at'])
      .where('actor_role', '=', 'system')
      .orderBy('seq'),
  )
}

t.test('5: nothing is said in a holiday, and at the opening after it once', async (t) => {
  const head = { issued_on: dateOf('2022-09-29'), due: dateOf('2022-10-05') }
  const { run } = await ready(t, '09-29 10:00', head)
  await run.advance({ to: at('10-08 12:00') })
  const mails = await run.mails()
  t.same(times(mails, '10-01 00:00', '10-08 08:59'), [])
  t.same(times(mails, '10-08 00:00', '10-08 12:00'), [at('10-08 09:00')])
})

t.test(
  '7: a due moved a minute before its reminder, and that reminder is never sent',
  async (t) => {
    const { office, run, id } = await ready(t, '09-08 10:00')
    await run.advance({ to: at('09-13 07:29') })
    const moved = { due_date: dateOf('2022-09-23'), reason: '节后集中整改' }
    await send(office, office.officer('office.leader'), id, { name: 'reschedule', ...moved })
    const reminded = async () =>
      (await acts(office)).filter(({ type }) => type === 'reminded').map((one) => one.effective_at)
    await run.advance({ to: at('09-19 12:00') })
    t.same(await reminded(), [])
    t.same(
      times(await run.mails(), '09-13 07:00', '09-19 12:00'),
      [at('09-13 09:00')],
      'the new due',
    )
    await run.advance({ to: at('09-20 12:00') })
    t.same(await reminded(), [at('09-20 07:30')])
  },
)
