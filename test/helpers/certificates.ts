import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isIP } from 'node:net'

/** A certificate and its key, as PEM texts. */
export interface Certified {
  readonly cert: string
  readonly key: string
}

/** An authority of the test's own. */
export interface Authority extends Certified {
  /** A certificate for a host (a name or an IPv4 address), good from yesterday until so many days from now. */
  readonly certify: (host: string, days?: number) => Certified
}

const DAY = 86_400_000
const ECDSA_SHA256 = Buffer.from('300a06082a8648ce3d040302', 'hex')
const COMMON_NAME = Buffer.from('0603550403', 'hex')
const BASIC_CONSTRAINTS = Buffer.from('0603551d13', 'hex')
const ALTERNATIVE_NAME = Buffer.from('0603551d11', 'hex')
const TRUE = Buffer.from('0101ff', 'hex')

/** An authority nobody knows. Node makes keys, but no certificates; so these are put together here (X.509 3, ECDSA). */
export function authority(name: string): Authority {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const isAuthority = [BASIC_CONSTRAINTS, TRUE, octets(sequence(TRUE))]
  const by = { name, key: privateKey }
  const own = { subject: name, publicKey, extensions: [isAuthority], days: 1 }
  return {
    cert: certificate(by, own),
    key: pemOf(privateKey),
    certify(host, days = 1) {
      const made = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      const names = isIP(host)
        ? tlv(0x87, Buffer.from(host.split('.').map(Number)))
        : tlv(0x82, Buffer.from(host))
      const extensions = [[ALTERNATIVE_NAME, octets(sequence(names))]]
      const whose = { subject: host, publicKey: made.publicKey, extensions, days }
      return { cert: certificate(by, whose), key: pemOf(made.privateKey) }
    },
  }
}

interface Subject {
  subject: string
  publicKey: KeyObject
  extensions: readonly (readonly Buffer[])[]
  days: number
}

function certificate(by: { name: string; key: KeyObject }, whose: Subject): string {
  const { subject, publicKey, extensions, days } = whose
  const ends = Date.now() + days * DAY
  const serial = Buffer.concat([Buffer.of(0x01), randomBytes(8)])
  const signed = sequence(
    tlv(0xa0, tlv(0x02, Buffer.of(2))),
    tlv(0x02, serial),
    ECDSA_SHA256,
    nameOf(by.name),
    sequence(time(Math.min(Date.now(), ends) - DAY), time(ends)),
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(...extensions.map((one) => sequence(...one)))),
  )
  const signature = sign('sha256', signed, by.key)
  const whole = sequence(signed, ECDSA_SHA256, tlv(0x03, Buffer.of(0), signature))
  const lines = whole.toString('base64').replace(/.{64}/g, '$&\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString()
}

function nameOf(name: string): Buffer {
  return sequence(tlv(0x31, sequence(COMMON_NAME, tlv(0x0c, Buffer.from(name)))))
}

function time(instant: number): Buffer {
  const digits = new Date(instant).toISOString().replace(/\D/g, '')
  return tlv(0x17, Buffer.from(`${digits.slice(2, 14)}Z`))
}

function sequence(...parts: Buffer[]): Buffer {
  return tlv(0x30, ...parts)
}

function octets(content: Buffer): Buffer {
  return tlv(0x04, content)
}

/** Tag, length, value. */
function tlv(tag: number, ...parts: Buffer[]): Buffer {
  const value = Buffer.concat(parts)
  const length = value.length
  const head =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.of(tag, ...head), value])
}
