import t from 'tap'
import { catchUp } from '../../src/commands/catch-up.js'
import { listEvents } from '../../src/db/event.js'
import { listRounds } from '../../src/db/round.js'
import { dateOf, instantOf, plusMs } from '../../src/domain/instant.js'
import { answer, evidenceOf, issue, jump, lineFor, send } from '../helpers/case.js'
import { testOffice } from '../helpers/office.js'

const START = instantOf('2022-09-08T02:00:00.000Z')
/** 2022年9月30日前: 24:00 of that day in Shanghai. */
const DUE = instantOf('2022-09-30T16:00:00.000Z')

for (const worker of ['running', 'stopped'] as const) {
  t.test(`around due_at, the worker ${worker}`, async (t) => {
    const office = await testOffice(t, { clock: START })
    const lines = [lineFor(office.units[0] ?? ''), lineFor(office.units[0] ?? '')]
    const dates = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-30') }
    const { findings } = await issue(office, lines, dates)
    const [punctual = '', late = ''] = findings
    const sha256 = await evidenceOf(office, 0)
    const respond = { name: 'respond', ...answer('2022-09-30', [sha256]) } as const
    const stop = async (at: typeof DUE) => {
      await jump(office, at)
      if (worker === 'running') await catchUp(office.worker, office.office_id, findings)
    }

    await stop(plusMs(DUE, -1))
    await send(office, office.member(0), punctual, respond)
    await stop(DUE)
    await send(office, office.member(0), late, respond)

    const rounds = await listRounds(office.worker.pool, findings)
    const days = new Map(rounds.map((round) => [round.finding_id, round.working_days_late]))
    t.equal(days.get(punctual), 0, 'one millisecond before due_at is in time')
    t.equal(days.get(late), 1, 'at due_at it is late')
    const types = async (id: string) => {
      const events = await listEvents(office.worker.pool, id)
      return events.map((event) => [event.type, event.effective_at])
    }
    t.strictSame(await types(late), [
      ['issued', START],
      ['receipt_unproven', instantOf('2022-09-13T16:00:00.000Z')],
      ['reminded', instantOf('2022-09-26T23:30:00.000Z')],
      ['reminded', instantOf('2022-09-28T23:30:00.000Z')],
      ['reminded', instantOf('2022-09-29T23:30:00.000Z')],
      ['fell_due', DUE],
      ['acknowledged', DUE],
      ['responded', DUE],
    ])
    t.notOk((await types(punctual)).some(([type]) => type === 'fell_due'))
  })
}
