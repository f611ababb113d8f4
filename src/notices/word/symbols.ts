/** Signs of the fonts of signs that offices tick with, as the signs they look like. */
const SIGNS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    0x6c: '●',
    0x6e: '■',
    0x6f: '□',
    0xa8: '□',
    0xd8: '➢',
    0xfb: '×',
    0xfc: '√',
    0xfd: '☒',
    0xfe: '☑',
  },
  'wingdings 2': { 0x4f: '×', 0x50: '√', 0x51: '☒', 0x52: '☑', 0xa3: '□', 0xa6: '□' },
  symbol: { 0xb4: '×', 0xb7: '•', 0xd6: '√' },
}

/** A sign by its font and its number there; empty where it is a picture rather than a sign. */
export function symbol(font: string, code: string): string {
  const number = Number.parseInt(code, 16)
  if (!Number.isFinite(number) || number > 0x10ffff) return ''
  // Fonts of signs have theirs from F000 on.
  const known = SIGNS[font.toLowerCase()]?.[number & 0xff]
  if (known !== undefined) return known
  const isPrivate = number >= 0xe000 && number <= 0xf8ff
  const isHalf = number >= 0xd800 && number <= 0xdfff
  return isPrivate || isHalf || number < 0x20 ? '' : String.fromCodePoint(number)
}
