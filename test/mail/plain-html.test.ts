import t from 'tap'
import { html, originOf, rendered } from '../../src/mail/html.js'
import { clip, oneLine } from '../../src/mail/plain.js'

t.test('one line holds nothing that breaks, hides or reorders', async (t) => {
  t.equal(oneLine(' a\r\nb\tc\u0000d\u2028e\u0085f '), 'a b c d e f')
  t.equal(oneLine('exe\u202egpj.\u2066x\u2069\u200f'), 'exegpj.x')
  t.equal(oneLine('a\u200bb\u2060c\ufeffd\u00ade\u{e0041}f'), 'abcdef')
  t.equal(oneLine('半\ud800个\udc00'), '半\ufffd个\ufffd')
  t.equal(oneLine('“政策解读”𠮷野家'), '“政策解读”𠮷野家')
})

t.test('clipping counts code points', async (t) => {
  t.equal(clip('𠮷𠮷𠮷', 3), '𠮷𠮷𠮷')
  t.equal(clip('𠮷𠮷𠮷𠮷', 3), '𠮷𠮷…')
})

t.test('S42 text is escaped in content and attributes, markup of ours is kept', async (t) => {
  const evil = `"'><script>alert(1)</script>&\``
  const inner = html`<b title="${evil}">${evil}</b>`
  const whole = rendered(html`<p>${inner}${[inner, inner]}</p>`)
  t.equal(whole.split('<b title="').length, 4)
  t.notMatch(whole, '<script')
  t.match(whole, '&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#96;')
})

t.test('an object from outside cannot pass for markup', async (t) => {
  const forged = JSON.parse('{"markup":"<script>","__proto__":{"markup":"<script>"}}')
  t.notMatch(rendered(html`<p>${forged}</p>`), '<script')
})

t.test('an origin is scheme, host and port', async (t) => {
  for (const good of ['https://zg.example.cn', 'http://127.0.0.1:8080']) {
    t.equal(originOf(good), good)
  }
  const bad = [
    'https://zg.example.cn/',
    'https://zg.example.cn/path',
    'https://user@zg.example.cn',
    'javascript:alert(1)',
    'ftp://zg.example.cn',
    'https://zg.example.cn"onclick="x',
    'zg.example.cn',
    '',
  ]
  for (const text of bad) t.throws(() => originOf(text), { name: 'RangeError' }, text)
})
