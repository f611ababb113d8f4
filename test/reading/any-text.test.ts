import fc from 'fast-check'
import t from 'tap'
import { readNotice } from '../../src/domain/reading/read-notice.js'
import { figure } from '../helpers/figure.js'
import { FOLDERS, noticesIn } from './notices.js'

t.setTimeout(600_000)

/** How many mutated notices are read; a night's run takes NOTICES=100000. */
const RUNS = Number(process.env['NOTICES'] ?? 150)

const NOTICES = FOLDERS.flatMap(noticesIn).map(({ text }) => text)
const SCRAPS = [
  '“',
  '”',
  '(',
  '（',
  '|',
  '\t',
  '\n',
  '、',
  '；',
  '等3家单位',
  '分别',
  '除',
  '😀',
  '\u3000',
  '市',
  '未',
  '1.',
  '一、',
  '\ud800',
  '9月31日前',
  '附件1',
]

/** Milliseconds of work, whatever else the machine does meanwhile. */
function since(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1_000
}

/** A notice with pieces taken out, doubled, moved and put in. */
const mutated = fc
  .tuple(
    fc.nat(NOTICES.length - 1),
    fc.array(
      fc.tuple(
        fc.nat(3),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.nat(60),
        fc.nat(SCRAPS.length - 1),
      ),
      { maxLength: 8 },
    ),
  )
  .map(([which, changes]) =>
    changes.reduce((text, [kind, share, length, scrap]) => {
      const at = Math.floor(text.length * share)
      const [before, piece, rest] = [
        text.slice(0, at),
        text.slice(at, at + length),
        text.slice(at + length),
      ]
      if (kind === 0) return before + rest
      if (kind === 1) return before + piece + piece + rest
      if (kind === 2) return rest + before + piece
      return before + (SCRAPS[scrap] ?? '') + piece + rest
    }, NOTICES[which] ?? ''),
  )

// What is read for the first time is compiled first.
for (const text of NOTICES) readNotice(text)

t.test('every finding and doubt stands where it says, in any text, and soon', async (t) => {
  let slowest = 0
  fc.assert(
    fc.property(mutated, (text) => {
      const begun = process.cpuUsage()
      const { findings, unresolved, checks } = readNotice(text)
      slowest = Math.max(slowest, since(begun) / Math.max(1, text.length / 1_000))
      const points = Array.from(text)
      for (const { start, end, sentence } of findings) {
        if (points.slice(start, end).join('') !== sentence) throw new Error(`sentence at ${start}`)
      }
      for (const { start, end, text: words } of unresolved) {
        if (points.slice(start, end).join('') !== words) throw new Error(`doubt at ${start}`)
      }
      for (const { words } of checks) {
        if (words && points.slice(words.start, words.end).join('') !== words.text)
          throw new Error(`check at ${words.start}`)
      }
      return findings.every(({ n }, index) => n === index + 1)
    }),
    { numRuns: RUNS },
  )
  figure(`${RUNS} mutated notices, the slowest ${slowest.toFixed(1)} ms per thousand characters`)
  t.ok(slowest <= 50, `at most 50 ms per thousand characters: ${slowest}`)
})

t.test('no text holds it up', async (t) => {
  const time = (text: string) => {
    const begun = process.cpuUsage()
    readNotice(text)
    return since(begun)
  }
  for (const piece of [
    ...SCRAPS,
    '和',
    '市教育局和',
    '“甲”、',
    '市教育局“甲”栏目、',
    '未更新，',
    '超过14天',
    '(((',
    '| |\n',
  ]) {
    const text = piece.repeat(Math.floor(20_000 / piece.length))
    t.ok(time(text) < 20 * 50, `${JSON.stringify(piece)} again and again`)
  }
  const lines = NOTICES.join('\n').split('\n')
  const long = Array.from({ length: 2_000 }, (_, index) => lines[index % lines.length]).join('\n')
  const took = time(long)
  figure(`a notice of 2,000 lines in ${took.toFixed(0)} ms`)
  t.ok(took < 2_000)
})
