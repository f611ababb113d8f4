/** What the notes of a notice say of the signs in its tables. */
export interface Legend {
  /** Whether √ says that something is wrong: “√”表示存在该问题. Null where no note says. */
  readonly ticksFaults: boolean | null
  /** “政策解读”为×,指…: what is wrong where a head is marked. */
  readonly meanings: ReadonlyMap<string, string>
}

const SAYS = '(?:表示|代表|为|指|即)([^,;。“”]{1,20})'
// A letter x is a cross between quotation marks or at the start of a note: elsewhere it is part of an address or a word.
const TICK = new RegExp(`[√✓✔]”?${SAYS}`)
const CROSS = new RegExp(`(?:[×✗]”?|“[xX]”|(?:^|[,;。:(])[xX])${SAYS}`)
const IN_ORDER =
  /^(?:该项|此项|检查|为|已)*(?:正常|达标|合格|符合|良好|完好|通过|优秀|(?:未发现|不存在|没有|无)[^,;。]{0,8}(?:问题|异常|错误|扣分)|未扣分|已(?:更新|公开|落实|完成|整改|建立|设置))/
const FAULTY = /存在|问题|不|未|错|缺|有误|扣分|无法|空白|失效|逾期|超期/
const MEANING = /“([^“”]{2,14})”(?:栏|列|项)?为“?[×√✗]”?,?(?:是)?[指即为:]([^;。]{3,80})/g

/** The legend in a text, plain signs and all; nothing where no note explains any. */
export function legendIn(plain: string): Legend {
  const [tick, cross] = [TICK.exec(plain)?.[1], CROSS.exec(plain)?.[1]]
  const [good, other] = [inOrder(tick), inOrder(cross)]
  const meanings = [...plain.matchAll(MEANING)].flatMap(([, head, meaning]) =>
    head && meaning ? [[head, meaning] as const] : [],
  )
  return { ticksFaults: good === null ? other : !good, meanings: new Map(meanings) }
}

/** Whether what is said of a sign says that all is well; null where it says neither. */
function inOrder(said: string | undefined): boolean | null {
  if (said === undefined) return null
  return IN_ORDER.test(said) || (FAULTY.test(said) ? false : null)
}

export const NO_LEGEND: Legend = { ticksFaults: null, meanings: new Map() }
