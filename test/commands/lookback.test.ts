import t from 'tap'
import { catchUp } from '../../src/commands/catch-up.js'
import { readView } from '../../src/db/clock-view.js'
import { handOverFindings } from '../../src/db/finding.js'
import { findingsAhead } from '../../src/db/outlook.js'
import { rebuild } from '../../src/db/workflow-repair.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { answer, evidenceOf, issue, jump, lineFor, send } from '../helpers/case.js'
import { testOffice } from '../helpers/office.js'

const NOON = instantOf('2022-09-08T02:00:00.000Z')

t.test('a closed finding waits as long as it is looked at again, and then no more', async (t) => {
  const office = await testOffice(t, { clock: NOON })
  const handler = office.officer('office.handler')
  const line = lineFor(office.units[0] ?? '', { handler_id: handler.person_id })
  const { findings } = await issue(office, [line], {
    issued_on: dateOf('2022-09-08'),
  })
  const id = findings[0] ?? ''
  const sha256 = await evidenceOf(office, 0)
  const report = { on: dateOf('2022-09-08'), report_number: '1号' }
  await send(office, office.member(0), id, {
    ...{ name: 'respond' as const, ...answer('2022-09-08', [sha256]), report },
  })
  await send(office, handler, id, { name: 'accept', conclusion: '属实', retest_reason: '人工核对' })
  await send(office, office.officer('office.reviewer'), id, { name: 'close', conclusion: '同意' })

  const { pool } = office.worker
  const seen = async () => {
    const view = (await readView(pool, id))?.view
    const ahead = view?.milestones.map(({ kind }) => kind)
    return { settled: view?.settled, ahead, told: (await rebuild(pool)).finding }
  }
  t.strictSame(await seen(), { settled: false, ahead: ['open_lookback'], told: 1 })
  t.strictSame(await findingsAhead(pool, office.office_id), [id])

  const other = office.officer('office.reviewer').person_id
  const hand = (from: string, to: string) => handOverFindings(office.owner, from, to)
  t.strictSame(await hand(handler.person_id, other), [id], 'who leaves hands it over')

  // Three months later, with nobody to look.
  await jump(office, instantOf('2022-12-08T02:00:00.000Z'))
  await catchUp(office.worker, office.office_id, [id])
  t.strictSame(await seen(), { settled: false, ahead: [], told: 1 }, 'it waits for its re-test')
  const observed_at = instantOf('2022-12-08T02:00:00.000Z')
  const pass = { name: 'record_retest', result: 'pass', observed_at, seen: '正常' } as const
  t.equal((await send(office, handler, id, pass)).status, 200)
  t.strictSame(await seen(), { settled: true, ahead: [], told: 0 })
  t.strictSame(await hand(other, handler.person_id), [])
})
