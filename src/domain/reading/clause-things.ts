import { tellsSomething } from './assertions.js'
import type { Clause } from './clauses.js'
import { barePhraseOf, nounPhraseOf } from './noun-phrases.js'
import { nounIn } from './nouns.js'
import type { Around } from './sentence-finding.js'
import type { Telling } from './telling.js'
import type { Parsed } from './tokens.js'
import { topicOf } from './topics.js'

/** 申请系统后台登录页暴露于互联网,…: what a clause without a known fault begins with is what those after it speak of. */
export function topicIn({ text }: Parsed, { start, end }: Clause): Around['object'] {
  const words = text.slice(start, end)
  const name = /共|合计|累计/.test(words) ? null : topicOf(words)
  return name ? { name, platform: null } : null
}

/** 今年收到的网民咨询,…: a clause that is nothing but a thing is what the rest is of. */
export function bareIn({ text }: Parsed, { start, end }: Clause): Around['object'] {
  const name = barePhraseOf(text.slice(start, end))
  return name ? { name, platform: null } : null
}

/** 州政府网站民文版由州民宗委负责维护,…: the thing that a clause says to be in somebody's charge; null where none is. */
export function chargedWith(
  { text }: Parsed,
  { start, tokens }: Clause,
  said: string,
): string | null {
  const [, thing] = CHARGED.exec(said) ?? []
  if (!thing || tokens.some(({ kind }) => kind === 'object')) return null
  return text.slice(start, start + thing.length)
}

const CHARGED =
  /^([^△□]{3,16})(?:由|系)△+(?:负责|承担|主办|承办|运营|运维|维护|管理|建设)[\u4e00-\u9fff]{0,4}$/

/** 计划财务处公开的部门决算中,…: what a clause says that a fault is within. */
export function withinOf({ text }: Parsed, { start, end, tokens }: Clause): string | null {
  const words = text.slice(tokens.at(-1)?.end ?? start, end)
  return nounIn(words) ?? nounPhraseOf(words)
}

/**
 * Whether a clause, where problems are listed and it is known whose, tells something of a thing that it begins with,
 * by whatever words: 咨询台空岗.
 */
export function tellsOfAThing(
  sentence: Parsed,
  clause: Clause,
  said: string,
  telling: Telling,
  within: Around,
): boolean {
  if (clause.tokens.length > 0 || within.subject.length === 0 || !isNew(telling, within))
    return false
  const thing = topicIn(sentence, clause)?.name
  if (!thing || /[时后前中里的]$/.test(said) || !tellsSomething(said)) return false
  return !/^\d+(?![号楼层])/.test(thing) && said.length >= said.indexOf(thing) + thing.length + 2
}

/** Whether nothing is told or waits yet where problems are listed. */
export function isNew({ waiting, findings }: Telling, { listed }: Around): boolean {
  return listed && waiting.length === 0 && findings.length === 0
}
