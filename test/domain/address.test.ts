import t from 'tap'
import { isAddress } from '../../src/domain/address.js'

const GOOD = ['a@b.cn', 'swj_2022@mail.yz.gov.cn', 'first.last+tag@x-y.example', 'A1@1st.example']
const BAD = [
  '',
  'plain',
  '@b.cn',
  'a@',
  'a@localhost',
  'a@b..cn',
  '.a@b.cn',
  'a.@b.cn',
  'a..b@c.cn',
  'a@-b.cn',
  'a@b-.cn',
  'a@127.0.0.1',
  'a@[127.0.0.1]',
  'a b@c.cn',
  '"a b"@c.cn',
  '"a@evil.example x"@good.example',
  'a@evil.example,b@good.example',
  'a@good.example;b@evil.example',
  'A <a@b.cn>',
  '<a@b.cn>',
  'group: a@b.cn;',
  'a(comment)@b.cn',
  'a@b.cn ',
  'a@b.cn\n',
  'a@b.cn\r\nBcc: x@evil.example',
  'a@b.cn\u0000',
  'a%evil.example@b.cn',
  'evil.example!a@b.cn',
  '张三@b.cn',
  'a@例子.cn',
  'a@b.cn\u202e',
  `${'a'.repeat(65)}@b.cn`,
  `a@${'b'.repeat(64)}.cn`,
  `a@${'b.'.repeat(130)}cn`,
]

t.test('plain mailboxes and nothing else', async (t) => {
  for (const text of GOOD) t.equal(isAddress(text), true, text)
  for (const text of BAD) t.equal(isAddress(text), false, JSON.stringify(text))
})

t.test('the longest local part, label and address are taken, one letter more is not', async (t) => {
  const label = 'b'.repeat(63)
  t.ok(isAddress(`${'a'.repeat(64)}@${label}.cn`))
  t.notOk(isAddress(`${'a'.repeat(64)}@${label}b.cn`))
  const longest = `${'a'.repeat(59)}@${label}.${label}.${label}.cn`
  t.equal(longest.length, 254)
  t.ok(isAddress(longest))
  t.notOk(isAddress(`a${longest}`))
})

t.test('the name and the last label are what they are, however many stand between', async (t) => {
  t.notOk(isAddress('office.example.cn'), 'no name at all')
  t.ok(isAddress('a@b.1.cn'))
  t.notOk(isAddress('a@b.cn.1'), 'the last label is a number')
})
