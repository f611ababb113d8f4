import { StringDecoder } from 'node:string_decoder'
import { type SaxesAttributeNS, SaxesParser } from 'saxes'
import { PaperError } from './paper.js'

/** Attributes of a tag by their names without prefix. */
export type Attributes = ReadonlyMap<string, string>

/** What a part says, tag by tag; names are `w:p`, with the prefix of the house and not the file's. */
export interface PartHandler {
  open(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org/'
const STRICT = 'http://purl.oclc.org/ooxml/'
const SPACES: Readonly<Record<string, string>> = {
  'wordprocessingml/2006/main': 'w',
  'wordprocessingml/main': 'w',
  'spreadsheetml/2006/main': 's',
  'spreadsheetml/main': 's',
  'drawingml/2006/main': 'a',
  'drawingml/main': 'a',
  'officeDocument/2006/math': 'm',
  'officeDocument/math': 'm',
  'markup-compatibility/2006': 'mc',
}
/** Documents nest tables and boxes, not thousands of tags. */
const DEEPEST = 200
const STEP = 1 << 16

/**
 * Reads a part from its first tag to its last. Throws PaperError FILE_DAMAGED where it is not well made, declares
 * entities or nests without end: no document of an office does.
 */
export function walk(part: Buffer, handler: PartHandler): void {
  const parser = new SaxesParser({ xmlns: true, position: false })
  let depth = 0
  parser.on('error', (error) => {
    throw new PaperError('FILE_DAMAGED', error.message)
  })
  parser.on('doctype', () => {
    throw new PaperError('FILE_DAMAGED', 'a part that declares a type of its own')
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    depth += 1
    if (depth > DEEPEST) throw new PaperError('FILE_DAMAGED', 'tags in tags without end')
    handler.open(nameOf(uri, local), attributesOf(attributes))
  })
  parser.on('closetag', ({ uri, local }) => {
    depth -= 1
    handler.close?.(nameOf(uri, local))
  })
  parser.on('text', (text) => handler.text?.(text))
  const decoder = new StringDecoder(part[0] === 0xff && part[1] === 0xfe ? 'utf16le' : 'utf8')
  for (let at = 0; at < part.length; at += STEP) {
    parser.write(decoder.write(part.subarray(at, at + STEP)))
  }
  parser.write(decoder.end())
  parser.close()
}

function nameOf(uri: string, local: string): string {
  const office = uri.startsWith(TRANSITIONAL) ? TRANSITIONAL : STRICT
  const space = uri.startsWith(office) ? SPACES[uri.slice(office.length)] : undefined
  return `${space ?? ''}:${local}`
}

function attributesOf(given: Readonly<Record<string, SaxesAttributeNS>>): Attributes {
  const found = new Map<string, string>()
  for (const { local, value } of Object.values(given))
    if (!found.has(local)) found.set(local, value)
  return found
}

/** Whether a property that is on unless it says otherwise is on. */
export function isOn(attributes: Attributes): boolean {
  return !['0', 'false', 'off', 'none'].includes(attributes.get('val') ?? '1')
}
