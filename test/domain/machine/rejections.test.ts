import t from 'tap'
import { refuseClaim } from '../../../src/domain/retest-hold.js'
import { decideSlip, type Slip } from '../../../src/domain/slip.js'
import { REJECTIONS, type RejectionCode } from '../../../src/domain/vocabulary.js'
import { PHOTO } from '../../helpers/domain/fields.js'
import { draftLife, issuedLife, type Life, lifeFrom, lifeIn } from '../../helpers/domain/life.js'
import {
  auditor,
  handler,
  inspector,
  leader,
  reporter,
  reviewer,
  signatory,
} from '../../helpers/domain/people.js'
import { day, local } from '../../helpers/domain/world.js'

/** One case for every code, named by what stands in the way. */
const CASES: Record<RejectionCode, Record<string, () => string>> = {
  NOT_IN_THIS_STATE: {
    'signing twice': () => lifeIn('rectifying').refuses(reporter, 'acknowledge'),
    'accepting a partial fix': () =>
      lifeIn('notified')
        .does(reporter, 'respond', { result: 'partly_fixed' })
        .refuses(handler, 'accept'),
    'taking down what is not urgent': () =>
      lifeIn('rectifying').refuses(reporter, 'report_takedown'),
    'closing unreported before the due': () =>
      lifeIn('rectifying').does(inspector, 'record_retest').refuses(leader, 'close_unreported'),
  },
  ROLE_NOT_ALLOWED: {
    'a unit reviewing itself': () => lifeIn('responded').refuses(reporter, 'accept'),
    'a unit writing an internal note': () =>
      lifeIn('rectifying').refuses(reporter, 'comment', { audience: 'office' }),
    'somebody else recalling': () =>
      lifeIn('responded').refuses({ ...reporter, person_id: 'other' }, 'recall'),
    'a reporter where the signatory must answer': () =>
      lifeIn('rectifying', { policy: { respond_needs_signatory: true } }).refuses(
        reporter,
        'respond',
      ),
  },
  SAME_PERSON: {
    'the issuer deciding without another’s proposal': () =>
      lifeIn('rectifying').does(signatory, 'dispute').refuses(leader, 'decide_request'),
    'accepting what one registered': () =>
      lifeIn('rectifying').does(handler, 'register_response').refuses(handler, 'accept'),
    'closing what one accepted': () =>
      lifeIn('notified')
        .does(reporter, 'respond')
        .does(reviewer, 'accept')
        .does(reporter, 'register_report')
        .refuses(reviewer, 'close'),
  },
  LEADER_REQUIRED: {
    'deciding a dispute of a veto finding': () =>
      lifeIn('rectifying', { line: { severity: 'veto' } })
        .does(signatory, 'dispute')
        .refuses(reviewer, 'decide_request'),
    'closing a major finding': () =>
      lifeIn('verified', { line: { severity: 'major' } }).refuses(reviewer, 'close'),
    'withdrawing a veto finding': () =>
      lifeIn('notified', { line: { severity: 'veto' } }).refuses(reviewer, 'withdraw'),
    'correcting a severity': () =>
      lifeIn('notified').refuses(reviewer, 'correct', { fields: { severity: 'veto' } }),
  },
  FIELD_REQUIRED: {
    'an answer without its cause': () =>
      lifeIn('rectifying').refuses(reporter, 'respond', { cause: ' ' }),
    'a return without points': () => lifeIn('responded').refuses(handler, 'return', { points: [] }),
  },
  EVIDENCE_REQUIRED: {
    'an answer without a file': () =>
      lifeIn('rectifying').refuses(reporter, 'respond', { evidence: [] }),
    'a file nobody stored': () =>
      lifeIn('rectifying').refuses(reporter, 'respond', { evidence: [PHOTO, 'unknown'] }),
  },
  REPORT_REQUIRED: {
    'closing before the stamped report': () => lifeIn('verified').refuses(reviewer, 'close'),
    'answering without it where policy wants it with the answer': () =>
      lifeIn('rectifying', { policy: { stamped_report: 'with_answer' } }).refuses(
        reporter,
        'respond',
        { report: undefined },
      ),
  },
  RETEST_REASON_REQUIRED: {
    'accepting without re-test and reason': () =>
      lifeIn('responded').refuses(handler, 'accept', { retest_reason: '' }),
  },
  REVIEW_BEGUN: {
    'recalling too late': () =>
      lifeIn('responded').does(handler, 'begin_review').refuses(reporter, 'recall'),
  },
  DUE_NOT_ALLOWED: {
    'an extension to a Saturday': () =>
      lifeIn('rectifying').refuses(signatory, 'request_extension', { new_date: day('2026-03-21') }),
    'issuing with a due that has passed': () =>
      draftLife().refuses(leader, 'issue', { due: pastDue() }),
    'a paper received before service': () =>
      lifeIn('rectifying').refuses(handler, 'register_response', {
        received_on: day('2026-03-01'),
      }),
    'an inner due beyond the due': () =>
      lifeIn('rectifying').refuses(reporter, 'delegate', { inner_due: day('2026-03-17') }),
  },
  TOO_LATE_TO_ASK: {
    'an extension on the day of the due': () =>
      lifeIn('rectifying').at('2026-03-16 08:00').refuses(signatory, 'request_extension'),
    'a dispute on the fourth day after the receipt': () =>
      lifeIn('rectifying').at('2026-03-06 08:00').refuses(signatory, 'dispute'),
  },
  LIMIT_REACHED: {
    'a third dispute': () => disputed(disputed(lifeIn('rectifying'))).refuses(signatory, 'dispute'),
  },
  REQUEST_PENDING: {
    'a second extension before the first is decided': () =>
      lifeIn('rectifying')
        .does(signatory, 'request_extension')
        .refuses(signatory, 'request_extension'),
    'a second dispute before the first is decided': () =>
      lifeIn('rectifying').does(signatory, 'dispute').refuses(signatory, 'dispute'),
  },
  NO_SUCH_REQUEST: {
    'deciding what nobody asked': () => lifeIn('rectifying').refuses(reviewer, 'decide_request'),
    'deciding another request': () =>
      lifeIn('rectifying')
        .does(signatory, 'dispute')
        .refuses(reviewer, 'decide_request', { request_id: 'another' }),
    'deciding twice': () => disputed(lifeIn('rectifying')).refuses(reviewer, 'decide_request'),
  },
  UNIT_REQUIRED: {
    'delegating to a stranger': () =>
      lifeIn('rectifying').refuses(reporter, 'delegate', { unit_id: 'unknown' }),
  },
  UNIT_CLOSED: {
    'issuing to a unit that is gone': () => {
      const { situation } = draftLife()
      return lifeFrom({ ...situation, unit_open: false }).refuses(leader, 'issue')
    },
  },
  NOTHING_TO_CHANGE: {
    'beginning a review twice': () =>
      lifeIn('responded').does(handler, 'begin_review').refuses(reviewer, 'begin_review'),
    'correcting to what it is': () =>
      lifeIn('notified').refuses(leader, 'correct', { fields: { severity: 'deduction' } }),
    'revoking what was revoked': () =>
      lifeIn('closed').does(leader, 'revoke').refuses(leader, 'revoke'),
    'exempting a report that has come': () =>
      lifeIn('notified').does(reporter, 'register_report').refuses(reviewer, 'exempt_report'),
  },
  FUTURE_DATE: {
    'completed tomorrow': () =>
      lifeIn('rectifying').refuses(reporter, 'respond', { completed_on: day('2026-03-03') }),
    'seen in a minute': () =>
      lifeIn('notified').refuses(inspector, 'record_retest', {
        observed_at: local('2026-03-02 10:01'),
      }),
  },
  UNKNOWN_INDICATOR: {
    'correcting to an indicator of no catalogue': () =>
      lifeIn('notified').refuses(leader, 'correct', { fields: { indicator_id: 'XX-99' } }),
  },
  SEVERITY_UNCONFIRMED: {
    'issuing what nobody weighed': () =>
      draftLife().refuses(leader, 'issue', { severity_confirmed: false }),
  },
  OFFLINE_ONLY: {
    'words about a suspected secret': () =>
      lifeIn('rectifying', { line: { handling: 'offline' } }).refuses(reporter, 'respond', {
        cause: '原因',
      }),
    're-testing it': () =>
      lifeIn('rectifying', { line: { handling: 'offline' } }).refuses(inspector, 'record_retest'),
  },
  RETEST_TAKEN: {
    'looking again at what another tool has': () => {
      const hold = { status: 'claimed', claim: 2, claimed_by: 'a' } as const
      return refuseClaim(hold, { by: 'b', claim: null })?.code ?? 'taken'
    },
  },
  SUPERSEDED: {
    'issuing a slip all of whose findings were answered': () => {
      const party = { actor: leader, paper: null }
      const ruling = decideSlip(supersededSlip(), { name: 'issue', number: '1' }, party, NOON)
      return 'code' in ruling ? ruling.code : 'issued'
    },
  },
}

