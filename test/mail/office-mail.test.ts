import t from 'tap'
import { dateOf } from '../../src/domain/instant.js'
import { type OfficeMailInput, officeMail } from '../../src/mail/office-mail.js'
import { context, failed, finding, notice, secret } from './samples.js'

const nothing: OfficeMailInput = {
  person_name: '赵主任',
  to_review: [],
  to_close: [],
  requests: [],
  slips: [],
  unproven: [],
  third_returns: [],
  lookbacks: [],
  seen_again: [],
  comments: [],
  failed_contacts: [],
  consulted: [],
}

const full: OfficeMailInput = {
  person_name: '赵主任',
  to_review: [
    { finding: finding(1), working_days: 2, over_limit: false },
    { finding: finding(2), working_days: 5, over_limit: true },
  ],
  to_close: [{ finding: finding(3), working_days: 1, over_limit: false }],
  requests: [
    {
      ...{ finding: finding(10), kind: 'extension', new_date: dateOf('2022-10-20') },
      ...{ proposed: 'granted', working_days: 1, over_limit: false },
      ...{ target_unit: null, agrees: null, view_missed: false },
    },
    {
      ...{ finding: finding(11), kind: 'dispute', new_date: null },
      ...{ proposed: null, working_days: 3, over_limit: true },
      ...{ target_unit: null, agrees: null, view_missed: false },
    },
  ],
  slips: [
    {
      rung: 4,
      number: null,
      unit_name: '市商务局',
      drafted_on: dateOf('2022-09-22'),
      findings: [finding(4), finding(5), secret(6, 'sensitive')],
    },
  ],
  unproven: [
    { unit_name: '市审计局', notice, served_on: dateOf('2022-09-21'), findings: [finding(7)] },
  ],
  third_returns: [{ finding: finding(8), returns: 3 }],
  lookbacks: [finding(12)],
  seen_again: [finding(13)],
  comments: [
    { finding: finding(9), text: '请问截图格式？', by: null },
    { finding: finding(10), text: '数据口径？', by: '市统计局' },
  ],
  failed_contacts: [{ ...failed, unit_name: '市审计局' }],
  consulted: [],
}

t.test('what waits is named in the subject and listed, signatures first', async (t) => {
  const mail = officeMail(full, context)
  t.equal(
    mail?.subject,
    '【整改待办】待签发1份、申请待审批2件、第三次退回1项、联系方式失效1个、送达待确认1个单位、待初核2项、待复核销号1项、回头看未通过1项、回头看待复查1项、沟通记录2条、敏感事项1项',
  )
  for (const part of [mail?.text ?? '', mail?.html ?? '']) {
    t.match(part, '赵主任：')
    t.match(part, '市商务局 红色督办单')
    t.match(part, '涉及问题2项，2022年9月22日拟稿')
    t.match(part, '申请延期至2022年10月20日')
    t.match(part, '拟办意见：同意')
    t.match(part, '提出异议')
    t.match(part, '已等待3个工作日，已超过办理时限')
    t.match(part, '已退回整改3次，请审定处理意见')
    t.match(part, '市审计局 《关于三季度检查情况的通报》（云府办函〔2022〕5号）')
    t.match(part, '2022年9月21日送达，问题1项，无送达凭证，请电话核实并登记')
    t.match(part, '已等待2个工作日')
    t.match(part, '已等待5个工作日，已超过办理时限')
    t.match(part, '销号后复查发现问题仍在，请决定重新列入台账或另行交办')
    t.match(part, '已到回头看时间，请安排复查并登记结果')
    t.match(part, '请问截图格式？')
    t.match(part, '市统计局：数据口径？')
    t.match(part, '有1项敏感事项待办')
    t.notMatch(part, /泄密|第6项/)
    t.ok(part.indexOf('待签发1份') < part.indexOf('待初核2项'))
  }
})

t.test('nothing waits: no mail', async (t) => {
  t.equal(officeMail(nothing, context), null)
})

t.test('hidden findings are counted once, whatever list they wait in', async (t) => {
  const hidden = secret(6, 'sensitive')
  const waiting = [{ finding: hidden, working_days: 1, over_limit: false }]
  const slips = full.slips.map((entry) => ({ ...entry, findings: [hidden] }))
  const comments = [{ finding: hidden, text: '泄密', by: '泄密' }]
  const input = { ...nothing, to_review: waiting, to_close: waiting, slips, comments }
  const mail = officeMail(input, context)
  t.equal(mail?.subject, '【整改待办】敏感事项1项')
  t.match(mail?.text, '有1项敏感事项待办')
  t.notMatch(mail?.text, /泄密|督办单|第6项/)
})

t.test('an urgent finding is named first', async (t) => {
  const urgent = finding(2, { urgent: true })
  const to_review = [{ finding: urgent, working_days: 0, over_limit: false }]
  const mail = officeMail({ ...full, to_review }, context)
  t.match(mail?.subject, /^【紧急待办】/)
  t.match(mail?.text.split('\n')[2], /^★ 紧急事项.云府办函〔2022〕5号第2项/)
})

t.test('a rehearsal is marked', async (t) => {
  t.match(officeMail(full, { ...context, rehearsal: true })?.subject, /^【演练】【整改待办】/)
})

t.test('what the units said of a draft is counted, with those who were silent', async (t) => {
  const answers = { confirmed: 3, false_alarm: 1, fixed: 0 }
  const mail = officeMail(
    { ...nothing, consulted: [{ title: '三季度通报', answers, silent: 2 }] },
    context,
  )
  t.equal(mail?.subject, '【整改待办】发文前核实结束1件')
  t.match(mail?.text, /《三季度通报》\s+属实3项，误报1项，未反馈2项（视为属实）\n/)
})
