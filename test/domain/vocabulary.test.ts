import t from 'tap'
import { DOUBT_LABELS } from '../../src/domain/due-labels.js'
import type { Finding } from '../../src/domain/finding.js'
import { instantOf } from '../../src/domain/instant.js'
import * as labels from '../../src/domain/labels.js'
import { DOUBTS } from '../../src/domain/notice/draft.js'
import { isOpen, isSettled, isUnitsTurn } from '../../src/domain/overdue.js'
import * as paperLabels from '../../src/domain/paper-labels.js'
import * as requestLabels from '../../src/domain/request-labels.js'
import type { State } from '../../src/domain/vocabulary.js'
import * as words from '../../src/domain/vocabulary.js'

/** Each closed list beside the table of its Chinese words. */
const LISTS: readonly (readonly [readonly (string | number)[], object])[] = [
  [words.STATES, labels.STATE_LABELS],
  [words.ROLES, labels.ROLE_LABELS],
  [words.PERSON_ROLES, labels.PERSON_ROLE_LABELS],
  [words.COMMANDS, labels.COMMAND_LABELS],
  [words.EVENTS, labels.EVENT_LABELS],
  [words.SEVERITIES, labels.SEVERITY_LABELS],
  [words.HANDLINGS, labels.HANDLING_LABELS],
  [words.MEDIA, labels.MEDIUM_LABELS],
  [words.RESULTS, labels.RESULT_LABELS],
  [words.RETURN_KINDS, labels.RETURN_KIND_LABELS],
  [words.RETURN_REASONS, labels.RETURN_REASON_LABELS],
  [words.WITHDRAWN_REASONS, labels.WITHDRAWN_REASON_LABELS],
  [words.REQUEST_KINDS, requestLabels.REQUEST_KIND_LABELS],
  [words.REQUEST_STATUSES, requestLabels.REQUEST_STATUS_LABELS],
  [words.VERDICTS, requestLabels.VERDICT_LABELS],
  [words.EXTENSION_REASONS, requestLabels.EXTENSION_REASON_LABELS],
  [words.RETEST_RESULTS, labels.RETEST_RESULT_LABELS],
  [words.FIXED, labels.FIXED_LABELS],
  [words.REPORTED, labels.REPORTED_LABELS],
  [words.AUDIENCES, labels.AUDIENCE_LABELS],
  [words.MILESTONES, labels.MILESTONE_LABELS],
  [words.HOLDERS, labels.HOLDER_LABELS],
  [words.RUNGS, paperLabels.RUNG_LABELS],
  [words.SLIP_STATUSES, paperLabels.SLIP_STATUS_LABELS],
  [words.NOTICE_STATUSES, paperLabels.NOTICE_STATUS_LABELS],
  [DOUBTS, DOUBT_LABELS],
]

t.test('every value of every closed list has its word, and no word is without one', async (t) => {
  for (const [list, table] of LISTS) {
    t.same(new Set(list.map(String)), new Set(Object.keys(table)))
    t.equal(new Set(list).size, list.length, 'each once')
  }
})

t.test('lists drawn from another', async (t) => {
  t.strictSame(
    words.PERSON_ROLES,
    words.ROLES.filter((role) => role !== 'system'),
  )
  t.strictSame(words.OFFICE_MILESTONES, ['open_day', 'gather'])
  t.strictSame(words.OUTCOMES, ['taken', 'void', 'skipped', 'cancelled', 'held'])
  t.strictSame(words.REQUEST_COMMANDS, [
    ...['give_view', 'withdraw_request', 'propose_decision', 'decide_request'],
  ])
  const toFindings = words.PERSON_COMMANDS.filter((name) => !/_(request|decision|view)$/.test(name))
  t.strictSame(words.FINDING_COMMANDS, toFindings)
  t.notOk(words.PERSON_COMMANDS.some((name) => ['catch_up', 'issue'].includes(name)))
  t.strictSame(
    words.OPEN_STATES,
    words.STATES.filter((state) => !['draft', 'closed', 'withdrawn'].includes(state)),
  )
})

t.test('open, settled, neither: every state is one of them', async (t) => {
  const among = (holds: (finding: { state: State }) => boolean) =>
    words.STATES.filter((state) => holds({ state }))
  t.strictSame(among(isOpen), [...words.OPEN_STATES])
  const settled = (rows: Parameters<typeof isSettled>[1], opened: Finding['lookback'] = null) =>
    among(({ state }) => isSettled({ state, lookback: opened }, rows))
  t.strictSame(settled([]), ['closed', 'withdrawn'])
  t.strictSame(settled([{ outcome: 'taken' }, { outcome: 'cancelled' }]), ['closed', 'withdrawn'])
  t.strictSame(settled([{ outcome: null }]), ['withdrawn'], 'a look-back is planned')
  const at = instantOf('2026-04-02T00:00:00.000Z')
  const opened = { number: 1, opened_at: at, from: at }
  t.strictSame(settled([], opened), ['withdrawn'], 'a look-back waits for its re-test')
  t.strictSame(among(isUnitsTurn), [...words.UNITS_TURN])
})

t.test('an answer claims that the problem is gone, or leaves something to do', async (t) => {
  const final = ['fixed', 'fixed_before_notice', 'column_removed', 'account_closed']
  t.strictSame(words.FINAL_RESULTS, final)
  t.strictSame(words.PLAN_RESULTS, ['partly_fixed', 'planned', 'beyond_unit'])
  const rest = words.RESULTS.filter((one) => ![...final, ...words.PLAN_RESULTS].includes(one))
  t.strictSame(rest, [])
})
