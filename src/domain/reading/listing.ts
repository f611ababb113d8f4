import type { Block, TextBlock } from './document.js'

/** A list of problems that no heading names: from the line that announces it. */
export interface Listing {
  /** How deep its items are numbered; null before the first of them, and where they bear no number. */
  readonly level: number | null
  /** Whether the last of them said something itself, and does not only head what follows. */
  readonly told: boolean
}

const PROBLEMS = '问题|不足|差距|短板|不合格|不达标|责令整改|薄弱环节|教训|曝光|通报批评'
/** 现将主要问题通报如下:, 但也要看到,少数单位还有差距: */
const ANNOUNCES = new RegExp(
  `(?:${PROBLEMS})[^。;]{0,40}(?::|如下(?:,请[^。;]{0,20})?。?|以下问题。?)$|(?:梳理|排查|查找|发现)[^。;]{0,12}问题[^。;]{0,12}。[^。;]{0,20}现将[^。;]{0,20}如下[:。]$|点名通报(?:如下)?[:。]$`,
)
const DEMANDS =
  /问题(?:的)?(?:整改|复查|办理)|(?:整改|复查)情况|(?:请|要求|务必|须|应当?)[^。;]{0,30}:$|(?:建议|措施|安排|意见|要求)(?:如下)?[:。]$/
/** A title that says that problems are told of. */
const TITLE = new RegExp(`(?:${PROBLEMS}|超期|逾期|违规|典型案例|督办)[^,。]{0,16}(?:通报|函|通知)`)

/** Announced, and no item yet. */
export const OPENED: Listing = { level: null, told: false }

/**
 * The list that holds for a line: what was open before, opened by what a line announces, and over with the first line
 * that stands above its items or, behind numbered ones, bears no number.
 */
export function listingAt(before: Listing | null, { read, line }: TextBlock): Listing | null {
  if (before === null) return null
  const told = /[。;]$/.test(line.text)
  if (before.level === null) return read.numbered ? { level: read.level, told } : before
  if (read.numbered) return read.level >= before.level ? { ...before, told } : null
  return before.told ? null : before
}

/** 现将有关情况通报如下:, 现予公布。: what was found is told from here on, whatever it is. */
const REPORTS =
  /(?:^|[,。;])(?:现|有关|具体|经[^,。]{1,12}同意,现)[^。:;]{0,30}(?:(?:通报|公布|曝光|函告|反馈|情况|结果)[^。:;]{0,4}(?:如下|于后)|予(?:以)?(?:公布|通报))(?:,请[^。:;]{0,20})?[:。]$|(?:情况|结果)如下[:。]$/

/** Whether what was found is told below a line, in parts whose headings do not say of what kind they are. */
export function reports({ line }: TextBlock): boolean {
  return REPORTS.test(line.text) && !DEMANDS.test(line.text)
}

/** Whether the lines below a line are a list of problems. */
export function announces({ line }: TextBlock): boolean {
  return ANNOUNCES.test(line.text) && !DEMANDS.test(line.text)
}

/** The list that a whole notice is: its title speaks of problems, and it has no headings. */
export function listingOf(title: string | null, blocks: readonly Block[]): Listing | null {
  const headed = blocks.some(({ section }) => section.path.some(({ label }) => label !== ''))
  return title !== null && TITLE.test(title) && !headed ? OPENED : null
}
