import type { Clause } from './clauses.js'
import { nounPhraseOf } from './noun-phrases.js'
import { tidy } from './problem-words.js'
import type { Around } from './sentence-finding.js'
import type { Telling } from './telling.js'

/**
 * Whether a clause only says more of a fault just told: 首页有12个错链,其中“甲”链接跳转异常, or of a unit that it was
 * just told of: 其中乙乡最近一条为春节信息. Then its words are added to that fault, and it is none of its own.
 */
export function addDetail(
  telling: Telling,
  { tokens, start }: Clause,
  said: string,
  own: string,
  text: string,
): boolean {
  const counted = COUNTED.test(said)
  if (!(said.startsWith('其中') || counted) || telling.open === 0) return false
  const from = telling.findings.length - telling.open
  const units = tokens.flatMap((one) => (one.kind === 'unit' ? [one.name] : []))
  const things = tokens.filter(({ kind }) => kind === 'object')
  const told = telling.findings.slice(from)
  // 其中安平公司的智能应答…: what begins with a thing of its own is no detail of another.
  const behind = own.slice((tokens.at(-1)?.end ?? start) - start).replace(/^的/, '')
  if (units.length > 0 && things.length === 0 && nounPhraseOf(behind)) return false
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
  const tail = counted
    ? own.slice(said.length - (COUNTED.exec(said)?.groups?.['tail'] ?? '').length)
    : ''
  telling.findings = telling.findings.map((one, at) => {
    const meant = at >= from && (ofCount || units.includes(one.unit ?? ''))
    const token = tokens.find(({ kind, name }) => kind === 'unit' && name === one.unit)
    const count = token && counted ? COUNT_OF.exec(text.slice(token.end))?.[0] : undefined
    const more = count ? count + tail : words
    return meant ? { ...one, problem: `${one.problem},${more}` } : one
  })
  return true
}

/** Of units told of before how many each has: 甲局有11条、乙局有6条信息超期未公示. */
const COUNTED = /^△+有?\d+[条个件篇封处项次](?:[、和及]△+有?\d+[条个件篇封处项次])+(?<tail>[^△]*)$/
const COUNT_OF = /^有?\d+[条个件篇封处项次]/

/** What was told of somebody without a thing, and where it happened: “甲热线”工单3次退回, 该稿件发布于“乙”栏目. */
export function addPlace(telling: Telling, { tokens, start, end }: Clause, text: string): boolean {
  const [only, ...more] = tokens
  if (only?.kind !== 'object' || more.length > 0 || telling.open === 0) return false
  const from = telling.findings.length - telling.open
  if (telling.findings.slice(from).some(({ objects }) => objects.length > 0)) return false
  const item = /^的?(?:工单|来信|信件|留言|诉求|咨询件)/.test(text.slice(only.end, end))
  const stands = /^[该此](?:稿件|信息|文章|文件|内容|视频|留言|来信|公告|名单)/.test(
    text.slice(start),
  )
  if (!item && !stands) return false
  const words = tidy(text.slice(start, end))
  const { name, platform } = only
  telling.findings = telling.findings.map((one, at) =>
    at < from ? one : { ...one, objects: [name], platform, problem: `${one.problem},${words}` },
  )
  return true
}

/** 后台留言不接收, 简介中…: parts of the account told of before, by their bare names. */
export function isBarePart(said: string): boolean {
  return /^(?:其|且|并)?(?:后台|后台留言|评论区|自动回复|简介|头像|底部菜单|自定义菜单|菜单)/.test(
    said,
  )
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
