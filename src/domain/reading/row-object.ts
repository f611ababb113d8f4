import { columnOf, roleOf } from './columns.js'
import { platformOf } from './platforms.js'
import { NOTHING_FOUND } from './row-finding.js'
import { isUnitName } from './unit-mentions.js'

/** A plain site or account names no thing of its own: another cell of its row may. */
const KIND =
  /^(?:[省市县区州乡镇]?(?:人民)?政府)?(?:门户|官方|单位|本局)?(?:网站|官网|微信公众号|公众号|新媒体|小程序|微博)?$/
/** All of it, and no part. */
const WHOLE = /^(?:全站|全部|整站|整体)$/
const NONE = /^(?:—+|-+|\/)$/

/**
 * The thing of a row: what its column of things says; where that is blank or only a kind, the nearest cell before the
 * problem that says more, be its head one that is known or another between the unit and the problem. 全站 is the site.
 */
export function objectOfRow(cells: readonly string[], heads: readonly string[]): string | null {
  const problem = columnOf(heads, 'problem')
  const problemCell = cells[problem] ?? ''
  const first = cells[columnOf(heads, 'object')] ?? ''
  if (!isVague(first)) return objectOf(first)
  const places = cells.filter((_, at) => at < problem && isPlace(heads, at, problem))
  const finer = places.findLast(namesThing)
  if (finer) return objectOf(finer)
  const platform = cells[columnOf(heads, 'platform')] ?? ''
  const whole = places.some((cell) => WHOLE.test(cell))
  const own = /“[^“”]{1,30}”/.exec(platform)?.[0]
  return objectOf(own ?? (whole ? platform : nearer(first, problemCell)))
}

function isVague(cell: string): boolean {
  return KIND.test(cell) || WHOLE.test(cell) || NONE.test(cell)
}

/** A column of things, or one between the unit and the problem whose head is not known. */
function isPlace(heads: readonly string[], at: number, problem: number): boolean {
  const role = roleOf(heads[at] ?? '')
  const unit = columnOf(heads, 'unit')
  return role === 'object' || (role === null && unit >= 0 && unit < at && at < problem)
}

function namesThing(cell: string): boolean {
  return !isVague(cell) && cell.length <= 24 && !/^[\d.%/年月日-]+$/.test(cell) && !isUnitName(cell)
}

/** A plain site is where all of a unit is: the column that the problem begins with is the thing. */
function nearer(object: string, problem: string): string {
  const [, column] = /^“([^“”]{1,30})”/.exec(problem) ?? []
  return KIND.test(object) && object !== '' && column ? column : object
}

/** “某某”微信公众号: the account by its name, whose platform is read apart. */
const ACCOUNT = /^(?:官方|政务)?[^“”]{0,10}“([^“”]{1,30})”[^“”]{0,10}$/

function objectOf(cell: string): string | null {
  const account = ACCOUNT.exec(cell)
  const around = account ? cell.replace(/“[^“”]*”/, '') : ''
  if (account?.[1] && platformOf(around) !== null) return account[1]
  const name = lastStep(cell)
    .replace(/[“”《》]/g, '')
    .replace(/栏目$/, '')
    .replace(/\([^()]*\)$/, '')
  return NOTHING_FOUND.test(name) ? null : name
}

/** 首页-政务公开-财政预决算 names the last of its steps. */
function lastStep(cell: string): string {
  const steps = cell.split(/[>»→]|(?<=[\u4e00-\u9fff])[-—–](?=[\u4e00-\u9fff])/)
  return steps.length > 2 ? (steps.at(-1) ?? cell) : cell
}
