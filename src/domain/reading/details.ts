import type { Clause } from './clauses.js'
import { tidy } from './problem-words.js'
import type { Around } from './sentence-finding.js'
import type { Telling } from './telling.js'

/**
 * Whether a clause only says more of a fault just told: 首页有12个错链,其中“甲”链接跳转异常, or of a unit that it was
 * just told of: 其中乙乡最近一条为春节信息. Then its words are added to that fault, and it is none of its own.
 */
export function addDetail(
  telling: Telling,
  { tokens }: Clause,
  said: string,
  own: string,
  text: string,
): boolean {
  if (!said.startsWith('其中') || telling.open === 0) return false
  const from = telling.findings.length - telling.open
  const units = tokens.flatMap((one) => (one.kind === 'unit' ? [one.name] : []))
  const things = tokens.filter(({ kind }) => kind === 'object')
  const told = telling.findings.slice(from)
  const ofUnits =
    things.length === 0 &&
    units.length > 0 &&
    units.every((unit) => told.some((one) => one.unit === unit && one.objects.length > 0))
  const ofCount =
    units.length === 0 &&
    things.every(({ end }) =>
      /^(?:链接|附件|信息|文章|来信|留言|图片)/.test(text.slice(end, end + 2)),
    ) &&
    things.length > 0 &&
    told.every(({ problem }) => /\d+[个条件篇处封]/.test(problem))
  if (!ofUnits && !ofCount) return false
  const words = tidy(own)
  telling.findings = telling.findings.map((one, at) => {
    const meant = at >= from && (ofCount || units.includes(one.unit ?? ''))
    return meant ? { ...one, problem: `${one.problem},${words}` } : one
  })
  return true
}

/** Parts of an account that a clause names: its menus and links are no things beside it. */
const PART = /^(?:等)?(?:自定义)?(?:菜单|按钮|入口|功能|子菜单)/

/** Whether the things of a clause are parts of an account. */
export function namesParts({ tokens }: Clause, text: string): boolean {
  const things = tokens.filter(({ kind }) => kind === 'object')
  const units = tokens.some(({ kind }) => kind === 'unit')
  return (
    !units && things.length > 0 && things.every(({ end }) => PART.test(text.slice(end, end + 6)))
  )
}

/** The account that the last fault was told of. */
export function accountOf({ findings }: Telling, around: Around): Around {
  const last = findings.at(-1)
  const [name] = last?.objects ?? []
  return last?.platform && name ? { ...around, object: { name, platform: last.platform } } : around
}
