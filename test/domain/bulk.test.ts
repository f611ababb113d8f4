import t from 'tap'
import { BULK_COMMANDS, IN_BULK, ONE_BY_ONE, whySingly } from '../../src/domain/bulk.js'
import { MACHINE } from '../../src/domain/machine/table.js'
import { mayKnock } from '../../src/domain/permissions.js'
import { COMMANDS, FINDING_COMMANDS } from '../../src/domain/vocabulary.js'

t.test('every command is allowed in bulk, or it is said why not', async (t) => {
  t.strictSame(Object.keys(IN_BULK).toSorted(), [...COMMANDS].toSorted())
  const reasons = new Set(Object.values(IN_BULK))
  t.ok(
    ONE_BY_ONE.every((reason) => reasons.has(reason)),
    'each reason is one',
  )
  t.strictSame(['close', 'comment', 'none', null].map(whySingly), [
    'JUDGED_SINGLY',
    null,
    null,
    null,
  ])
  t.strictSame(BULK_COMMANDS, [
    ...['acknowledge', 'delegate', 'name_supporting', 'recall', 'reassign', 'reschedule'],
    ...['request_extension', 'register_report', 'record_contact', 'record_instruction'],
    'comment',
  ])
  t.ok(BULK_COMMANDS.every((name) => FINDING_COMMANDS.some((one) => one === name)))
})

t.test('what judges an answer is none of them', async (t) => {
  const judging = COMMANDS.filter((name) => {
    const { from } = MACHINE[name]
    return from.length > 0 && from.every((state) => state === 'responded' || state === 'verified')
  })
  t.strictSame(judging.toSorted(), [
    ...['accept', 'accept_plan', 'begin_review', 'close', 'recall', 'return'],
  ])
  for (const name of judging) if (name !== 'recall') t.equal(IN_BULK[name], 'JUDGED_SINGLY', name)
  for (const name of ['close_unreported', 'exempt_report'] as const) {
    t.equal(IN_BULK[name], 'JUDGED_SINGLY', 'without an answer even more so')
  }
  for (const name of ['withdraw', 'reopen', 'correct', 'erase_words'] as const) {
    t.equal(IN_BULK[name], 'GROUNDS_OF_ONE', name)
  }
})

t.test('who may knock: whoever may send it, and who enters what those have signed', async (t) => {
  t.strictSame(mayKnock('acknowledge'), ['unit.reporter', 'unit.signatory'])
  t.strictSame(mayKnock('reschedule'), ['office.leader', 'office.handler'])
  t.strictSame(mayKnock('reassign'), ['office.reviewer', 'office.leader', 'office.handler'])
  t.strictSame(mayKnock('request_extension'), [
    ...['unit.signatory', 'unit.reporter', 'office.handler', 'office.reviewer', 'office.leader'],
  ])
  t.strictSame(mayKnock('begin_review'), ['office.handler', 'office.reviewer', 'office.leader'])
})
