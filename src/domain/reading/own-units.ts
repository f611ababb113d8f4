import { GENERIC, NO_NAME, NO_UNIT } from './unit-words.js'

/** Whom a paper goes to by kinds of them: 各科室、各病区:, 机关各处室: . */
const ADDRESSED = /^(?:机关|局|厅|院|校|厂|委|中心|公司)?[各本全][^。;:\n]{1,60}:$/m
/** Parts of an office that bear no place and whose kind alone tells them. */
const PARTS = /各(?:[^、,:]{0,4}?)(?:科室|病区|处室|股室|车间|班组)/
const NAMED =
  /(?<=^|[\n,;。:、()▲])(?:(?!该|此|每|某|其|各)[\u4e00-\u9fff]){1,7}?(?:[科处股室办](?:[一二三四五六七八九十]{1,2}病区)?|病区)(?=[^学技目普研教员长室罚理置分于在境份级理公事结]|\n|$)/g

/**
 * The names of the parts of the office itself that a notice speaks of, where it goes to them: 儿科, 病案室. Outside of such
 * a notice they are words like others.
 */
export function ownUnitsIn(plain: string): readonly string[] {
  const address = ADDRESSED.exec(plain)?.[0] ?? ''
  if (!PARTS.test(address)) return []
  const names = [...plain.matchAll(NAMED)].map(([name]) => name)
  return [...new Set(names)].filter(isName)
}

function isName(name: string): boolean {
  const plain = !NO_NAME.test(name) && !NO_UNIT.test(name) && !GENERIC.test(name)
  return plain && !/^(?:办公|会议|教|候诊|接待|值班)室$/.test(name)
}
