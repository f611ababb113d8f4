import type { SentenceFinding } from './sentence-finding.js'
import type { Telling } from './telling.js'
import type { Token } from './tokens.js'

/** 市一局、市二局等编制较少的单位 says of what kind they are, and nothing yet of what they did. */
const OF_A_KIND = /^[^,;]*△[、△和及]*等[^,;△□]{2,14}的(?:单位|部门|地方|乡镇|县区|区县|网站|账号)$/

/** Whether a clause, units hidden, only says of what kind its units are. */
export function namesAKind(said: string): boolean {
  return OF_A_KIND.test(said)
}

/** 原市一局…,由市二局负责清理: the body of before answers no more. */
export function isSucceeded(said: string, { findings }: Telling): boolean {
  const former = findings.length > 0 && findings.every(({ unit }) => unit?.startsWith('原'))
  return former && /^现?由△+(?:负责|承担|牵头)/.test(said)
}

/** The same fault of nobody: whose it is follows. */
export function ofNobody(one: SentenceFinding): SentenceFinding {
  return { ...one, unit: null }
}

/** An address is the thing, and says nothing of what is wrong with it. */
export function withoutAddresses(problem: string, tokens: readonly Token[]): string {
  return tokens.reduce(
    (words, { name }) => (/^(?:https?:|www\.)/.test(name) ? words.replace(name, '') : words),
    problem,
  )
}
