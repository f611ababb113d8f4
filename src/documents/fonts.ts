import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

const FILE = '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'

let file: Buffer | null = null

/** The whole font, of which a document embeds what it uses. Read when the first is set, and kept: 15 MB. */
export function fontFile(): Buffer {
  if (file) return file
  const read = readFileSync(createRequire(import.meta.url).resolve(FILE))
  hideLayout(read)
  file = read
  return read
}

/** Names in a font's directory, from its twelfth byte on, sixteen bytes apart. */
const [DIRECTORY, ENTRY] = [12, 16]
const LAYOUT = ['GSUB', 'GPOS']

/**
 * Takes the tables of ligatures and kerning out of a font's directory: they do nothing for Chinese, and to read them for
 * every document would take most of its time.
 */
function hideLayout(bytes: Buffer): void {
  const tables = bytes.readUInt16BE(4)
  for (let at = DIRECTORY; at < DIRECTORY + tables * ENTRY; at += ENTRY) {
    if (LAYOUT.includes(bytes.toString('latin1', at, at + 4))) bytes.write('none', at, 'latin1')
  }
}

let font: Font | null = null

/** Whether the font has a glyph for a character. */
export function isDrawn(point: number): boolean {
  font ??= opened(fontFile())
  return font.hasGlyphForCodePoint(point)
}

function opened(bytes: Buffer): Font {
  const read = create(bytes)
  if ('fonts' in read) throw new Error('a collection of fonts where one is wanted')
  return read
}
