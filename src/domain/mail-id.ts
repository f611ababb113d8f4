/** By what a mail is known when it comes back: its row's id in the Message-ID and, where one is set, in the return path. */

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const NAMED = new RegExp(`(?:<|\\+|^|[\\s,;:])(${UUID})@`, 'gi')

/** The Message-ID of a mail, stable over retries so that a doubled delivery can be recognised. */
export function messageIdOf(id: string, sender: string): string {
  return `<${id}@${domainOf(sender)}>`
}

/** The address to which one mail comes back: `returns+ID@…` of `returns@…`. */
export function returnPathOf(id: string, base: string): string {
  return `${base.slice(0, base.lastIndexOf('@'))}+${id}@${domainOf(base)}`
}

/** The ids of mails that a piece of a returned mail names, each once, in order and in lower case. */
export function mailIdsIn(text: string): string[] {
  const found = [...text.matchAll(NAMED)].flatMap(([, id]) => id?.toLowerCase() ?? [])
  return [...new Set(found)]
}

/** The part after the @ of an address that `isAddress` accepts. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}
