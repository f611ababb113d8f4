import t from 'tap'
import { dateOf } from '../../src/domain/instant.js'
import { type UnitMailInput, unitMail } from '../../src/mail/unit-mail.js'
import { context, due, failed, finding, noon, notice, secret } from './samples.js'

const nothing: UnitMailInput = {
  unit_name: '市商务局',
  slips: [],
  decisions: [],
  slices: [],
  digest: [],
  delegated: [],
  supporting: [],
  consultations: [],
  entered_answers: [],
  failed_contacts: [],
}

const overdue = finding(8, {
  due: due({ overdue: true, working_days: 3, date: dateOf('2022-09-20') }),
})
const full: UnitMailInput = {
  unit_name: '市商务局',
  slips: [
    {
      rung: 2,
      number: '〔2022〕3号',
      addressee: '市商务局',
      copies: [],
      text: null,
      notice,
      issued_on: dateOf('2022-09-23'),
      signer: '王复核',
      findings: [overdue],
      history: [],
      withdrawn: null,
    },
  ],
  decisions: [
    { kind: 'accepted', finding: finding(5), conclusion: '已更新' },
    {
      kind: 'returned',
      finding: finding(6),
      return_kind: 'substantive',
      reasons: ['perfunctory'],
      points: [{ claim: '已更新', comment: '仅修改了日期' }],
    },
  ],
  slices: [
    {
      notice,
      findings: [finding(1), finding(2)],
      deemed_on: dateOf('2022-09-27'),
      stamped_report: true,
    },
  ],
  digest: [
    { finding: overdue, next_rung: { rung: 3, on: dateOf('2022-09-27') }, missed_step: null },
  ],
  supporting: [],
  delegated: [
    {
      ...{ finding: finding(21), by: '市教育局', person: '李四' },
      inner_due: dateOf('2022-09-26'),
      working_days: 1,
    },
  ],
  consultations: [
    {
      ...{ title: '三季度通报', until: dateOf('2022-09-26') },
      lines: [{ category: '内容更新', problem: '栏目停更', place: null }],
    },
  ],
  entered_answers: [
    {
      ...{ title: '三季度通报', number: 4, answer: 'confirmed', whom: '王科长', how: 'paper' },
      ...{ said: { on: dateOf('2022-09-23'), at: noon }, texts: null, files: 2 },
    },
  ],
  failed_contacts: [failed],
}

t.test('one mail says everything, in order, under a subject that names it', async (t) => {
  const mail = unitMail(full, context)
  t.equal(
    mail?.subject,
    '【整改】市商务局：催办单1份、退回1项、初核通过1项、新交办2项、发文前核实1项、代录核实意见1项、已逾期1项、转办1项、联系方式失效1个',
  )
  for (const part of [mail?.text ?? '', mail?.html ?? '']) {
    const order = [
      '催办单〔2022〕3号',
      '处理决定',
      '新交办问题',
      '已逾期（1项）',
      '转办事项（1项）',
      '由市教育局转办',
      '承办人：李四',
      '内部时限：2022年9月26日（还有1个工作日）',
      '联系方式收不到邮件',
      '请勿直接回复',
    ]
    const places = order.map((words) => part.indexOf(words))
    t.ok(
      places.every((place, i) => place > (places[i - 1] ?? 0)),
      places.join(),
    )
    t.match(part, context.office_name)
    t.match(part, '0800-1234567')
  }
  t.ok(mail?.text.startsWith('市商务局：\n'))
})

t.test('nothing to say is no mail', async (t) => {
  t.equal(unitMail(nothing, context), null)
})

t.test('urgent findings come first, with the duty telephone, and mark the subject', async (t) => {
  const urgent = finding(9, { urgent: true, due: due({ time: noon, working_days: 0 }) })
  const slice = { notice, findings: [urgent], deemed_on: null, stamped_report: false }
  const mail = unitMail({ ...full, slices: [slice] }, context)
  t.match(mail?.subject, /^【紧急】市商务局.紧急交办1项、催办单1份/)
  const text = mail?.text ?? ''
  t.match(
    text.split('\n')[2],
    '★ 紧急事项：云府办函〔2022〕5号第9项，请立即处置。值班电话：0800-1234567。',
  )
  t.ok(text.indexOf('新交办问题') < text.indexOf('催办单〔2022〕3号'))
})

