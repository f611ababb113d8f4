import { readFileSync } from 'node:fs'
import t from 'tap'
import { findIndicator } from '../../src/domain/catalogue.js'
import { isDispatched, parseLedger, unitNames } from '../../src/example/ledger.js'

const read = (name: string) =>
  readFileSync(new URL(`../../example/${name}`, import.meta.url), 'utf8')
const notice = read('notice.txt')
const ledger = parseLedger(read('ledger.json'))
const characters = Array.from(notice)

t.test(
  'the example is some forty findings over fifteen units, one of them collective',
  async (t) => {
    t.equal(ledger.findings.length, 40)
    t.equal(ledger.findings.filter(isDispatched).length, 39)
    t.equal(unitNames(ledger).length, 15)
    t.same(
      ledger.findings.map((line) => line.n),
      Array.from({ length: 40 }, (_, index) => index + 1),
    )
  },
)

t.test('every sentence stands in the notice where the ledger says, by code points', async (t) => {
  for (const line of ledger.findings) {
    const there = characters.slice(line.sentenceStart ?? 0, line.sentenceEnd ?? 0).join('')
    t.equal(there, line.sentence, `line ${line.n}`)
    t.ok(there.includes(line.problemText), `line ${line.n} is in its sentence`)
  }
})

t.test('nothing but headings is left over of the part that lists problems', async (t) => {
  const used = new Set<number>()
  for (const { sentenceStart, sentenceEnd } of ledger.findings) {
    for (let at = sentenceStart ?? 0; at < (sentenceEnd ?? 0); at++) used.add(at)
  }
  const from = notice.indexOf('二、')
  const left = characters
    .slice(from, notice.indexOf('三、'))
    .filter((_, index) => !used.has(from + index))
    .join('')
  t.match(left, /^二、[^\n]*\n(（[一二三四五]）[^。\n]*。\n){5}$/)
})

t.test('every indicator is in the catalogue', async (t) => {
  for (const { indicatorId } of ledger.findings) {
    t.ok(indicatorId && findIndicator(indicatorId), indicatorId ?? '')
  }
})
