import { posix } from 'node:path'
import { EvidenceError } from '../files/evidence-error.js'
import { readZip } from '../files/inspect/zip.js'
import { PaperError } from './paper.js'
import { walk } from './xml.js'

/** What all parts of a document may unpack to; a notice's text is a hundredth of it. */
const UNPACKED = 64 * 1024 * 1024
const TEXTS = /\.(?:xml|rels)$/i
const MACROS = /vbaproject|vbadata|macrosheets/i

/** A document of Office: its parts of markup by their names, and what each refers to. */
export interface OfficePackage {
  /** A part; undefined where there is none. */
  part(name: string): Buffer | undefined
  readonly names: readonly string[]
  /** The part that is the document itself. Throws PaperError UNKNOWN_FORMAT where nothing says which. */
  readonly main: string
  /** The names of the parts that a part refers to, by the id of the reference and by what kind it is of. */
  references(name: string): readonly Reference[]
}

export interface Reference {
  readonly id: string
  /** The last word of its kind: styles, numbering, worksheet. */
  readonly kind: string
  readonly target: string
}

/**
 * Unpacks a document of Office; what is no markup is counted and thrown away. Throws PaperError ARCHIVE_UNSAFE for what
 * unpacks without end or is broken, FILE_ACTIVE for macros, OFD_FORMAT for
 * an OFD.
 */
export async function openPackage(bytes: Buffer): Promise<OfficePackage> {
  const parts = new Map<string, Buffer>()
  const names: string[] = []
  try {
    await readZip(bytes, { bytes: UNPACKED }, (name) => {
      if (MACROS.test(name)) throw new PaperError('FILE_ACTIVE', name)
      names.push(name)
      const chunks: Buffer[] = []
      const keeps = TEXTS.test(name)
      return {
        take: (chunk) => void (keeps && chunks.push(chunk)),
        end: () => void (keeps && parts.set(name, Buffer.concat(chunks))),
      }
    })
  } catch (error) {
    // What reads archives wraps what it does not know.
    const cause = error instanceof EvidenceError ? (error.cause ?? error) : error
    if (cause instanceof PaperError) throw cause
    if (error instanceof EvidenceError) throw new PaperError('ARCHIVE_UNSAFE', error.message)
    throw error
  }
  if (names.some((name) => /^ofd\.xml$/i.test(name))) throw new PaperError('OFD_FORMAT')
  const references = (name: string) => referencesOf(name, parts)
  const main = references('').find(({ kind }) => kind === 'officeDocument')?.target
  if (main === undefined || !parts.has(main)) throw new PaperError('UNKNOWN_FORMAT')
  return { part: (name) => parts.get(name), names, main, references }
}

function referencesOf(name: string, parts: ReadonlyMap<string, Buffer>): Reference[] {
  const folder = posix.dirname(name)
  const list = parts.get(posix.join(folder, '_rels', `${posix.basename(name)}.rels`))
  const found: Reference[] = []
  if (!list) return found
  walk(list, {
    open(_, attributes) {
      const [id, kind, target] = ['Id', 'Type', 'Target'].map((key) => attributes.get(key))
      if (!id || !kind || !target || attributes.get('TargetMode') === 'External') return
      const whole = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      found.push({ id, kind: kind.slice(kind.lastIndexOf('/') + 1), target: whole })
    },
  })
  return found
}
