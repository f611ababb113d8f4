import { EvidenceError } from '../evidence-error.js'
import { startsWith } from '../magic.js'
import { createMarkupMarks } from './markup-marks.js'
import { type Budget, budgetOf, type PartReader, readZip } from './zip.js'
import { unsafe, ZIP_LIMITS, type ZipSource } from './zip-index.js'

/** What makes an archive the document its extension says. */
interface Kind {
  /** The part that says what the whole is, and what it has to say. */
  root: string
  says: RegExp
  /** The parts in which readable text stands. */
  texts: RegExp
}

const OOXML = '[content_types].xml'
const officeText = (main: string) => new RegExp(`${main}\\.main\\+xml`)

export const CONTAINERS: Readonly<Record<'docx' | 'xlsx' | 'pptx' | 'ofd', Kind>> = {
  docx: {
    root: OOXML,
    says: officeText('wordprocessingml\\.document'),
    texts: /^word\/(?:document|header\d*|footer\d*)\.xml$/,
  },
  xlsx: {
    root: OOXML,
    says: officeText('spreadsheetml\\.sheet'),
    texts: /^xl\/(?:sharedstrings|worksheets\/[^/]+)\.xml$/,
  },
  pptx: {
    root: OOXML,
    says: officeText('presentationml\\.presentation'),
    texts: /^ppt\/(?:slides|slidemasters|slidelayouts)\/[^/]+\.xml$/,
  },
  ofd: { root: 'ofd.xml', says: /<(?:\w+:)?OFD[\s>]/, texts: /\/content\.xml$/ },
}

const MACROS =
  /(?:^|\/)(?:vbaproject|vbadata|vbaprojectsignature)[^/]*$|\/(?:macrosheets|activex)\//
const MACRO_TYPE = /macroenabled/i
const PROGRAMS = ['MZ', '\x7fELF', 'L\x00\x00\x00\x01\x14\x02\x00']
/** Fonts that are made unreadable begin with anything. */
const SCRAMBLED = /\.odttf$/
const ROOT_BYTES = 1024 * 1024

/**
 * Whether an archive is the document of this kind: its root part says so, it holds no macros, no programs, no archive
 * but documents one level down, and no mark of secrecy in its text. Throws EvidenceError.
 */
export async function checkContainer(
  kind: keyof typeof CONTAINERS,
  source: ZipSource,
): Promise<void> {
  const { root, says, texts } = CONTAINERS[kind]
  const budget = budgetOf()
  let said = ''
  await readZip(source, budget, (given) => {
    const name = given.toLowerCase()
    const keep = name === root ? ROOT_BYTES : 0
    const marks = texts.test(name) ? createMarkupMarks() : null
    return partReader(name, { budget, depth: 0, keep, marks, root: (text) => (said += text) })
  })
  if (MACRO_TYPE.test(said)) throw active('a document with macros')
  if (!says.test(said)) {
    throw new EvidenceError('TYPE_NOT_ALLOWED', `an archive, but not of the kind ${kind}`)
  }
}

interface Part {
  budget: Budget
  depth: number
  /** How many bytes are handed to `root`; 0 for none. */
  keep: number
  marks: PartReader | null
  root: (text: string) => void
}

function partReader(name: string, { budget, depth, keep, marks, root }: Part): PartReader {
  if (MACROS.test(name)) throw active(name)
  let head: Buffer = Buffer.alloc(0)
  let archive: Buffer[] | null = null
  let kept = 0
  return {
    take(chunk) {
      if (head.length < 8) {
        const before = head.length
        head = Buffer.concat([head, chunk.subarray(0, 8 - before)])
        if (!SCRAMBLED.test(name) && PROGRAMS.some((magic) => startsWith(head, magic)))
          throw active(`a program in ${name}`)
        if (before < 4 && startsWith(head, 'PK\x03\x04')) archive = [head.subarray(0, before)]
      }
      kept += chunk.length
      if (keep > 0 && kept > keep) throw unsafe('an endless root part')
      if (archive && kept > ZIP_LIMITS.nested) throw unsafe('a large archive within')
      if (archive || keep > 0) (archive ??= []).push(chunk)
      marks?.take(chunk)
    },
    async end() {
      await marks?.end()
      if (!archive) return
      const whole = Buffer.concat(archive)
      if (keep > 0) return root(whole.toString('utf8'))
      if (depth > 0) throw unsafe('an archive in an archive in an archive')
      await readZip(whole, budget, (inner) =>
        partReader(inner.toLowerCase(), { budget, depth: depth + 1, keep: 0, marks: null, root }),
      )
    },
  }
}

function active(what: string): EvidenceError {
  return new EvidenceError('ACTIVE_CONTENT', what)
}
