import type { Operation } from '../../src/contracts/operation.js'
import type { Told } from '../http/support.js'

/** Something that was sent, with what its key keeps. */
export interface Kept {
  status: number
  text: string
  /** Sends it again. */
  again: () => Promise<Told<Operation>>
  /** Sends something else under its key; null where nothing else can be said. */
  otherwise: (() => Promise<Told<Operation>>) | null
}
