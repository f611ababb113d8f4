import type { FoundFinding } from './found-finding.js'

const LABEL = /^(?:典型)?(?:案例|事例|问题)[一二三四五六七八九十\d]{1,3}[:、.\s]/
/** How a case is told: on a day, by whoever wrote, by what was found out. */
const TOLD =
  /^(?:\d{4}年|\d{1,2}月(?:\d{1,2}日|[,上中下初底])|经查|经核查|网民|网友|群众|近期|日前)/

/** Whether the first sentence of a line is the title of a case that the sentences behind it tell. */
export function isCaseTitle(line: string, second: string | undefined): boolean {
  return second !== undefined && (LABEL.test(line) || TOLD.test(second))
}

/** A case is told once: a title that names no thing is no finding of its own where its body tells of the same unit. */
export function withoutTitle(
  title: readonly FoundFinding[],
  body: readonly FoundFinding[],
): readonly FoundFinding[] {
  const told = new Set(body.map(({ finding }) => nameOf(finding.unit)))
  const bare = ({ finding }: FoundFinding) =>
    finding.objects.length === 0 && told.has(nameOf(finding.unit))
  const kept = title.filter((one) => !bare(one))
  const titled = new Set(kept.map(({ finding }) => nameOf(finding.unit)))
  // A title that names the thing of a body without one has told it.
  const more = body.filter(
    ({ finding }) => finding.objects.length > 0 || !titled.has(nameOf(finding.unit)),
  )
  return [...kept, ...more]
}

/** 某县政府 of a title is the 某县 of its body. */
function nameOf(unit: string | null): string | null {
  return unit?.replace(/(?:人民)?政府$/, '') ?? null
}
