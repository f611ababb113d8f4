import { saysFault } from './faults.js'
import type { Token } from './tokens.js'
import { isUnitName } from './unit-mentions.js'

const BRACKET = /^\(([\u4e00-\u9fffA-Za-z·]{2,14})\)/

/** In a list of units a bracket behind one names the thing of its own: 区供销社(西渡供销)、区地震局(西渡防震). */
export function withBracketNames(tokens: readonly Token[], text: string): readonly Token[] {
  const found = tokens.flatMap((token): readonly Token[] => {
    if (token.kind !== 'unit' || token.bracketed) return [token]
    const [whole = '', name = ''] = BRACKET.exec(text.slice(token.end, token.end + 18)) ?? []
    if (name === '' || saysFault(name) || isUnitName(name) || /^(?:并列|均|含|原|以下)/.test(name))
      return [token]
    const [start, end] = [token.end, token.end + whole.length]
    return [
      token,
      { kind: 'object', bracketed: false, start, end, name, platform: null, former: null },
    ]
  })
  return tokens.some(({ kind }) => kind === 'object') ? tokens : found
}
