import ipaddr from 'ipaddr.js'

/** Ranges of addresses, parsed. */
export type Ranges = readonly [ipaddr.IPv4 | ipaddr.IPv6, number][]

/** All that IPv6 gives to anybody. */
const GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3')
/** A cloud's own services at an address that looks like anybody's. */
const SERVICES: readonly string[] = ['168.63.129.16']

/** The ranges of a list such as `127.0.0.0/8`. Throws where one is malformed. */
export function rangesOf(listed: readonly string[]): Ranges {
  return listed.map((one) => ipaddr.parseCIDR(one))
}

/**
 * Whether a page may be fetched from an address: one that is anybody's, or that is allowed by name. What is private, of
 * this machine or its link, of a cloud's inside or leads elsewhere (mapped, translated, tunnelled) is refused.
 */
export function mayConnect(address: string, allowed: Ranges): boolean {
  if (!ipaddr.isValid(address)) return false
  const plain = ipaddr.process(address)
  const within = (range: Ranges[number]) => plain.kind() === range[0].kind() && plain.match(range)
  if (allowed.some(within)) return true
  if (SERVICES.includes(plain.toString()) || plain.range() !== 'unicast') return false
  return plain.kind() === 'ipv4' || within(GLOBAL)
}
