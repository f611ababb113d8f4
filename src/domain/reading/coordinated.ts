import type { UnitMention } from './unit-mentions.js'

const LISTED =
  /(?<=^|[,;:。()]|发现|其中|包括|以及|如)((?:[\u4e00-\u9fff]{2,4}、)+)([\u4e00-\u9fff]{2,4}?)(?:[两二三四五六七八九十]|\d{1,2})[所家个]((?:乡镇)?卫生院|医院|学校|中学|小学|幼儿园|学院|公司|乡镇|街道|[乡镇县区])/g

/**
 * 杉木、水口、长坪三所卫生院: what is said once behind the last of several is a part of the name of each. `units` are those
 * found so far; those in such a list give way to it, unless others than the last bear whole names already.
 */
export function withCoordinated(text: string, units: readonly UnitMention[]): UnitMention[] {
  if (!text.includes('、')) return [...units]
  let found = [...units]
  for (const { index, 0: whole, 1: before = '', 2: last = '', 3: kind = '' } of text.matchAll(
    LISTED,
  )) {
    const end = index + whole.length
    const within = found.filter((one) => one.start < end && one.end > index)
    if (within.some((one) => one.end <= index + before.length)) continue
    const names = [...before.split('、').filter((name) => name !== ''), last]
    let start = index
    const each = names.map((name, at) => {
      const from = start
      start += name.length + 1
      return {
        start: from,
        end: at === names.length - 1 ? end : from + name.length,
        name: name + kind,
      }
    })
    found = [...found.filter((one) => !within.includes(one)), ...each]
  }
  return found.toSorted((a, b) => a.start - b.start)
}
