import { hash } from 'node:crypto'
import type { HashText } from '../domain/chain.js'

/** The functions a chain may be hashed with. */
export const CHAIN_HASHES = ['sha256', 'sm3'] as const
export type ChainHash = (typeof CHAIN_HASHES)[number]

const MARK = 'sm3:'

/** The function of a chain, by any of its hashes. */
export function functionOf(link: string): ChainHash {
  return link.startsWith(MARK) ? 'sm3' : 'sha256'
}

/** Hashes for chains: new ones by this function, others as they began. */
export function chainHash(forNew: ChainHash): HashText {
  return (text, like = null) => {
    const by = like === null ? forNew : functionOf(like)
    const hex = hash(by, text, 'hex')
    return by === 'sm3' ? `${MARK}${hex}` : hex
  }
}
