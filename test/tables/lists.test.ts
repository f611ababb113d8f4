import fc from 'fast-check'
import t from 'tap'
import { cellOfNames, namesIn } from '../../src/contracts/register/names-in-cell.js'
import { csvLines } from '../../src/tables/csv.js'
import { guarded, unguarded } from '../../src/tables/guard.js'
import { csvPages } from '../../src/tables/write-csv.js'
import { nasty } from './nasty.js'

/** What a spreadsheet calculates when a cell begins with it (full-width forms too), and what it skips before. */
const FORMULA = /^\s*[=+\-@＝＋－＠﹦﹢﹣﹫]|^[\t\r]/u

const written = (rows: readonly (readonly string[])[]) => [...csvPages(rows)].join('')

t.test('S43 no cell of an export begins a formula, and each is read back as it was', async (t) => {
  for (const sign of ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
    t.equal(guarded(`${sign}1+1`), `'${sign}1+1`)
    t.notMatch(guarded(` ${sign}1`), FORMULA)
  }
  t.equal(guarded('甲局-乙'), '甲局-乙', 'what is harmless stays')
  const row = fc.array(nasty(), { minLength: 1, maxLength: 4 })
  const rows = fc.array(row, { minLength: 1, maxLength: 4 })
  const property = fc.property(rows, (rows) => {
    const wide = rows.map((cells) => ['名', ...cells])
    const lines = csvLines(written(wide), { ragged: true })
    const shown = lines.map(({ record }) => record)
    if (shown.flat().some((cell) => FORMULA.test(cell))) return false
    const read = shown.map((record) => record.map(unguarded))
    return JSON.stringify(read) === JSON.stringify(wide)
  })
  t.doesNotThrow(() => fc.assert(property, { numRuns: 3_000 }))
})

t.test(
  'a cell of a list people write loses its spaces, and an apostrophe that guards',
  async (t) => {
    t.equal(unguarded('  甲局 '), '甲局')
    t.equal(unguarded("'=甲"), '=甲')
    t.equal(unguarded("'甲'"), "'甲'", 'one that guards nothing is a sign like others')
  },
)

t.test('names of one cell are parted where people part them, and come back from it', async (t) => {
  t.strictSame(namesIn('教育局、教委; 市教育局|教体局；'), ['教育局', '教委', '市教育局', '教体局'])
  t.strictSame(namesIn(String.raw`住房\、城乡建设局、住建局`), ['住房、城乡建设局', '住建局'])
  t.equal(cellOfNames([]), '')
  const property = fc.property(fc.array(nasty(), { maxLength: 5 }), (names) => {
    return JSON.stringify(namesIn(cellOfNames(names))) === JSON.stringify(names)
  })
  t.doesNotThrow(() => fc.assert(property, { numRuns: 3_000 }))
})

t.test('many rows leave page by page, with one mark at the beginning', async (t) => {
  const rows = Array.from({ length: 1_201 }, (_, index) => [`第${index}行`])
  const pages = [...csvPages(rows)]
  t.equal(pages.length, 3)
  t.strictSame(
    pages.map((page) => page.startsWith('\uFEFF')),
    [true, false, false],
  )
  t.strictSame(
    csvLines(pages.join('')).map(({ record }) => record),
    rows,
  )
})
