import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'

/** Who signed a text, and the signature. */
export interface Signature {
  algorithm: 'Ed25519'
  /** The beginning of the public key's own digest. */
  key_id: string
  /** 64 bytes in lower-case hex. */
  value: string
}

/** Signs for this installation. */
export interface Signer {
  /** The public key that others check with, as PEM. */
  public_key: string
  sign(text: string): Signature
}

/** A new private key, as PEM. */
export function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** A signer by a private key as PEM; null where the text is no private Ed25519 key. */
export function signerOf(pem: string): Signer | null {
  const key = keyOf(() => createPrivateKey(pem))
  if (!key) return null
  const open = createPublicKey(key)
  const key_id = idOf(open)
  return {
    public_key: open.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (text) => {
      const value = sign(null, Buffer.from(text), key).toString('hex')
      return { algorithm: 'Ed25519', key_id, value }
    },
  }
}

/** Whether a signature of a text is by one of the keys it was made for. */
export type Verify = (text: string, signature: Signature) => boolean

/** Checks by any number of public keys as PEM, of former years too; null where the text holds no Ed25519 key. */
export function verifierOf(pem: string): Verify | null {
  const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[\s\S]*?-----END PUBLIC KEY-----/g) ?? []
  const keys = blocks.map((block) => keyOf(() => createPublicKey(block)))
  const known = new Map(keys.flatMap((key) => (key ? [[idOf(key), key] as const] : [])))
  if (known.size === 0 || known.size < blocks.length) return null
  return (text, { key_id, value }) => {
    const key = known.get(key_id)
    const bytes = Buffer.from(value, 'hex')
    return key !== undefined && verify(null, Buffer.from(text), key, bytes)
  }
}

function keyOf(read: () => KeyObject): KeyObject | null {
  try {
    const key = read()
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

function idOf(key: KeyObject): string {
  const der = key.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(der).digest('hex').slice(0, 16)
}
