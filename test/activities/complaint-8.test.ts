import t from 'tap'
import { v7 } from 'uuid'
import { listEvents } from '../../src/db/event.js'
import { findFinding } from '../../src/db/finding.js'
import { listRounds, pageRounds } from '../../src/db/round.js'
import { transaction } from '../../src/db/transaction.js'
import type { Command } from '../../src/domain/commands.js'
import { dateOf } from '../../src/domain/instant.js'
import { presentRound } from '../../src/http/present/round.js'
import { answer, evidenceOf, issue, lineFor, send } from '../helpers/case.js'
import { testOffice } from '../helpers/office.js'
import { at } from './scene.js'
import { runOffice } from './support.js'

const HEAD = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-23') }

t.test(
  '8: returned twice, given more time, closed and back again: every round and why stays on record',
  async (t) => {
    const office = await testOffice(t, { units: 1, clock: at('09-08 10:00') })
    const run = await runOffice(t, office)
    const line = lineFor(office.units[0] ?? '')
    const { findings } = await issue(office, [line], HEAD)
    const [id = ''] = findings
    const evidence = [await evidenceOf(office, 0)]
    const another = await evidenceOf(office, 0)
    const people = {
      reporter: office.member(0),
      signatory: office.member(0, 'unit.signatory'),
      handler: office.officer('office.handler'),
      reviewer: office.officer('office.reviewer'),
    }
    const does = async (wall: string, who: keyof typeof people, command: Command) => {
      await run.advance({ to: at(wall) })
      const { code } = await send(office, people[who], id, command)
      t.equal(code, null, command.name)
    }
    const original = await due(id)
    const points = [{ claim: '已更新', comment: '未见更新' }]
    const back = { name: 'return', kind: 'substantive', reasons: ['not_fixed'], points } as const
    const request_id = v7()
    const asked = { new_date: dateOf('2022-09-30'), reason_code: 'procurement' } as const
    const report = { on: dateOf('2022-09-22'), report_number: '1号' }

    await does('09-13 10:00', 'reporter', { name: 'respond', ...answer('2022-09-13', evidence) })
    await does('09-14 10:00', 'handler', back)
    await does('09-15 10:00', 'reporter', { name: 'respond', ...answer('2022-09-15', evidence) })
    await does('09-16 10:00', 'handler', back)
    await does('09-19 10:00', 'signatory', {
      ...{ name: 'request_extension', request_id, ...asked, progress: '正在采购' },
    })
    await does('09-20 10:00', 'reviewer', {
      ...{ name: 'decide_request', request_id, verdict: 'granted', reason: '同意' },
    })
    await does('09-22 10:00', 'reporter', {
      ...{ name: 'respond', ...answer('2022-09-22', [another]), report },
    })
    await does('09-23 10:00', 'handler', {
      ...{ name: 'accept', conclusion: '属实', retest_reason: '人工核对' },
    })
    await does('09-26 10:00', 'reviewer', { name: 'close', conclusion: '同意' })
    // A fortnightly column: looked at again after 17 days, on the working day after.
    const observed_at = at('10-14 09:30')
    await does('10-14 10:00', 'handler', {
      ...{ name: 'record_retest', result: 'fail', observed_at, seen: '又停更两周' },
    })
    const again = { issued_on: dateOf('2022-10-14'), due: dateOf('2022-10-28') }
    const next = await issue(office, [{ ...line, follows: id }], again)

    const [stored, events, rounds] = await transaction(office.worker.pool, (tx) =>
      Promise.all([findFinding(tx, id), listEvents(tx, id), listRounds(tx, [id])]),
    )
    t.strictSame(
      rounds.map(({ number }) => number),
      [1, 2, 3],
    )
    const shown = await pageRounds(office.worker.pool, id, { after: null, limit: 10 })
    t.strictSame(
      shown.map((round) => presentRound(round, 'normal', []).changed),
      [
        null,
        { fields: ['completed_on'], evidence_added: [], evidence_left_out: [] },
        { fields: ['completed_on'], evidence_added: [another], evidence_left_out: evidence },
      ],
    )
    const [last] = await pageRounds(office.worker.pool, id, { after: 2, limit: 10 })
    t.strictSame(last?.before, shown[2]?.before, 'on a page of its own as well')
    t.strictSame(
      events.map(({ type }) => type).filter((type) => !BY_CLOCK.includes(type)),
      [
        ...['issued', 'acknowledged', 'responded', 'returned', 'responded', 'returned'],
        ...['extension_requested', 'request_decided', 'report_registered', 'responded'],
        ...['accepted', 'closed', 'lookbacks_planned'],
        ...['lookback_opened', 'retest_recorded', 'followed'],
      ],
    )
    t.strictSame(stored?.finding.original_due, original, 'the due it began with')
    t.equal(stored?.finding.due?.date, '2022-09-30')
    const linked = await find(next.findings[0] ?? '')
    t.strictSame(linked?.finding.repeats, { problem: [id], kind: [] })
    t.equal(stored?.finding.followed_by, linked?.finding.id)

    async function find(one: string) {
      return transaction(office.worker.pool, (tx) => findFinding(tx, one))
    }
    async function due(one: string) {
      return (await find(one))?.finding.original_due
    }
  },
)

/** What the clock recorded of it meanwhile, and is not told here. */
const BY_CLOCK: readonly string[] = ['receipt_deemed', 'reminded', 'office_nagged']
