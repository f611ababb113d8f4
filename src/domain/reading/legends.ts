/** What the notes of a notice say of the signs in its tables. */
export interface Legend {
  /** Whether √ says that something is wrong: “√”表示存在该问题. Null where no note says. */
  readonly ticksFaults: boolean | null
  /** “政策解读”为×,指…: what is wrong where a head is marked. */
  readonly meanings: ReadonlyMap<string, string>
}

const TICK = /“?[√✓✔]”?(?:表示|代表|为|指|即)([^,;。“”]{1,20})/
const CROSS = /“?[×✗xX]”?(?:表示|代表|为|指|即)([^,;。“”]{1,20})/
const FAULTY = /存在|问题|不合格|不符|未|错|缺|有误|扣分/
const MEANING = /“([^“”]{2,14})”(?:栏|列|项)?为“?[×√✗]”?,?(?:是)?[指即为:]([^;。]{3,80})/g

/** The legend in a text, plain signs and all; nothing where no note explains any. */
export function legendIn(plain: string): Legend {
  const [tick, cross] = [TICK.exec(plain)?.[1], CROSS.exec(plain)?.[1]]
  const said = tick ? FAULTY.test(tick) && !/未发现|不存在/.test(tick) : null
  const other = cross ? !FAULTY.test(cross) || /未发现|不存在/.test(cross) : null
  const meanings = [...plain.matchAll(MEANING)].flatMap(([, head, meaning]) =>
    head && meaning ? [[head, meaning] as const] : [],
  )
  return { ticksFaults: said ?? other, meanings: new Map(meanings) }
}

export const NO_LEGEND: Legend = { ticksFaults: null, meanings: new Map() }
