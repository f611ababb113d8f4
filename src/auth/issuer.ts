import type { JSONWebKeySet } from 'jose'

/** Asymmetric signatures only. `EdDSA` is the older name of Ed25519. */
export const ALGORITHMS = ['Ed25519', 'EdDSA', 'ES256', 'RS256'] as const
export type Algorithm = (typeof ALGORITHMS)[number]

/** Where an issuer's public keys come from; nothing a token says about keys is ever followed. */
export type KeySource =
  | { kind: 'keys'; keys: JSONWebKeySet }
  | { kind: 'file'; path: string }
  | { kind: 'url'; url: string }

/** One issuer we trust: its name, our name as it knows us, how it signs, and where its keys are. */
export interface Issuer {
  issuer: string
  audience: string
  algorithms: readonly Algorithm[]
  keys: KeySource
}

/** Who a token speaks of. The pair is the identity; an e-mail address never is. */
export interface Identity {
  issuer: string
  subject: string
}

/** What a good token says: who, when they last showed that it is they (in seconds), and how strongly. */
export interface Verified extends Identity {
  auth_time: number | null
  acr: string | null
}
