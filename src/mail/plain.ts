/**
 * Text from people, made safe to show. Control characters and line separators become a space,
 * format characters (bidi overrides, zero-width, soft hyphens, tags) go, half surrogates become
 * U+FFFD.
 */
const SEPARATES = /[\p{Cc}\p{Zl}\p{Zp}]+/gu
const INVISIBLE = /\p{Cf}+/gu
const HALF = /\p{Cs}/gu

/** The text on one line, without anything that hides, reorders or breaks; trimmed. */
export function oneLine(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(SEPARATES, ' ')
    .replace(HALF, '\uFFFD')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** The text on one line of at most so many code points, an ellipsis standing for the rest. */
export function clip(text: string, length: number): string {
  const points = Array.from(oneLine(text))
  return points.length <= length ? points.join('') : `${points.slice(0, length - 1).join('')}…`
}
