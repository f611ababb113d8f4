import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { csvPages } from '../../../src/tables/write-csv.js'
import { nasty } from '../../tables/nasty.js'
import { debianProgram } from './programs.js'
import type { Scan } from './scan.js'

const run = promisify(execFile)
const ROWS = 5_000
const WITHIN_MS = 120_000
/** Commas, quotation marks, UTF-8, from the first line; numbers are recognised and formulas calculated. */
const AS_CSV = 'CSV:44,34,76,1,,0,false,true,false,false,false,-1,true'

/** S43: LibreOffice opens a list as it leaves here and finds no formula, but many in the same cells unguarded. */
export const scanFormulas: Scan = async (place) => {
  const program = await debianProgram('soffice', 'libreoffice-calc-nogui', place)
  if ('reason' in program) return { held: null, said: program.reason }
  const folder = join(place.system.folder, `lists-${randomUUID()}`)
  await mkdir(folder)
  const rows = cells().map((cell, index) => [String(index), cell])
  const opened = async (name: string, text: string) => {
    const file = join(folder, `${name}.csv`)
    await writeFile(file, text)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const how = ['--headless', '--convert-to', 'fods', `--infilter=${AS_CSV}`, '--outdir', folder]
    await run(program.path, [profile, ...how, file], { timeout: WITHIN_MS })
    const sheet = await readFile(join(folder, `${name}.fods`), 'utf8')
    return { rows: many(sheet, /<table:table-row/g), formulas: many(sheet, /table:formula=/g) }
  }
  const guarded = await opened('guarded', [...csvPages(rows)].join(''))
  const bare = await opened('bare', rows.map((row) => row.map(quoted).join(',')).join('\r\n'))
  const held = guarded.formulas === 0 && guarded.rows >= rows.length && bare.formulas > 0
  const said = `LibreOffice 打开 ${rows.length} 行，公式 ${guarded.formulas} 个；同样的内容不加防护有 ${bare.formulas} 个`
  return { held, said }
}

/** Whatever is nasty, and as much again that certainly would be calculated. */
function cells(): string[] {
  const any = fc.sample(nasty(), ROWS / 2)
  const signs = ['=', '+', '-', '@', '\t=', '\r=', ' =', '＝']
  const certain = any.map((_, index) => `${signs[index % signs.length]}1+${index}`)
  return [...any, ...certain]
}

function many(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}
