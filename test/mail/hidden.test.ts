import t from 'tap'
import { dateOf } from '../../src/domain/instant.js'
import { type Message, message } from '../../src/mail/blocks.js'
import { rendered } from '../../src/mail/html.js'
import { type DecisionInput, decision } from '../../src/mail/messages/decision.js'
import { digest } from '../../src/mail/messages/digest.js'
import type { FindingFacts } from '../../src/mail/messages/facts.js'
import { hiddenBlocks } from '../../src/mail/messages/hidden.js'
import { officeDigest } from '../../src/mail/messages/office-digest.js'
import { slice } from '../../src/mail/messages/slice.js'
import { slip } from '../../src/mail/messages/slip.js'
import { context, notice, secret } from './samples.js'

const leak = '泄密文字'
const on = dateOf('2022-09-21')

function decisionsOn(finding: FindingFacts): readonly DecisionInput[] {
  return [
    {
      kind: 'returned',
      finding,
      return_kind: 'substantive',
      reasons: ['not_fixed'],
      points: [{ claim: leak, comment: leak }],
    },
    { kind: 'accepted', finding, conclusion: leak },
    { kind: 'closed', finding, conclusion: leak, unreported: false },
    { kind: 'reopened', finding, reason: leak },
    { kind: 'withdrawn', finding, reason_code: 'other', grounds: leak },
    { kind: 'revoked', finding, reason: leak },
    {
      kind: 'corrected',
      finding,
      changes: [{ field: leak, before: leak, after: leak }],
      reason: leak,
    },
    {
      kind: 'response_registered',
      finding,
      received_on: on,
      result: 'fixed',
      working_days_late: 4,
    },
    { kind: 'unit_comment', finding, text: leak },
  ]
}

/** Every message there is, about this one finding. */
function everyMessage(finding: ReturnType<typeof secret>): readonly Message[] {
  const waiting = [{ finding, working_days: 4, over_limit: true }]
  return [
    slice({ notice, findings: [finding], deemed_on: null, stamped_report: true }, context),
    ...decisionsOn(finding).map((entry) => decision([entry])),
    digest([{ finding, next_rung: { rung: 2, on }, missed_step: null }], context),
    slip({
      rung: 2,
      number: '〔2022〕3号',
      addressee: '市商务局',
      copies: [],
      text: leak,
      notice,
      issued_on: on,
      signer: '王复核',
      findings: [finding],
      history: [{ on, what: leak, whom: leak, findings: [finding.number] }],
      withdrawn: null,
    }),
    officeDigest({
      to_review: waiting,
      to_close: waiting,
      requests: waiting.map((one) => ({
        ...{ ...one, kind: 'extension' as const, new_date: on, proposed: null },
        ...{ target_unit: leak, agrees: true, view_missed: false },
      })),
      slips: [{ rung: 2, number: null, unit_name: leak, drafted_on: on, findings: [finding] }],
      unproven: [{ unit_name: leak, notice, served_on: on, findings: [finding] }],
      third_returns: [{ finding, returns: 3 }],
      lookbacks: [finding],
      seen_again: [finding],
      comments: [{ finding, text: leak, by: leak }],
      failed_contacts: [],
      consulted: [],
    }),
  ]
}

const SIGN = '请收到后登录系统，在待签收通知中办理签收。'

t.test('of a sensitive finding every message says only that one waits', async (t) => {
  for (const { subject, text, html } of everyMessage(secret(7, 'sensitive'))) {
    t.equal(subject, '敏感事项1项')
    t.equal(text.replace(`\n\n${SIGN}`, ''), '有1项敏感事项待办，请登录系统查看处理。')
    t.notMatch(rendered(html), /泄密|第7项|商务局|5号|9月|退回|销号|督办/)
  }
})

t.test(
  'of an offline finding every message says number, unit, date and channel only',
  async (t) => {
    for (const { subject, text, html } of everyMessage(secret(7, 'offline'))) {
      t.equal(subject, '线下处置1项')
      const line = '云府办函〔2022〕5号第7项 市商务局 2022年9月30日 线下保密渠道处置'
      t.equal(text.replace(`\n\n${SIGN}`, ''), line)
      t.notMatch(rendered(html), /泄密|退回|销号|督办|通报|24:00/)
    }
  },
)

t.test('one finding named twice is one', async (t) => {
  const twice = [secret(7, 'sensitive'), secret(7, 'sensitive'), secret(8, 'sensitive')]
  t.match(message('', hiddenBlocks(twice)).text, '有2项敏感事项待办')
})
