import t from 'tap'
import { dateOf } from '../../src/domain/instant.js'
import { MEDIA } from '../../src/domain/vocabulary.js'
import { rendered } from '../../src/mail/html.js'
import { PROOF } from '../../src/mail/messages/proof.js'
import { type SliceInput, slice } from '../../src/mail/messages/slice.js'
import { context, due, finding, noon, notice, secret } from './samples.js'

const input: SliceInput = {
  notice,
  findings: [finding(2), finding(1, { category: '空白栏目', medium: 'mailbox', place: null })],
  deemed_on: dateOf('2022-09-27'),
  stamped_report: true,
}

function both(over: Partial<SliceInput>, over2 = {}): readonly string[] {
  const said = slice({ ...input, ...over }, { ...context, ...over2 })
  return [said.text, rendered(said.html)]
}

t.test('a slice says what, where, by when, what proves it and how to sign', async (t) => {
  t.equal(slice(input, context).subject, '新交办2项')
  for (const part of both({})) {
    t.match(part, '《关于三季度检查情况的通报》（云府办函〔2022〕5号）涉及贵单位问题2项')
    t.match(part, '云府办函〔2022〕5号第1项 空白栏目')
    t.match(part, '问题：第2号栏目超过14天未更新')
    t.match(part, '位置：“部省要闻”栏目 / 市商务局频道')
    t.match(part, '时限：2022年9月30日（星期五）24:00前（剩余5个工作日）')
    t.match(part, `佐证材料：${PROOF.channel}`)
    t.match(part, `佐证材料：${PROOF.mailbox}`)
    t.match(part, '书面反馈须加盖单位公章')
    t.match(
      part,
      '登录系统，在待签收通知中办理签收。至2022年9月27日（星期二）24:00仍未签收的，视同签收。',
    )
    t.ok(part.indexOf('第1项') < part.indexOf('第2项'))
  }
})

t.test('what does not apply is not said', async (t) => {
  for (const part of both({ stamped_report: false, deemed_on: null })) {
    t.notMatch(part, '公章')
    t.notMatch(part, '视同签收')
    t.notMatch(part, '紧急')
  }
  const unnumbered = { number: null, title: '提示单' }
  for (const part of both({ notice: unnumbered, findings: [finding(1, { notice: unnumbered })] })) {
    t.match(part, '《提示单》涉及')
    t.notMatch(part, 'null')
  }
})

t.test('a time, a provisional date and a last day are spelt out', async (t) => {
  const at = (over: Parameters<typeof due>[0]) =>
    both({ findings: [finding(1, { due: due(over) })] })
  for (const part of at({ time: noon })) t.match(part, '（星期五）12:00前')
  for (const part of at({ provisional: true })) t.match(part, '放假安排尚未公布，日期暂定')
  for (const part of at({ working_days: 0 })) t.match(part, '已无剩余工作日')
})

t.test('urgent findings come first, with the order to take down and the telephone', async (t) => {
  const findings = [finding(1), finding(2, { urgent: true })]
  t.equal(slice({ ...input, findings }, context).subject, '紧急交办1项、新交办1项')
  for (const part of both({ findings })) {
    t.match(part, '请立即先行处置（下线、删除或更正）')
    t.match(part, '值班电话：0800-1234567')
    t.ok(part.indexOf('【紧急】云府办函〔2022〕5号第2项') < part.indexOf('第1项'))
  }
  for (const part of both({ findings }, { duty_phone: null })) t.notMatch(part, '值班电话')
})

t.test('every medium has its proof', async (t) => {
  for (const medium of MEDIA) {
    const [text] = both({ findings: [finding(1, { medium })] })
    t.match(text, PROOF[medium])
  }
})

t.test('a slice of hidden findings only does not name its notice, but how to sign', async (t) => {
  for (const part of both({ findings: [secret(1, 'sensitive'), secret(2, 'sensitive')] })) {
    t.match(part, '有2项敏感事项待办')
    t.match(part, '办理签收')
    t.notMatch(part, /泄密|通报|5号/)
  }
})
