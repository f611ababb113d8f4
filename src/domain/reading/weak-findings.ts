import { tellsSomething } from './assertions.js'
import { findingsOf } from './findings-of-pairs.js'
import { nounIn } from './nouns.js'
import { pairsOf } from './pairs.js'
import { tidy } from './problem-words.js'
import type { Around, SentenceFinding } from './sentence-finding.js'
import type { Parsed } from './tokens.js'

/** What tells of praise, of what ought to be or of what comes. */
const WANTED =
  /及时|(?<!不)规范(?!性)|请|(?<![回响对反])应(?!急|用)|须(?!知)|(?<![重主需必])要(?![素闻点目件求])|(?<!即)将(?=[于在对会予]|继续|进一步)|:$/
const LABEL = /^(?:\d{1,2}[、.]|\(\d{1,2}\)|[一二三四五六七八九十]{1,2}[、是])/
/** Whose it is, behind what is wrong. */
const OWNERS = /\((?:责任|主办|主管|承办|维护)(?:单位|部门)[^()]*\)/
/** Fewer signs say nothing. */
const LEAST = 8

/**
 * A numbered item under a unit, or one whose 责任单位 stands in brackets behind it, that no known word says a fault of.
 * It stands where faults are listed, so it is not left out: a person decides whether it is one.
 */
export function weakFindings(
  { text, tokens }: Parsed,
  words: string,
  around: Around,
): readonly SentenceFinding[] {
  const units = tokens.filter(({ kind }) => kind === 'unit')
  const owned = around.listed && units.length > 0 && units.every(({ bracketed }) => bracketed)
  const item = around.listed && around.item && around.subject.length === 1 && units.length === 0
  if (!item && !(owned && OWNERS.test(text))) return []
  const problem = tidy(text.replace(LABEL, '').replace(OWNERS, ''))
  const said = words.replace(/[△○]/g, '')
  if (problem.length < LEAST || WANTED.test(said) || !tellsSomething(said)) return []
  const told = { problem, noun: nounIn(said), needs: ['problem'] as const }
  return findingsOf(tokens.length > 0 ? pairsOf(tokens, text, {}) : [NOBODY], told, around)
}

const NOBODY = { unit: null, objects: [] }
