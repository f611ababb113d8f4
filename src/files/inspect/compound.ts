import { EvidenceError } from '../evidence-error.js'
import type { Bytes } from './bytes.js'
import { createByteMarkFinder } from './marks.js'
import { secret } from './markup-marks.js'

/** The stream that makes a compound file the document its extension says. */
export const COMPOUNDS = {
  doc: ['WordDocument'],
  wps: ['WordDocument'],
  xls: ['Workbook', 'Book'],
  et: ['Workbook', 'Book'],
  ppt: ['PowerPoint Document'],
  dps: ['PowerPoint Document'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** Where Word, Excel and their kin keep macros; what PowerPoint packs into its own stream is the scanner's to find. */
const MACROS = ['_VBA_PROJECT', '_VBA_PROJECT_CUR', 'VBA', 'MACROS']
const ENTRY = 128
const FREE_ENDS = 0xfffffffa
const IN_HEADER = 109
/** Folders of a document hold dozens of streams, not thousands. */
const FOLDER_SECTORS = 512

/** Whether an old Office or WPS file is the document its extension says, without macros or a mark of secrecy. */
export async function checkCompound(kind: keyof typeof COMPOUNDS, bytes: Bytes): Promise<void> {
  const names = await streamNames(bytes)
  if (names.some((name) => MACROS.includes(name))) {
    throw new EvidenceError('ACTIVE_CONTENT', 'a document with macros')
  }
  const wanted: readonly string[] = COMPOUNDS[kind].map(alike)
  if (!names.some((name) => wanted.includes(name))) throw wrong(`no document of the kind ${kind}`)
  const marks = createByteMarkFinder()
  for await (const chunk of bytes.all()) marks.take(chunk)
  if (marks.end()) throw secret()
}

/** The names of all streams and folders in a compound file, in capitals. Throws TYPE_NOT_ALLOWED where it is none. */
async function streamNames(bytes: Bytes): Promise<string[]> {
  const header = await bytes.at(0, 512)
  const shift = header.length < 512 ? 0 : header.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) throw wrong('no compound file')
  const sector = 1 << shift
  const read = async (index: number) => {
    const found = await bytes.at((index + 1) * sector, sector)
    if (found.length < ENTRY) throw wrong('a sector outside the file')
    return found
  }
  const names: string[] = []
  let next = header.readUInt32LE(48)
  for (let i = 0; next < FREE_ENDS; i += 1) {
    if (i === FOLDER_SECTORS) throw wrong('endless folders')
    names.push(...namesIn(await read(next)))
    next = await nextSector(header, next, sector, read)
  }
  return names
}

function namesIn(sector: Buffer): string[] {
  const names: string[] = []
  for (let at = 0; at + ENTRY <= sector.length; at += ENTRY) {
    const length = sector.readUInt16LE(at + 64)
    const used = sector.readUInt8(at + 66) !== 0
    if (used && length >= 2 && length <= 64)
      names.push(alike(sector.toString('utf16le', at, at + length - 2)))
  }
  return names
}

/** Names are told apart without regard to case: whoever opens the file finds a folder called macros as well. */
function alike(name: string): string {
  return name.toUpperCase()
}

/** What the table of sectors says follows one; the table's own sectors are listed in the header, then in a chain. */
async function nextSector(
  header: Buffer,
  index: number,
  sector: number,
  read: (index: number) => Promise<Buffer>,
): Promise<number> {
  const perSector = sector / 4
  const table = Math.floor(index / perSector)
  let place: number
  if (table < IN_HEADER) {
    place = header.readUInt32LE(76 + 4 * table)
  } else {
    const beyond = table - IN_HEADER
    let list = await read(header.readUInt32LE(68))
    for (let i = Math.floor(beyond / (perSector - 1)); i > 0; i -= 1) {
      list = await read(numberIn(list, sector - 4))
    }
    place = numberIn(list, 4 * (beyond % (perSector - 1)))
  }
  return numberIn(await read(place), 4 * (index % perSector))
}

/** A number of the table; a file may end in the middle of any of its sectors. */
function numberIn(sector: Buffer, at: number): number {
  if (at + 4 > sector.length) throw wrong('a table cut short')
  return sector.readUInt32LE(at)
}

function wrong(what: string): EvidenceError {
  return new EvidenceError('TYPE_NOT_ALLOWED', what)
}