/** A dispute raised and refused. */
const disputed = (life: Life) =>
  life.does(signatory, 'dispute').does(reviewer, 'decide_request', { verdict: 'refused' })

const NOON = local('2026-03-20 12:00')

function pastDue() {
  const { due } = issuedLife().finding
  if (!due) throw new Error('an issued finding has a due')
  return { ...due, at: local('2026-02-28 00:00') }
}

function supersededSlip(): Slip {
  const unsigned = { issued_by: null, entered_by: null, signed_paper_id: null }
  const none = { ...unsigned, issued_at: null, withdrawn_at: null, reason: null }
  const unread = { acknowledged_at: null, acknowledged_by: null, service_account_id: null }
  const unwritten = { addressee: null, copies: [], text: null }
  const whose = { id: 's', office_id: 'office', notice_id: 'notice', unit_id: 'unit' }
  return {
    ...whose,
    ...none,
    ...unread,
    ...unwritten,
    rung: 2,
    number: null,
    status: 'superseded',
    revision: 2,
    drafted_at: NOON,
  }
}

// lifecycle.md, "What the caller is told".
const LIFECYCLE = `NOT_IN_THIS_STATE ROLE_NOT_ALLOWED SAME_PERSON LEADER_REQUIRED FIELD_REQUIRED
  EVIDENCE_REQUIRED REPORT_REQUIRED RETEST_REASON_REQUIRED REVIEW_BEGUN DUE_NOT_ALLOWED UNIT_REQUIRED UNIT_CLOSED
  NOTHING_TO_CHANGE FUTURE_DATE UNKNOWN_INDICATOR SEVERITY_UNCONFIRMED OFFLINE_ONLY SUPERSEDED
  TOO_LATE_TO_ASK LIMIT_REACHED REQUEST_PENDING NO_SUCH_REQUEST RETEST_TAKEN`.split(/\s+/)

t.test('the codes are those of lifecycle.md', async (t) => {
  t.strictSame([...REJECTIONS].toSorted(), LIFECYCLE.toSorted())
})

for (const code of REJECTIONS) {
  t.test(code, async (t) => {
    const cases = Object.entries(CASES[code])
    t.ok(cases.length > 0)
    for (const [name, refusal] of cases) t.equal(refusal().split(' ')[0], code, name)
  })
}

t.test('a refused command leaves nothing but what the clock took', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-19 09:00')
  const { revision } = life.finding
  t.equal(life.refuses(auditor, 'respond'), 'ROLE_NOT_ALLOWED')
  t.ok(life.news.every(({ actor }) => actor.role === 'system'))
  t.equal(life.news.at(-1)?.type, 'climbed')
  t.equal(life.finding.revision, revision)
  t.equal(life.finding.state, 'rectifying')
  t.equal(life.does(signatory, 'respond').finding.state, 'responded')
})
