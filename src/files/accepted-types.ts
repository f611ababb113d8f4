import { looksLikeText, startsWith } from './magic.js'

interface AcceptedType {
  /** What it is stored and served as, whatever was declared. */
  type: string
  /** Other types under which browsers declare it. */
  declared: readonly string[]
  matches: (head: Buffer) => boolean
}

/** Bytes of a file's beginning that are needed to recognise it. */
export const HEAD_BYTES = 4096

const zip = (head: Buffer) => startsWith(head, [0x50, 0x4b, 0x03, 0x04])
const compound = (head: Buffer) =>
  startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const jpeg: AcceptedType = {
  type: 'image/jpeg',
  declared: ['image/jpg', 'image/pjpeg'],
  matches: (head) => startsWith(head, [0xff, 0xd8, 0xff]),
}

/**
 * The allow-list by extension. Office formats are recognised by their container only; what is
 * inside is not yet looked at.
 */
const ACCEPTED: Readonly<Record<string, AcceptedType>> = {
  pdf: {
    type: 'application/pdf',
    declared: ['application/x-pdf'],
    matches: (head) => startsWith(head, '%PDF-'),
  },
  png: {
    type: 'image/png',
    declared: [],
    matches: (head) => startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  },
  jpg: jpeg,
  jpeg,
  gif: {
    type: 'image/gif',
    declared: [],
    matches: (head) => startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a'),
  },
  webp: {
    type: 'image/webp',
    declared: [],
    matches: (head) => startsWith(head, 'RIFF') && startsWith(head.subarray(8), 'WEBP'),
  },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    declared: [],
    matches: zip,
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    declared: [],
    matches: zip,
  },
  wps: {
    type: 'application/vnd.ms-works',
    declared: ['application/kswps', 'application/wps-office.wps', 'application/wps-office.doc'],
    matches: compound,
  },
  ofd: { type: 'application/ofd', declared: ['application/vnd.ofd'], matches: zip },
  txt: { type: 'text/plain', declared: [], matches: looksLikeText },
  csv: {
    type: 'text/csv',
    declared: ['text/plain', 'application/csv', 'application/vnd.ms-excel'],
    matches: looksLikeText,
  },
}

/** What clients say when they do not know; extension and content still have to agree. */
const UNDECLARED = ['', 'application/octet-stream']

/** The extensions that are taken, for messages and documentation. */
export const ACCEPTED_EXTENSIONS = Object.keys(ACCEPTED)

/**
 * The type to store a file under, or null unless extension, declared type and first bytes agree on
 * an accepted one.
 */
export function acceptedType(name: string, declared: string, head: Buffer): string | null {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const accepted = Object.hasOwn(ACCEPTED, extension) ? ACCEPTED[extension] : undefined
  if (accepted === undefined) return null
  const said = declared.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const agrees = [accepted.type, ...accepted.declared, ...UNDECLARED].includes(said)
  return agrees && accepted.matches(head) ? accepted.type : null
}
