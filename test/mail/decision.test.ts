import t from 'tap'
import { dateOf } from '../../src/domain/instant.js'
import { RETURN_REASON_LABELS, WITHDRAWN_REASON_LABELS } from '../../src/domain/labels.js'
import {
  RETURN_REASONS,
  type RequestKind,
  type Verdict,
  WITHDRAW_REASONS,
} from '../../src/domain/vocabulary.js'
import { rendered } from '../../src/mail/html.js'
import { type DecisionInput, decision } from '../../src/mail/messages/decision.js'
import { due, finding } from './samples.js'

const done = { ...finding(1), due: null }

/** Both parts of a message about one decision. */
function said(entry: DecisionInput): readonly string[] {
  const { text, html } = decision([entry])
  return [text, rendered(html)]
}

function returned(over: Partial<Extract<DecisionInput, { kind: 'returned' }>>): DecisionInput {
  return {
    kind: 'returned',
    finding: finding(1, { due: due({ date: dateOf('2022-10-08'), working_days: 1 }) }),
    return_kind: 'substantive',
    reasons: ['perfunctory', 'evidence_missing'],
    points: [
      { claim: '栏目已更新', comment: '仅将旧稿改为新日期' },
      { claim: '已附截图', comment: '截图不能显示发布时间' },
    ],
    ...over,
  }
}

t.test('a return names its kind, its reasons, every point and the new due', async (t) => {
  for (const part of said(returned({}))) {
    t.match(part, '第1项 内容超期未更新：退回整改')
    t.match(part, '退回原因：敷衍整改、佐证材料不全')
    t.match(part, '1. 反馈称：栏目已更新；审核意见：仅将旧稿改为新日期')
    t.match(part, '2. 反馈称：已附截图；审核意见：截图不能显示发布时间')
    t.match(part, '时限：2022年10月8日（星期六）24:00前（剩余1个工作日）')
  }
  for (const part of said(returned({ return_kind: 'formal' }))) t.match(part, '：退回补正')
  for (const reason of RETURN_REASONS) {
    t.match(said(returned({ reasons: [reason] }))[0], RETURN_REASON_LABELS[reason])
  }
})

t.test('good news is said as plainly', async (t) => {
  for (const part of said({ kind: 'accepted', finding: done, conclusion: '属实' })) {
    t.match(part, '初核通过，待复核销号')
    t.match(part, '结论：属实')
    t.notMatch(part, '时限')
  }
  for (const part of said({ kind: 'closed', finding: done, conclusion: null, unreported: false })) {
    t.match(part, '复核通过，予以销号')
    t.notMatch(part, '结论')
  }
  for (const part of said({ kind: 'closed', finding: done, conclusion: null, unreported: true })) {
    t.match(part, '予以销号（已整改、未按要求反馈）')
  }
})

t.test('a moved due is told with its reason and the date that now runs', async (t) => {
  for (const part of said({
    kind: 'rescheduled',
    finding: finding(1),
    reason: '系统改造',
    moved: true,
  })) {
    t.match(part, '整改时限调整')
    t.match(part, '原因：系统改造')
    t.match(part, '时限')
  }
})

t.test('a due that became certain on its day was not moved', async (t) => {
  const certain = { kind: 'rescheduled', finding: finding(1), reason: '放假安排公布' } as const
  for (const part of said({ ...certain, moved: false })) t.match(part, '整改时限确定')
})

t.test('a request is answered in one word, with its reason', async (t) => {
  const about = (request: RequestKind, verdict: Verdict) =>
    said({ kind: 'request_decided', finding: finding(1), request, verdict, reason: '理由如下' })
  for (const [request, verdict, words] of [
    ['extension', 'granted', '第1项 内容超期未更新：延期申请：同意'],
    ['extension', 'refused', '：延期申请：不同意'],
    ['dispute', 'granted', '：异议成立，问题撤销，不再要求整改'],
    ['dispute', 'refused', '：异议不成立，继续整改'],
  ] as const) {
    for (const part of about(request, verdict)) {
      t.match(part, words)
      t.match(part, '原因：理由如下')
    }
  }
})

t.test('reopened, withdrawn and corrected give their reasons', async (t) => {
  for (const part of said({ kind: 'reopened', finding: finding(1), reason: '回头看又空白' })) {
    t.match(part, '重新列入台账')
    t.match(part, '原因：回头看又空白')
    t.match(part, '时限')
  }
  for (const reason_code of WITHDRAW_REASONS) {
    const grounds = '与第3项重复'
    for (const part of said({ kind: 'withdrawn', finding: done, reason_code, grounds })) {
      t.match(part, '问题撤销，不再要求整改')
      t.match(part, `原因：${WITHDRAWN_REASON_LABELS[reason_code]}。与第3项重复`)
    }
  }
  for (const part of said({ kind: 'revoked', finding: done, reason: '口径有误' })) {
    t.match(part, '原通报已撤销，该问题维持销号')
    t.match(part, '原因：口径有误')
  }
  const changes = [{ field: '位置', before: '甲栏目', after: '乙栏目' }]
  for (const part of said({ kind: 'corrected', finding: done, changes, reason: '笔误' })) {
    t.match(part, '位置：由“甲栏目”更正为“乙栏目”')
    t.match(part, '原因：笔误')
  }
})

t.test('a paper answer entered by the office is confirmed with its lateness', async (t) => {
  const entry = {
    kind: 'response_registered',
    finding: done,
    received_on: dateOf('2022-09-29'),
    result: 'fixed',
  } as const
  for (const part of said({ ...entry, working_days_late: 0 })) {
    t.match(part, '已代为登记纸质反馈')
    t.match(part, '收到日期：2022年9月29日；整改结果：已整改')
    t.match(part, '按时反馈')
  }
  for (const part of said({ ...entry, working_days_late: 2 })) t.match(part, '逾期2个工作日反馈')
})

t.test('a comment is passed on', async (t) => {
  for (const part of said({ kind: 'unit_comment', finding: done, text: '请补一张截图' })) {
    t.match(part, '沟通记录')
    t.match(part, '请补一张截图')
  }
})

t.test(
  'several are counted by kind, what asks for action comes first, urgent before all',
  async (t) => {
    const urgent = { ...finding(4, { urgent: true }), due: null }
    const message = decision([
      { kind: 'closed', finding: finding(1), conclusion: null, unreported: false },
      { kind: 'accepted', finding: urgent, conclusion: null },
      returned({ finding: finding(3) }),
      { kind: 'closed', finding: finding(2), conclusion: null, unreported: true },
    ])
    t.equal(message.subject, '退回1项、初核通过1项、销号2项')
    const places = ['第4项', '第3项', '第1项', '第2项'].map((words) => message.text.indexOf(words))
    t.strictSame(
      places,
      places.toSorted((a, b) => a - b),
    )
  },
)
