import fc from 'fast-check'

/** Every sign that means something to a spreadsheet, to CSV or to our lists, among some that mean nothing. */
const SIGNS = [
  ...['=', '+', '-', '@', '＝', '＋', '－', '＠', "'", '"', ',', ';', '；', '、', '|', '\\'],
  ...[' ', '\u3000', '甲', '局', 'A', '1', '(', ')', '!'],
]

/** A line of text that the register takes and a spreadsheet could misread. */
export function nasty(): fc.Arbitrary<string> {
  const sign = fc.constantFrom(...SIGNS)
  const text = fc.array(sign, { minLength: 1, maxLength: 12 }).map((signs) => signs.join(''))
  return text.filter((one) => /\S/u.test(one))
}