t.test('a sensitive finding in several parts is counted once and never described', async (t) => {
  const [hidden, offline] = [secret(7, 'sensitive'), secret(11, 'offline')]
  const mail = unitMail(
    {
      ...nothing,
      decisions: [{ kind: 'unit_comment', finding: hidden, text: '泄密沟通' }],
      slices: [{ notice, findings: [hidden, offline], deemed_on: null, stamped_report: true }],
      digest: [{ finding: hidden, next_rung: null, missed_step: null }],
    },
    context,
  )
  t.equal(mail?.subject, '【整改】市商务局：敏感事项1项、线下处置1项')
  for (const part of [mail?.text, mail?.html]) {
    t.match(part, '有1项敏感事项待办，请登录系统查看处理。')
    t.match(part, '云府办函〔2022〕5号第11项 市商务局 2022年9月30日 线下保密渠道处置')
    t.notMatch(part, '泄密')
    t.notMatch(part, '第7项')
    t.notMatch(part, notice.title)
  }
})

t.test('an urgent sensitive finding says that it is urgent and no more', async (t) => {
  const hidden = { ...secret(7, 'sensitive'), urgent: true }
  const slices = [{ notice, findings: [hidden], deemed_on: null, stamped_report: true }]
  const mail = unitMail({ ...full, slices }, context)
  t.match(mail?.subject, /^【紧急】市商务局.*已逾期1项、转办1项、联系方式失效1个、敏感事项1项$/)
  t.match(mail?.text.split('\n')[2], '★ 有1项紧急敏感事项待办')
  t.notMatch(mail?.text, /泄密|第7项/)
})

t.test('an urgent offline finding does not even say that it is urgent', async (t) => {
  const findings = [{ ...secret(7, 'offline'), urgent: true }]
  const slices = [{ notice, findings, deemed_on: null, stamped_report: true }]
  const mail = unitMail({ ...nothing, slices }, context)
  t.equal(mail?.subject, '【整改】市商务局：线下处置1项')
  t.equal(`${mail?.text}${mail?.html}`.includes('紧急'), false)
})

t.test(
  'the whole document is inert: no resources, links to the configured origin only',
  async (t) => {
    const evil = `"'><img src=//evil.example/x onerror=alert(1)><script>alert(1)</script>`
    const hostile = finding(1, {
      category: evil,
      problem: evil,
      place: evil,
      asset: evil,
      unit_name: evil,
    })
    const input: UnitMailInput = {
      ...full,
      unit_name: evil,
      slices: [
        {
          notice: { number: evil, title: evil },
          findings: [hostile],
          deemed_on: null,
          stamped_report: true,
        },
      ],
    }
    const mail = unitMail(input, { ...context, office_name: evil, duty_phone: evil })
    const html = mail?.html ?? ''
    t.notMatch(html, /<(script|img|iframe|link|style|form|svg|object)\b/i)
    t.strictSame([...new Set(html.match(/<\/?([a-z0-9]+)/g))].toSorted(), TAGS.toSorted())
    t.strictSame([...new Set(html.match(/ [a-z-]+=(?=")/g))].toSorted(), ATTRIBUTES)
    t.strictSame(html.match(/href="[^"]*"/g), ['href="https://zhenggai.example.cn"'])
    const without = unitMail(input, { ...context, origin: null })
    t.equal(without?.html.includes('href'), false)
  },
)

const PAIRED = ['a', 'body', 'div', 'h2', 'head', 'html', 'p', 'strong', 'title']
const TAGS = [
  ...PAIRED.map((tag) => `</${tag}`),
  ...[...PAIRED, 'br', 'meta'].map((tag) => `<${tag}`),
]
const ATTRIBUTES = [' charset=', ' href=', ' lang=', ' style=']

t.test('a rehearsal is marked in subject, text and HTML', async (t) => {
  const mail = unitMail(full, { ...context, rehearsal: true })
  t.match(mail?.subject, /^【演练】【整改】/)
  t.match(mail?.text, /^【演练】/)
  t.match(mail?.html, /<body[^>]*><div[^>]*>【演练】/)
})

t.test('a subject of many words stays short', async (t) => {
  const mail = unitMail({ ...full, unit_name: '很'.repeat(300) }, context)
  t.equal(Array.from(mail?.subject ?? '').length, 100)
})
