import type { Pair } from './pairs.js'
import type { Token } from './tokens.js'

const COUNTED_THINGS =
  '(?:\\s*\\([^()]{0,40}\\))?(?:等)?(?:\\d+个|[两二三四五六七八九十]个)?(?:政府|政务|官方|新媒体)?(?:微信公众号|公众号|今日头条号|头条号|抖音号|微博|微信|账号|帐号|新媒体|栏目|专栏|频道|板块|单位|部门|网站|家单位|个单位|县区|县\\(市、区\\))?'
const LEADING = new RegExp(
  `^(?:[\\s、,:;的)】。—\\-–]|等(?:\\d+)?[个家]?(?:单位|部门|网站|账号|栏目|乡镇|县区|县|区|街道|政务新媒体|新媒体)*|均|都|也|则|仍然|分别|和|及|以及|但|而|且|并且|另外|此外|其中|还)+`,
)

/** What is wrong, in the words of the text: what a clause says once its unit, and a list of things, are taken off. */
export function problemOf(
  text: string,
  { start, end }: { start: number; end: number },
  tokens: readonly Token[],
  pairs: readonly Pair[],
): string {
  const within = tokens.filter((one) => one.start >= start && one.end <= end && !one.bracketed)
  const units = within.filter(({ kind }) => kind === 'unit')
  const objects = within.filter(({ kind }) => kind === 'object')
  const many = pairs.length > 1 || units.length > 1
  const listed = many && objects.length > 0 && !isShared(units, objects, pairs)
  const rest = text.slice(listed ? lastInList(text, within) : (units.at(-1)?.end ?? start), end)
  const words = listed ? rest.replace(new RegExp(`^${COUNTED_THINGS}`), '') : rest
  return tidy(words)
}

/** Whether all units have the same one thing, or the same that contradict each other: then it stays in the words. */
function isShared(
  units: readonly Token[],
  objects: readonly Token[],
  pairs: readonly Pair[],
): boolean {
  const before = (units.at(-1)?.end ?? 0) <= (objects[0]?.start ?? 0)
  const things = new Set(pairs.map(({ objects }) => objects.map(({ name }) => name).join('/')))
  return units.length > 0 && before && things.size === 1
}

/** The end of the list that names what is spoken of; a thing named later, behind a fault, belongs to the problem. */
function lastInList(text: string, tokens: readonly Token[]): number {
  let end = tokens[0]?.end ?? 0
  for (const token of tokens.slice(1)) {
    const between = text.slice(end, token.start)
    if (between.length > 30 || /未|不|无|超|缺/.test(between)) break
    end = token.end
  }
  return end
}

/** 除“甲”更新正常外,其余: what is not meant. */
const EXCEPTED = /^除[^,。;外]{2,60}外,?(?:其余|其他)?(?=“)/

/** 同日10:15, 7月3日上午,: when it was seen is no part of what is wrong. */
const WHEN =
  /^(?:\d{1,2}月\d{1,2}日|同日|当[日天]|次日|同一天)(?:[上下中]午|早上|晚上?)?(?:\d{1,2}(?:[:点时](?:\d{1,2}分?)?)?)?,/

/** Without the joints at its ends. */
export function tidy(words: string): string {
  const bare = words
    .replace(LEADING, '')
    .replace(WHEN, '')
    .replace(/^[\u4e00-\u9fff]{2,4}:(?=[\u4e00-\u9fff“])/, '')
    .replace(EXCEPTED, '')
    .replace(/[\s、,;。:]+$/, '')
  return bare
    .replace(
      /^(?:上述|以上|前述)(?:[\d一二两三四五六七八九十]+[家个])?(?:单位|部门)(?=[还也均未不没])(?:还|也|均)?/,
      '',
    )
    .replace(/^(?:\([^()]*\):?|\d+[处个条项],)/, '')
    .replace(
      /^(?:全[市县区省州])?(?:共)?有?\d+[个家](?:[省市县区州][级直])?(?:单位|部门|网站|账号|县区)(?=[未不存无超])/,
      '',
    )
    .replace(/^(?:门户)?网站(?::|(?=首页|存在|未|“))/, '')
    .trim()
}
