import { saysFault } from './faults.js'
import { citedNumber, type Numbering } from './headings.js'

/** A heading, and whatever stands under it. */
export interface Heading extends Pick<Numbering, 'level' | 'label'> {
  readonly title: string
  /** The units, where the heading is nothing but their names. */
  readonly units: readonly string[]
}

/** What a part holds by its headings; `unsaid` where none of them says. */
export type SectionKind = 'problems' | 'requirements' | 'praise' | 'other' | 'unsaid'

/** Where a line stands: the headings above it and what follows from them. */
export interface Section {
  readonly path: readonly Heading[]
  readonly kind: SectionKind
  readonly units: readonly string[]
  /** What a heading says is wrong with all that stands under it. */
  readonly problem: string | null
  readonly category: string | null
  readonly no: string
}

export const NO_SECTION: Section = {
  path: [],
  kind: 'unsaid',
  units: [],
  problem: null,
  category: null,
  no: '',
}

/** The section below another that a heading opens: deeper ones of before are over. */
export function opened({ path: before }: Section, heading: Heading): Section {
  const path = [...before.filter(({ level }) => level < heading.level), heading]
  const titles = path.filter(({ units, title }) => units.length === 0 && title !== '')
  return {
    path,
    kind:
      path.reduce<SectionKind | null>((kind, one) => kindOf(one, kind) ?? kind, null) ?? 'unsaid',
    units: path.findLast(({ units }) => units.length > 0)?.units ?? [],
    problem: problemIn(titles.findLast(({ title }) => saysFault(title))?.title),
    category: titles.findLast(({ title }) => !/^附|清单$|^表/.test(title))?.title ?? null,
    no: citedNumber(path.map(({ label }) => label)),
  }
}

const REQUIREMENTS =
  /^回执$|要求(?!“|不|过|与)|下一?步|下阶段|工作安排|建议|整改措施|几点|打算|部署|整改时限|反馈方式|结果运用|监督问责|(?:培训|学习|授课|课程|会议|自查)内容|议程/
const IMPERATIVE =
  /^(?:进一步|严格|严把|严肃|加强|加大|加快|强化|提升|提高|切实|建立|完善|抓好|抓实|狠抓|落实|压实|立行立改|举一反三|高度重视|做好|健全|深化|突出(?!问题)|把好|扎实|全面|认真|明确|持续|及时|规范|统一|立即|严明|落细)/
const PRAISE =
  /(?:主要|工作|运行)?特[点色]$|成效|亮点|表扬|先进|经验|做法|肯定|好的方面|更加(?!严重|突出)|(?:稳步|明显|显著|持续)(?:提升|改善|增强|向好)/
/** 已整改到位的: what was found before and is over. */
const MENDED =
  /^(?:问题)?(?:均|全部|基本)?已(?:经)?(?:全部|基本)?(?:整改|完成|解决|销号|办结)(?!.*[未不仍])/
const PROBLEMS = /问题|不足|短板|差距|典型|曝光|清单|案例|薄弱|不合格|扣分|通报批评/

function kindOf({ title, units, level }: Heading, above: SectionKind | null): SectionKind | null {
  if (units.length > 0) return null
  if (level === 0 && !PROBLEMS.test(title)) return 'other'
  const asks = REQUIREMENTS.test(title) && !/未按(?:要求|规定)|不(?:符合|按).{0,2}要求/.test(title)
  if (asks && !/存在|问题及|问题和/.test(title)) return 'requirements'
  if (above === null && IMPERATIVE.test(title) && !/不|未|缺|差/.test(title)) return 'requirements'
  if (PRAISE.test(title) && !/问题/.test(title)) return 'praise'
  if (MENDED.test(title)) return 'praise'
  if (PROBLEMS.test(title) || saysFault(title)) return 'problems'
  return /总体|基本情况|概况|整体|(?:抽查|检查|监测|运行|开展|工作|办理|复查|整改)情况$/.test(title)
    ? 'other'
    : null
}

/** 未按时更新的账号(3个) says 未按时更新. */
function problemIn(title: string | undefined): string | null {
  if (!title) return null
  const words = title
    .replace(/\([^()]*\)$/, '')
    .replace(/(?:方面|情况|问题)$/, '')
    .replace(/的?(?:单位|账号|栏目|网站|新媒体|政务新媒体|频道|部门|问题)?$/, '')
    .replace(/^(?:存在|以下)/, '')
  // 主要问题, 存在的问题 name no problem.
  return words.length >= 2 && saysFault(words) ? words : null
}
