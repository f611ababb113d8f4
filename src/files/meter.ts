import { createHash } from 'node:crypto'
import { acceptedType, HEAD_BYTES, saysMacros } from './accepted-types.js'
import { EvidenceError } from './evidence-error.js'

export interface MeterOptions {
  max_bytes: number
  name: string
  declared_type: string
}

export interface Measured {
  sha256: string
  size: number
  /** The type the file is served as. */
  type: string
}

/**
 * Counts, hashes and looks at a file as it arrives. `take` throws TOO_LARGE at the first byte too
 * many and TYPE_NOT_ALLOWED as soon as the head is there; `finish` throws EMPTY_FILE where nothing
 * came.
 */
export function createMeter(options: MeterOptions) {
  const hash = createHash('sha256')
  let size = 0
  let head = Buffer.alloc(0)
  let type: string | null = null

  function recognise(): string {
    const found = acceptedType(options.name, options.declared_type, head)
    if (found !== null) return found
    if (saysMacros(options.name)) {
      throw new EvidenceError('ACTIVE_CONTENT', 'a name that says macros')
    }
    throw new EvidenceError('TYPE_NOT_ALLOWED', 'extension, declared type and content disagree')
  }

  function take(chunk: Buffer): void {
    size += chunk.length
    if (size > options.max_bytes) {
      throw new EvidenceError('TOO_LARGE', `more than ${options.max_bytes} bytes`)
    }
    hash.update(chunk)
    if (type !== null) return
    head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)])
    if (head.length === HEAD_BYTES) type = recognise()
  }

  function finish(): Measured {
    if (size === 0) throw new EvidenceError('EMPTY_FILE', 'the file holds nothing')
    return { sha256: hash.digest('hex'), size, type: type ?? recognise() }
  }

  return { take, finish }
}
