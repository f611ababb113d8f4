import { readFile } from 'node:fs/promises'
import type { Deps } from '../commands/deps.js'
import { importAssets } from '../commands/register/import-assets.js'
import { importPeople } from '../commands/register/import-people.js'
import type { ImportFault, ImportReport } from '../commands/register/import-report.js'
import { importUnits } from '../commands/register/import-units.js'
import { headingOf } from '../contracts/register/judged-lines.js'
import { MOST_ALIASES } from '../domain/matching/plain-name.js'
import { TroubleError } from '../local/trouble.js'
import type { ImportName } from './arguments.js'
import { ASSETS, type Complaint, type List, PEOPLE, UNITS } from './lists.js'

const FAULT_WORDS: Readonly<Record<ImportFault, string>> = {
  UNKNOWN: '没有这个单位',
  AMBIGUOUS: '这个别名不止一个单位在用，请写全称',
  TWICE: '与前面的行重复',
  TAKEN: '这个单位的登记册里已有同类型、同平台、同名称的一项',
  NO_SUCH_ASSET: '没有这个系统编号',
  SEVERAL_ASSETS: '登记册里不止一项符合，请写系统编号',
  OTHER_UNITS_ASSET: '这个网址登记在另一单位名下：移交请写系统编号，共用请把那一项也列入名单',
  TOO_MANY_NAMES: `连同已登记的别名和原名超过 ${MOST_ALIASES} 个，请先在登记册里删去不用的别名`,
  BELOW_ITSELF: '上级单位不能是它自己或它的下级',
  DUTIES_APART: '同一人不能在同一时间兼任管理员、安全管理员、审计人员中的两项',
  UNIT_NEEDED: '联络员和单位签发人要写明单位',
  NO_UNIT: '办公室的角色不写单位',
}

/** An office a list is imported into, and whose subjects its people have. */
export interface ImportPlace {
  deps: Pick<Deps, 'pool' | 'newId'>
  office_id: string
  issuer: string
}

/**
 * Imports a list as a whole. Throws TroubleError with every bad line when there is one; then nothing was written.
 */
export async function importList(
  name: ImportName,
  file: string,
  { deps, office_id, issuer }: ImportPlace,
): Promise<ImportReport> {
  const bytes = await readFile(file).catch(() => {
    throw new TroubleError(`读不到文件 ${file}。(no such file)`)
  })
  switch (name) {
    case 'import-units':
      return all(UNITS, bytes, (rows) => importUnits(deps, office_id, rows))
    case 'import-people':
      return all(PEOPLE, bytes, (rows) => importPeople(deps, office_id, issuer, rows))
    case 'import-assets':
      return all(ASSETS, bytes, (rows) => importAssets(deps, office_id, rows))
  }
}

async function all<Row>(
  { read, columns }: List<Row>,
  bytes: Uint8Array,
  enter: (rows: readonly Row[]) => Promise<ImportReport>,
): Promise<ImportReport> {
  const found = read(bytes)
  if ('complaints' in found) throw refused(found.complaints)
  const report = await enter(found.rows)
  if (report.problems.length === 0) return report
  throw refused(
    report.problems.map(({ line, column, fault }) => {
      return `第 ${line} 行“${headingOf(column, columns)}”：${FAULT_WORDS[fault]}。`
    }),
  )
}

function refused(complaints: readonly Complaint[]): TroubleError {
  const shown = complaints.slice(0, 50).map((complaint) => `  - ${complaint}`)
  const more = complaints.length > 50 ? [`  …… 共 ${complaints.length} 处`] : []
  return new TroubleError(`名单有误，一行也没有导入：\n${[...shown, ...more].join('\n')}`)
}
