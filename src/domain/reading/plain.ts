/**
 * The text with full-width letters, digits and signs as ASCII, every kind of quotation mark as “ and ”, and every kind
 * of space as one: sign by sign, so that each place in it is the same place in the text as given.
 */
export function plainSigns(text: string): string {
  let open = false
  let plain = ''
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index)
    if (sign === '\n' || sign === '\r') open = false
    if (OPENING.includes(sign)) {
      open = true
      plain += '“'
    } else if (CLOSING.includes(sign)) {
      open = false
      plain += '”'
    } else if (STRAIGHT.includes(sign)) {
      plain += open ? '”' : '“'
      open = !open
    } else {
      plain += plainSign(sign)
    }
  }
  return plain
}

const OPENING = '“「『〝'
const CLOSING = '”」』〞'
const STRAIGHT = '"＂'
/** How far a full-width sign lies above its ASCII twin. */
const FULL_WIDTH = 0xfee0

function plainSign(sign: string): string {
  if (sign >= '\uff01' && sign <= '\uff5e') {
    return String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH)
  }
  if (/[\u00a0\u2000-\u200b\u3000\ufeff]/.test(sign)) return ' '
  if (sign === '﹝' || sign === '［') return '〔'
  if (sign === '﹞' || sign === '］') return '〕'
  if (sign === '︱' || sign === '│' || sign === '┃') return '|'
  return sign
}

/** A text without the blanks that typing left between its words; two words or numbers stay apart by one. */
export function squeezed(text: string): string {
  return text.replace(/(?<![\dA-Za-z])\s+|\s+(?![\dA-Za-z])/g, '').replace(/\s+/g, ' ')
}

/** From places in a string to places in its code points. */
export function codePointsOf(text: string): (index: number) => number {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (index) => index
  const before = new Uint32Array(text.length + 1)
  let count = 0
  for (let index = 0; index < text.length; index += 1) {
    before[index] = count
    const pair = (text.codePointAt(index) ?? 0) > 0xffff
    if (pair) {
      index += 1
      before[index] = count
    }
    count += 1
  }
  before[text.length] = count
  return (index) => before[index] ?? count
}
