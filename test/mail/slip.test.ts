import t from 'tap'
import { dateOf } from '../../src/domain/instant.js'
import type { SlipRung } from '../../src/domain/slip.js'
import { rendered } from '../../src/mail/html.js'
import { type SlipInput, slip } from '../../src/mail/messages/slip.js'
import { due, finding, notice, secret } from './samples.js'

const late = due({ overdue: true, working_days: 5, date: dateOf('2022-09-16') })
const input: SlipInput = {
  rung: 3,
  number: '〔2022〕3号',
  addressee: '市商务局',
  copies: [],
  text: null,
  notice,
  issued_on: dateOf('2022-09-23'),
  signer: '赵主任',
  findings: [finding(2, { due: late }), finding(1, { due: late })],
  history: [
    {
      on: dateOf('2022-09-21'),
      what: '电话沟通',
      whom: '李联络',
      findings: [1, 2],
    },
    { on: dateOf('2022-09-19'), what: '逾期提醒', whom: null, findings: [1] },
  ],
  withdrawn: null,
}

function said(over: Partial<SlipInput>): readonly string[] {
  const message = slip({ ...input, ...over })
  return [message.text, rendered(message.html)]
}

t.test('a slip carries number, addressee, notice, findings, history and signature', async (t) => {
  t.equal(slip(input).subject, '黄色督办单1份')
  for (const part of said({})) {
    t.match(part, '黄色督办单〔2022〕3号')
    t.match(part, '主送：市商务局')
    t.match(part, '依据《关于三季度检查情况的通报》（云府办函〔2022〕5号）')
    t.match(part, '云府办函〔2022〕5号第1项 内容超期未更新')
    t.match(part, '（已逾期5个工作日）')
    t.match(part, '2022年9月21日 电话沟通（李联络）')
    t.ok(part.indexOf('2022年9月19日 逾期提醒') < part.indexOf('2022年9月21日 电话沟通'))
    t.match(part, '签发：赵主任 2022年9月23日')
    t.match(part, '签收本单')
  }
})

t.test('every rung has its name and its demand', async (t) => {
  const rungs: Record<SlipRung, readonly [string, string]> = {
    2: ['催办单', '现予催办'],
    3: ['黄色督办单', '现予黄色督办'],
    4: ['红色督办单', '现予红色督办'],
    5: ['提请通报', '拟提请通报或约谈，请审定'],
  }
  for (const [key, [name, demand]] of Object.entries(rungs)) {
    const rung = ([2, 3, 4, 5] as const).find((known) => String(known) === key) ?? 2
    t.equal(slip({ ...input, rung }).subject, `${name}1份`)
    for (const part of said({ rung })) {
      t.match(part, `${name}〔2022〕3号`)
      t.match(part, demand)
      t.equal(part.includes('签收本单'), rung !== 5)
    }
  }
})

t.test('what is not there is left out', async (t) => {
  for (const part of said({ number: null, signer: null, issued_on: null, history: [] })) {
    t.notMatch(part, /null|签发|此前催办情况/)
  }
})

t.test('a call about hidden findings alone is not told of', async (t) => {
  const findings = [...input.findings, secret(7, 'sensitive')]
  const history = [
    { on: dateOf('2022-09-20'), what: '电话沟通', whom: '李联络', findings: [1, 7] },
    { on: dateOf('2022-09-18'), what: '泄密沟通', whom: '钱某', findings: [7] },
  ]
  for (const part of said({ findings, history })) {
    t.match(part, '2022年9月20日 电话沟通（李联络）')
    t.notMatch(part, /泄密|钱某|第7项/)
    t.match(part, '有1项敏感事项待办')
  }
  const only = slip({ ...input, findings: [secret(7, 'sensitive')], history })
  t.equal(only.subject, '敏感事项1项')
  t.equal(only.text, '有1项敏感事项待办，请登录系统查看处理。')
})

t.test('a withdrawn slip says so, with its reason unless that might tell too much', async (t) => {
  t.equal(slip({ ...input, withdrawn: '已办结' }).subject, '撤回黄色督办单1份')
  for (const part of said({ withdrawn: '已办结' })) {
    t.match(part, '黄色督办单〔2022〕3号现予撤回，不再执行。原因：已办结')
    t.notMatch(part, '现予黄色督办')
  }
  const findings = [...input.findings, secret(7, 'sensitive')]
  for (const part of said({ findings, withdrawn: '泄密' })) t.notMatch(part, '泄密')
})

t.test('it says whom it is copied to, and its own words instead of the usual', async (t) => {
  for (const part of said({ copies: ['市政府督查室', '某局'], text: '请于三日内办结。' })) {
    t.match(part, '抄送：市政府督查室、某局')
    t.match(part, '请于三日内办结。')
    t.notMatch(part, '现予黄色督办')
  }
  for (const part of said({})) t.notMatch(part, '抄送')
  const findings = [...input.findings, secret(7, 'sensitive')]
  for (const part of said({ findings, text: '泄密' })) {
    t.notMatch(part, '泄密', 'its words may speak of any of them')
    t.match(part, '现予黄色督办')
  }
})
