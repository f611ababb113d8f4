/** What ends a condition on its own level of brackets. */
const ENDS =
  /^(?:group|order|limit|offset|for|returning|union|intersect|except|window|having|on|where)$/i

interface Word {
  text: string
  at: number
  depth: number
}

/**
 * The statement with every WHERE made true and the outermost LIMIT lifted. Conditions stay in the text, so that its
 * parameters keep their types; joins stay as they are.
 */
export function withoutWhere(text: string): string {
  const words = wordsOf(text)
  const inserts: { at: number; text: string }[] = []
  const endOf = (from: number, depth: number) => {
    const end = words.slice(from).find((word) => ends(word, depth))
    return end?.at ?? text.length
  }
  for (const [index, { text: word, at, depth }] of words.entries()) {
    if (/^where$/i.test(word)) {
      inserts.push({ at: at + word.length, text: ' ((' })
      inserts.push({ at: endOf(index + 1, depth), text: ') or true) ' })
    }
    if (/^limit$/i.test(word) && depth === 0) {
      inserts.push({ at: at + word.length, text: ' greatest((' })
      inserts.push({ at: endOf(index + 1, depth), text: ')::bigint, 1000000) ' })
    }
  }
  // What begins later is written first, so that the places before it stay where they are.
  return inserts
    .toSorted((a, b) => b.at - a.at)
    .reduce((made, { at, text: more }) => made.slice(0, at) + more + made.slice(at), text)
}

function ends({ text, depth: at }: Word, depth: number): boolean {
  return at < depth || (at === depth && ENDS.test(text))
}

/** The words and brackets outside of quotes; a closing bracket stands on the level outside of it. */
function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let depth = 0
  for (const { 0: word, index } of text.matchAll(/'(?:[^']|'')*'|"[^"]*"|[A-Za-z_]\w*|[()[\]]/g)) {
    if (word === '(' || word === '[') depth += 1
    else if (word === ')' || word === ']') depth -= 1
    else if (word.startsWith("'") || word.startsWith('"')) continue
    words.push({ text: word, at: index, depth })
  }
  return words
}
