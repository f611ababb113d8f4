/** A number in digits or in Chinese numerals up to 999, for use inside a pattern; it captures nothing. */
export const NUMBER = String.raw`(?:\d{1,6}|[零〇一二两三四五六七八九十百]{1,7})`

const DIGITS = '零一二三四五六七八九'

/** The value of what `NUMBER` matched: 15, 十五, 两百零五; null for numerals in no order of a number. */
export function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  const written = text.replaceAll('〇', '零').replaceAll('两', '二')
  const parts =
    /^(?:([一二三四五六七八九])百)?(?:零|([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/
  const [, hundreds, tens, ten, ones] = parts.exec(written) ?? []
  if (!hundreds && !ten && !ones) return null
  return digit(hundreds) * 100 + (ten ? digit(tens ?? '一') * 10 : 0) + digit(ones)
}

function digit(text: string | undefined): number {
  return text ? DIGITS.indexOf(text) : 0
}
