import t from 'tap'
import { v7 } from 'uuid'
import { mailIdsIn, messageIdOf, returnPathOf } from '../../src/domain/mail-id.js'

const [one, two] = [v7(), v7()]

t.test('a mail is known by its Message-ID and by its return path', async (t) => {
  t.equal(messageIdOf(one, 'office@example.cn'), `<${one}@example.cn>`)
  t.equal(returnPathOf(one, 'returns@example.cn'), `returns+${one}@example.cn`)
  t.strictSame(mailIdsIn(messageIdOf(one, 'office@example.cn')), [one])
  t.strictSame(mailIdsIn(`"退信" <${returnPathOf(one, 'returns@example.cn')}>`), [one])
})

t.test('each id is found once, in order; what is no id of a mail is not', async (t) => {
  const text = `<${two}@a.cn> <${one}@a.cn>, x+${two.toUpperCase()}@a.cn`
  t.strictSame(mailIdsIn(text), [two, one])
  t.strictSame(mailIdsIn(`${one} x${one}@a.cn <${one}> <${one.slice(1)}@a.cn>`), [])
  t.strictSame(mailIdsIn(`${one}@a.cn`), [one], 'bare, as some servers write it')
})
