import type { Entry } from 'yauzl'
import { EvidenceError } from '../evidence-error.js'
import type { Bytes } from './bytes.js'

/** What an archive may be; a file of ours holds pages and pictures of one report. */
export const ZIP_LIMITS = {
  entries: 5_000,
  /** Of the list of entries, which is read whole. */
  list: 1024 * 1024,
  /** Of everything in it, unpacked. */
  bytes: 256 * 1024 * 1024,
  /** How many times larger than packed, once more than `unsuspected` has come out. */
  ratio: 100,
  unsuspected: 16 * 1024 * 1024,
  /** Of one archive within, which is looked into as well. */
  nested: 8 * 1024 * 1024,
  /** Of a name and what is noted beside it. */
  notes: 2_048,
} as const

/** Where the list of entries lies, by the last bytes of the archive. */
export interface ZipEnd {
  entries: number
  size: number
  offset: number
}

const END_BYTES = 22
const END = 0x06054b50
const HEAD_BYTES = 46
const LOCAL_BYTES = 30
const ENCRYPTED = 0x1
const STORED_OR_DEFLATED = [0, 8]
const LINK = 0o120000

/** The refusal of an archive that is no plain one; what was wrong is for the log. */
export function unsafe(what: string): EvidenceError {
  return new EvidenceError('ARCHIVE_UNSAFE', what)
}

/** The bytes an archive is read from: a file, or an archive within another. */
export type ZipSource = Buffer | { path: string; bytes: Bytes }

/**
 * The end of an archive: no remark after it, nothing between the list and it, and no more entries than allowed. Read
 * before anything else, since a list is as long as it likes. Throws ARCHIVE_UNSAFE.
 */
export async function zipEnd(source: ZipSource): Promise<ZipEnd> {
  const size = Buffer.isBuffer(source) ? source.length : source.bytes.size
  if (size < END_BYTES) throw unsafe('shorter than an archive')
  const from = size - END_BYTES
  const end = await (Buffer.isBuffer(source)
    ? source.subarray(from)
    : source.bytes.at(from, END_BYTES))
  if (end.readUInt32LE(0) !== END || end.readUInt16LE(20) !== 0) throw unsafe('no plain end')
  const found = {
    entries: end.readUInt16LE(10),
    size: end.readUInt32LE(12),
    offset: end.readUInt32LE(16),
  }
  if (found.entries > ZIP_LIMITS.entries) throw unsafe(`${found.entries} entries`)
  if (found.size > ZIP_LIMITS.list) throw unsafe('an endless list')
  if (found.offset + found.size !== size - END_BYTES) throw unsafe('the list is not at the end')
  return found
}

/**
 * Judges the list of entries by what it says: what it says is only ever held against it. Throws ARCHIVE_UNSAFE for
 * secrets, links, twins, sizes beyond the limits, and for entries that lie over each other.
 */
export function checkEntries(entries: readonly Entry[], end: ZipEnd, budget: number): void {
  const names = new Set<string>()
  let listed = 0
  let unpacked = 0
  for (const entry of entries) {
    checkEntry(entry)
    names.add(entry.fileName.toLowerCase())
    listed += HEAD_BYTES + notesOf(entry)
    unpacked += entry.uncompressedSize
  }
  if (names.size !== entries.length) throw unsafe('two entries of one name')
  if (entries.length !== end.entries || listed !== end.size) throw unsafe('another list behind it')
  if (unpacked > budget) throw unsafe(`${unpacked} bytes unpacked`)
  checkPlaces(entries, end.offset)
}

/** Whether so much out of so little is no longer believed. */
function isTooDense(unpacked: number, packed: number): boolean {
  return unpacked > ZIP_LIMITS.unsuspected && unpacked > packed * ZIP_LIMITS.ratio
}

function checkEntry(entry: Entry): void {
  const { compressionMethod, generalPurposeBitFlag, externalFileAttributes } = entry
  if (notesOf(entry) > ZIP_LIMITS.notes) throw unsafe('an endless name')
  if ((generalPurposeBitFlag & ENCRYPTED) !== 0) throw unsafe('an entry under a password')
  if (!STORED_OR_DEFLATED.includes(compressionMethod)) throw unsafe('an unusual compression')
  if (((externalFileAttributes >>> 16) & 0o170000) === LINK) throw unsafe('a link')
  if (isTooDense(entry.uncompressedSize, entry.compressedSize)) throw unsafe('too dense')
}

function notesOf(entry: Entry): number {
  return entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength
}

/** Each entry behind the one before, from the first byte on: the same bytes are never unpacked twice. */
function checkPlaces(entries: readonly Entry[], until: number): void {
  let free = 0
  const inPlace = entries.toSorted(
    (one, two) => one.relativeOffsetOfLocalHeader - two.relativeOffsetOfLocalHeader,
  )
  for (const { relativeOffsetOfLocalHeader: from, fileNameLength, compressedSize } of inPlace) {
    if (from < free || (free === 0 && from > 0)) throw unsafe('entries over each other')
    free = from + LOCAL_BYTES + fileNameLength + compressedSize
  }
  if (free > until) throw unsafe('an entry over the list')
}
