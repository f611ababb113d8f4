const DIGITS = Array.from('〇一二三四五六七八九')
const FORMAL = Array.from('零壹贰叁肆伍陆柒捌玖')
const STEMS = Array.from('甲乙丙丁戊己庚辛壬癸')
const BRANCHES = Array.from('子丑寅卯辰巳午未申酉戌亥')
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

const decimal = (n: number) => String(n)
const counted = (n: number) => chinese(n, DIGITS, ['', '十', '百', '千'])
const digit = (n: number) =>
  Array.from(String(n))
    .map((sign) => DIGITS[Number(sign)] ?? sign)
    .join('')

/** How Word writes the numbers of its lists, by the name of the format. */
const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  decimal,
  decimalHalfWidth: decimal,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  chineseCounting: counted,
  chineseCountingThousand: counted,
  japaneseCounting: counted,
  taiwaneseCounting: counted,
  taiwaneseCountingThousand: counted,
  ideographDigital: digit,
  japaneseDigitalTenThousand: digit,
  taiwaneseDigital: digit,
  chineseLegalSimplified: (n) => chinese(n, FORMAL, ['', '拾', '佰', '仟']),
  ideographLegalTraditional: (n) => chinese(n, FORMAL, ['', '拾', '佰', '仟']),
  decimalEnclosedCircle: (n) => within(n, 0x2460, 20),
  decimalEnclosedCircleChinese: (n) => within(n, 0x2460, 20),
  decimalEnclosedParen: (n) => within(n, 0x2474, 20),
  decimalEnclosedFullstop: (n) => within(n, 0x2488, 20),
  ideographEnclosedCircle: (n) => within(n, 0x3220, 10),
  lowerLetter: letters,
  upperLetter: (n) => letters(n).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (n) => roman(n).toUpperCase(),
  ideographTraditional: (n) => STEMS[(n - 1) % 10] ?? '',
  ideographZodiac: (n) => BRANCHES[(n - 1) % 12] ?? '',
  none: () => '',
}

/** A number as a format of Word writes it; in digits where the format is unknown. */
export function numeral(n: number, format: string): string {
  return (FORMATS[format] ?? decimal)(n)
}

function chinese(n: number, digits: readonly string[], units: readonly string[]): string {
  if (n < 1 || n > 9999) return decimal(n)
  const signs = Array.from(String(n)).map(Number)
  let words = ''
  for (const [at, sign] of signs.entries()) {
    if (sign > 0) words += `${digits[sign]}${units[signs.length - 1 - at]}`
    else if (signs.slice(at).some((later) => later > 0) && !words.endsWith(digits[0] ?? ''))
      words += digits[0]
  }
  return digits === DIGITS ? words.replace(/^一十/, '十').replaceAll('〇', '零') : words
}

function fullWidth(n: number): string {
  return String(n).replace(/\d/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
}

function within(n: number, first: number, count: number): string {
  return n >= 1 && n <= count ? String.fromCharCode(first + n - 1) : `(${n})`
}

function letters(n: number): string {
  const letter = String.fromCharCode(97 + ((n - 1) % 26))
  return n < 1 ? decimal(n) : letter.repeat(Math.min(9, Math.ceil(n / 26)))
}

function roman(n: number): string {
  let left = n > 3999 ? 0 : n
  let words = ''
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      words += sign
      left -= value
    }
  }
  return words || decimal(n)
}
