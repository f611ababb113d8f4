import { isUnitName } from './unit-mentions.js'

/** 区民政局-婚姻登记-页面报错: unit, thing and problem on one line, parted by dashes. */
export interface Triple {
  readonly unit: string
  readonly object: string
  readonly problem: string
}

const PARTED =
  /^([^-—–/>,。“”]{2,24})(?:-+|—+|–+|\/|>+)([^-—–/>,。]{2,24})(?:-+|—+|–+|\/|>+)([^>/]{2,120})$/

/** The three parts of a line that has them; null where its first part is no unit. */
export function tripleIn(sentence: string): Triple | null {
  const plain = sentence.replace(/^\d{1,3}[、.]\s*/, '').replace(/[。;]$/, '')
  const [, unit = '', object = '', problem = ''] = PARTED.exec(plain) ?? []
  if (!isUnitName(unit)) return null
  return { unit, object: object.replace(/[“”]|栏目$/g, ''), problem }
}
