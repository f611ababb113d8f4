import { looksLikeText, startsWith } from './magic.js'

/** What is looked at when a whole file is there, in `inspect/`. */
export type Structure =
  | { is: 'pdf' | 'picture' | 'text' }
  | { is: 'container'; kind: 'docx' | 'xlsx' | 'pptx' | 'ofd' }
  | { is: 'compound'; kind: 'doc' | 'wps' | 'xls' | 'et' | 'ppt' | 'dps' }

interface AcceptedType {
  /** What it is stored and served as, whatever was declared. */
  type: string
  /** Other types under which browsers declare it. */
  declared: readonly string[]
  matches: (head: Buffer) => boolean
  structure: Structure
}

/** Bytes of a file's beginning that are needed to recognise it. */
export const HEAD_BYTES = 4096

const zip = (head: Buffer) => startsWith(head, [0x50, 0x4b, 0x03, 0x04])
const compound = (head: Buffer) =>
  startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const begins = (magic: string | readonly number[]) => (head: Buffer) => startsWith(head, magic)

function picture(
  type: string,
  matches: AcceptedType['matches'],
  declared: readonly string[] = [],
): AcceptedType {
  return { type, declared, matches, structure: { is: 'picture' } }
}

type Of<Is> = Extract<Structure, { is: Is }>

function container(kind: Of<'container'>['kind'], type: string, declared: readonly string[] = []) {
  return { type, declared, matches: zip, structure: { is: 'container', kind } } as const
}

function old(kind: Of<'compound'>['kind'], type: string, declared: readonly string[]) {
  return { type, declared, matches: compound, structure: { is: 'compound', kind } } as const
}

const OPEN_XML = 'application/vnd.openxmlformats-officedocument'
const jpeg = picture('image/jpeg', begins([0xff, 0xd8, 0xff]), ['image/jpg', 'image/pjpeg'])

/** The allow-list by extension. */
const ACCEPTED: Readonly<Record<string, AcceptedType>> = {
  pdf: {
    type: 'application/pdf',
    declared: ['application/x-pdf'],
    matches: begins('%PDF-'),
    structure: { is: 'pdf' },
  },
  ofd: container('ofd', 'application/ofd', ['application/vnd.ofd']),
  png: picture('image/png', begins([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  jpg: jpeg,
  jpeg,
  gif: picture('image/gif', (head) => startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a')),
  webp: picture(
    'image/webp',
    (head) => startsWith(head, 'RIFF') && startsWith(head.subarray(8), 'WEBP'),
  ),
  bmp: picture('image/bmp', begins('BM'), ['image/x-ms-bmp', 'image/x-bmp']),
  docx: container('docx', `${OPEN_XML}.wordprocessingml.document`),
  xlsx: container('xlsx', `${OPEN_XML}.spreadsheetml.sheet`),
  pptx: container('pptx', `${OPEN_XML}.presentationml.presentation`),
  doc: old('doc', 'application/msword', ['application/vnd.ms-word']),
  xls: old('xls', 'application/vnd.ms-excel', ['application/msexcel', 'application/x-msexcel']),
  ppt: old('ppt', 'application/vnd.ms-powerpoint', ['application/mspowerpoint']),
  wps: old('wps', 'application/vnd.ms-works', [
    'application/kswps',
    'application/wps-office.wps',
    'application/wps-office.doc',
  ]),
  et: old('et', 'application/kset', ['application/wps-office.et', 'application/wps-office.xls']),
  dps: old('dps', 'application/ksdps', [
    'application/wps-office.dps',
    'application/wps-office.ppt',
  ]),
  txt: {
    type: 'text/plain',
    declared: [],
    matches: looksLikeText,
    structure: { is: 'text' },
  },
  csv: {
    type: 'text/csv',
    declared: ['text/plain', 'application/csv', 'application/vnd.ms-excel'],
    matches: looksLikeText,
    structure: { is: 'text' },
  },
}

/** What clients say when they do not know; extension and content still have to agree. */
const UNDECLARED = ['', 'application/octet-stream']

/** The extensions that are taken, for messages and documentation. */
export const ACCEPTED_EXTENSIONS = Object.keys(ACCEPTED)

const WITH_MACROS = /\.(?:do[ct]m|xl[st]m|xlsb|xlam|pp[tsa]m|potm|ppsm)$/i

/** Whether a name says of itself that the document may hold macros: refused with a word on what to do. */
export function saysMacros(name: string): boolean {
  return WITH_MACROS.test(name)
}

/**
 * The type to store a file under, or null unless extension, declared type and first bytes agree on
 * an accepted one.
 */
export function acceptedType(name: string, declared: string, head: Buffer): string | null {
  const accepted = entryOf(name)
  if (accepted === undefined) return null
  const said = declared.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const agrees = [accepted.type, ...accepted.declared, ...UNDECLARED].includes(said)
  return agrees && accepted.matches(head) ? accepted.type : null
}

/** How a file of this name has to be made; null for a name that is not taken. */
export function structureOf(name: string): Structure | null {
  return entryOf(name)?.structure ?? null
}

function entryOf(name: string): AcceptedType | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(ACCEPTED, extension) ? ACCEPTED[extension] : undefined
}
