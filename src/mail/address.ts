const LOCAL = /^[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*$/
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/
const ID = /^[A-Za-z0-9-]{1,64}$/

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

/** The part after the @ of an address that `isAddress` accepts. */
export function domainOf(address: string): string {
  return address.slice(address.indexOf('@') + 1)
}

/**
 * The id of a mail as a file name and Message-ID may carry it; throws RangeError for anything else.
 */
export function checkedMailId(id: string): string {
  if (!ID.test(id)) throw new RangeError('a mail id holds letters, digits and hyphens only')
  return id
}
