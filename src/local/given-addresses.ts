/** The machine itself: what is said to it crosses no network. */
const THIS_MACHINE = ['127.0.0.1', '::1', '[::1]', 'localhost']

export function isThisMachine(host: string): boolean {
  return THIS_MACHINE.includes(host.toLowerCase())
}

/**
 * Whether a database address is of this machine (a socket's path included), or asks for a certificate that was verified
 * for the very host. Only `sslmode=verify-full` does: what the driver makes of the others has changed before.
 */
export function isSafeDatabase(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { hostname, searchParams } = new URL(address)
  // The driver prefers a host that is named after the question mark.
  const named = searchParams.getAll('host')
  const hosts = named.length > 0 ? named : [decodeURIComponent(hostname)]
  if (hosts.every((host) => isThisMachine(host) || host.startsWith('/'))) return true
  const modes = searchParams.getAll('sslmode')
  return modes.length === 1 && modes[0] === 'verify-full'
}

/** What in a mail server's address would let the connection be had more cheaply, or to somebody else. */
const CHEAPER = /^(host|secure|ignoreTLS|opportunisticTLS|proxy|tls(\..*)?)$/

/** Whether mail to this address cannot leave in the clear: this machine, smtps, or STARTTLS that is insisted on. */
export function isSafeMailServer(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, searchParams } = new URL(address)
  if ([...searchParams.keys()].some((key) => CHEAPER.test(key))) return false
  if (isThisMachine(hostname) || protocol === 'smtps:') return true
  const insisted = searchParams.getAll('requireTLS')
  return insisted.length === 1 && insisted[0] === 'true'
}

/** Whether keys fetched from this address come from whom it names: https, or this machine. */
export function isSafePage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname))
}

/** Whether `host:port`, or the path of a socket, is on this machine. */
export function isLocalPeer(address: string): boolean {
  const [, host] = /^([^\s/]+):\d+$/.exec(address) ?? []
  return host === undefined || isThisMachine(host)
}

/** What was given of TLS with Temporal. */
interface GivenTls {
  readonly TEMPORAL_ADDRESS?: string | undefined
  readonly TEMPORAL_TLS_CA?: string | undefined
  readonly TEMPORAL_TLS_CERT?: string | undefined
  readonly TEMPORAL_TLS_KEY?: string | undefined
}

/** How Temporal is spoken to: encrypted on any other machine and wherever a certificate was given, else null. */
export function temporalTls(given: GivenTls) {
  const { TEMPORAL_TLS_CA: ca = null, TEMPORAL_TLS_CERT: cert, TEMPORAL_TLS_KEY: key } = given
  const own = cert === undefined || key === undefined ? null : { cert, key }
  if (ca === null && own === null && isLocalPeer(given.TEMPORAL_ADDRESS ?? '')) return null
  return { ca, own }
}
