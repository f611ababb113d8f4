import { saysFault } from './faults.js'
import type { Around } from './sentence-finding.js'

/** What holds for the lines below an introduction: …存在以下问题: and the items after it. */
export interface Introduction extends Pick<Around, 'object' | 'problem'> {
  readonly subject: readonly string[]
  /** How deep its own number is; 0 where it has none. */
  readonly level: number
}

export const NO_INTRODUCTION: Introduction = { subject: [], object: null, problem: null, level: 0 }

/** Where a fault was seen, on a line of its own. */
const PLACE_LINE =
  /^(?:问题)?(?:所在|所属)?(?:位置|栏目|页面|账号|帐号|对象)(?:名称)?:\s*(.{2,60})$/

/** 位置:首页>公示公告 names what the lines below speak of, by its last step; null for other lines. */
export function placedBy(line: string, before: Introduction): Introduction | null {
  const [, place] = PLACE_LINE.exec(line) ?? []
  if (!place) return null
  const last = place.split(/[>/»→]/).at(-1) ?? ''
  const name = last.replace(/[“”\s]|栏目$/g, '')
  return { ...before, object: name === '' ? null : { name, platform: null } }
}

/** Whom a paper goes to: 各县(市、区)人民政府,市直有关部门: introduces nothing. */
const ADDRESSED =
  /^(?:各|全[市县区校院省州]各|[省市县区州委厅局校院厂]?[直属](?!于)|机关)[^。;“”:]{2,120}:$/

/** Whether a line ends as introductions do. */
export function introduces(line: string): boolean {
  const text = line.trimEnd()
  return (
    /(?::|以下问题。?|如下。?)$/.test(text) &&
    !(ADDRESSED.test(text) && !/问题|情况|存在|如下/.test(text))
  )
}

/** 以下栏目超过6个月未更新:, 存在空白栏目的单位: name what is wrong with all below. */
export function problemOfIntroduction(words: string): string | null {
  if (
    /(?:以下|如下|下列)[^,]{0,6}(?:问题|情况|不足)?:$/.test(words) &&
    !/更新|空白|超|缺/.test(words)
  )
    return null
  if (words.endsWith('问题:') && !/[未超缺]/.test(words)) return null
  const [, rest = words] = /^(?:.*,)?(.*)$/.exec(words) ?? []
  const plain = rest
    .replace(/^(?:以下|下列|如下)(?:\d+个)?(?:栏目|账号|单位|部门|网站)?/, '')
    .replace(/的?(?:单位|部门|栏目|账号|网站)?(?:有|如下|为)?:$/, '')
  return saysFault(plain) && !/表示|代表/.test(plain) ? plain : null
}
