import type { ObjectMention } from './quotes.js'
import type { Token } from './tokens.js'

/** A unit with one thing of its own; either may be missing. */
export interface Pair {
  readonly unit: string | null
  readonly objects: readonly ObjectMention[]
}

interface Group {
  /** Things named first, and then whose they are. */
  owned?: boolean
  units: string[]
  objects: ObjectMention[]
}

/**
 * Which unit has which thing. Units named one after another share the things that follow them; a unit behind things
 * begins anew; 分别 gives each its own; a unit in brackets owns the thing before the bracket.
 */
export function pairsOf(
  tokens: readonly Token[],
  text: string,
  { apart = false, together = false }: { apart?: boolean; together?: boolean },
): Pair[] {
  const owned = ownersInBrackets(tokens, text)
  if (owned) return owned
  const groups = groupsOf(tokens, text)
  return groups.flatMap(({ units, objects }) => {
    if (apart && units.length > 1 && units.length === objects.length) {
      return units.map((unit, index) => ({ unit, objects: objects.slice(index, index + 1) }))
    }
    const things = together ? [objects] : objects.map((one) => [one])
    const own = things.length > 0 ? things : [[]]
    const owners = units.length > 0 ? units : [null]
    return owners.flatMap((unit) => own.map((objects) => ({ unit, objects })))
  })
}

function groupsOf(tokens: readonly Token[], text: string): Group[] {
  const groups: Group[] = []
  let last: Token | undefined
  for (const token of tokens) {
    if (token.bracketed && token.kind === 'unit') continue
    const group = groups.at(-1)
    if (token.kind === 'unit') {
      const owned =
        group && group.units.length === 0 && /(?:由|归|系|[:为])$/.test(text.slice(0, token.start))
      const more = group?.owned === true && isJoint(text.slice(last?.end, token.start))
      if (group && owned) group.owned = true
      if (group && (group.objects.length === 0 || owned || more)) group.units.push(token.name)
      else groups.push({ units: [token.name], objects: [] })
    } else if (!group) {
      groups.push({ units: [], objects: [token] })
    } else if (isPeer(token, last, text)) {
      groups.push({ units: [], objects: [token] })
    } else if (last?.kind === 'object' && isPartOf(last, token, text)) {
      group.objects.splice(-1, 1, token)
    } else if (last?.kind !== 'object' || isList(text.slice(last.end, token.start))) {
      group.objects.push(token)
    }
    last = token
  }
  return groups
}

function isJoint(between: string): boolean {
  return /^(?:、|和|与|及|以及)$/.test(between)
}

/** 甲局网站、某某信息网: a site in a list of units stands beside them, and is none of theirs. */
function isPeer(token: Token, last: Token | undefined, text: string): boolean {
  if (last === undefined) return false
  const site = token.name.endsWith('网') || text.startsWith('网', token.end)
  return site && /^(?:(?:门户)?网站|网)?[、和]$/.test(text.slice(last.end, token.start))
}

/** Whether things named so are several: 、 or 和 or nothing parts them. “甲”栏目中“乙”事项 is one thing and a part of it. */
function isList(between: string): boolean {
  if (between.length > 24 || /^的?(?:自定义)?(?:菜单栏?|按钮|链接)$/.test(between)) return false
  return /(?:^|[、,和及与]|以及)[^中内下里的]{0,4}$/.test(between) && !/[中内下里的]/.test(between)
}

/** A kind of medium, without a name of its own. */
export const BARE_MEDIUM = /^(?:官方|政务|微信)*(?:公众号|APP|小程序|客户端|官网|网站)$/

/** “甲”栏目下设的“乙”: the thing below another is the one that is meant. */
function isPartOf(last: Token, { start }: Token, text: string): boolean {
  const between = text.slice(last.end, start)
  // APP内“停水公告”: a medium without a name is where it stands.
  const bare =
    text.charAt(last.end - 1) !== '”' && BARE_MEDIUM.test(text.slice(last.start, last.end))
  if (bare && /^(?:底部|后台|首页)?[内中里上]?的?(?:自定义)?(?:菜单|栏目)?$/.test(between))
    return true
  return /^(?:栏目|专栏|专题|频道|板块|版块|目录|菜单)?(?:下设|下属|项下|下面|所设)的?$/.test(
    between,
  )
}

/** “甲”“乙”…(责任单位分别为市一局、市二局): the thing of a unit by its place, where there are as many of both. */
function asMany(
  tokens: readonly Token[],
  unit: Token,
  things: readonly ObjectMention[],
  text: string,
): ObjectMention | null {
  const units = tokens.filter(({ kind }) => kind === 'unit')
  const [first] = units
  if (!first || units.length < 2 || units.length !== things.length) return null
  if (!/分别[为是]?$/.test(text.slice(Math.max(0, first.start - 4), first.start))) return null
  return things[units.indexOf(unit)] ?? null
}

/** “甲”(市教育局)、“乙”(市民政局): null where units are not in brackets behind the things. */
function ownersInBrackets(tokens: readonly Token[], text: string): Pair[] | null {
  const units = tokens.filter((one) => one.kind === 'unit')
  if (units.length === 0 || !units.every(({ bracketed }) => bracketed)) return null
  const pairs: Pair[] = []
  let waiting: ObjectMention[] = []
  let ready = false
  for (const token of tokens) {
    if (token.kind === 'object') {
      if (ready) waiting = []
      ready = false
      waiting.push(token)
    } else {
      ready = true
      const apart = asMany(tokens, token, waiting, text)
      if (apart) {
        pairs.push({ unit: token.name, objects: [apart] })
        continue
      }
      const things = waiting.length > 0 ? waiting.map((one) => [one]) : [[]]
      pairs.push(...things.map((objects) => ({ unit: token.name, objects })))
    }
  }
  const left = ready ? [] : waiting.map((one) => ({ unit: null, objects: [one] }))
  return [...pairs, ...left]
}

/** “甲”“乙”两个事项的时限与政务服务网不一致: each differs from something else, and not one from the other. */
export function isMeasured(
  { tokens, end }: { readonly tokens: readonly Token[]; readonly end: number },
  masked: string,
): boolean {
  const things = tokens.filter(({ kind }) => kind === 'object')
  const [first] = things
  const last = things.at(-1)
  if (!first || !last || first === last) return false
  const between = masked.slice(first.end, last.start)
  return (
    !/[与同跟和]/.test(between) && /[与同跟](?!上述)[^,;]{2,}/.test(masked.slice(last.end, end))
  )
}
