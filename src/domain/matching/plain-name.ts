/** So many names a unit, or what it runs, may have beside its own. */
export const MOST_ALIASES = 50

/** A name as it is compared: what spellings of one name have in common. */
export interface PlainName {
  plain: string
  /** 原: the name is said to be a former one. */
  former: boolean
}

const FORMER = /^\(?原\)?/
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/委员会/g, '委'],
  [/办公室|办事处/g, '办'],
  [/人民政府/g, '政府'],
]

/** Width, spaces and brackets made one; the words every office shortens, shortened. */
export function plainName(name: string): PlainName {
  let plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s“”"'‘’《》·]/g, '')
    .replace(/[[【〔]/g, '(')
    .replace(/[\]】〕]/g, ')')
  const former = FORMER.test(plain)
  if (former) plain = plain.replace(FORMER, '')
  for (const [long, short] of SHORT_FORMS) plain = plain.replace(long, short)
  return { plain, former }
}
