const LOCAL = /^[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*$/
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/

/**
 * Whether the text is one plain mailbox: ASCII dot-atom, a domain of at least two labels, none of
 * the quoted, commented, grouped or internationalised forms on which parsers disagree.
 */
export function isAddress(text: string): boolean {
  if (text.length > 254) return false
  const at = text.indexOf('@')
  const local = text.slice(0, Math.max(at, 0))
  const labels = text.slice(at + 1).split('.')
  const top = labels.at(-1) ?? ''
  return (
    local.length <= 64 &&
    LOCAL.test(local) &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    !/^\d+$/.test(top)
  )
}
