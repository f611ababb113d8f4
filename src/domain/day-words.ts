import type { Instant, LocalDate } from './instant.js'
import { localDateOf, localTimeOf } from './zone.js'

/** 2022年9月30日 */
export function day(date: LocalDate): string {
  const [year, month, dom] = date.split('-').map(Number)
  return `${year}年${month}月${dom}日`
}

/** 2022年9月30日 09:05, as the clocks of the zone show an instant; whole minutes. RangeError for an unknown zone. */
export function dayAndTime(zone: string, at: Instant): string {
  return `${day(localDateOf(zone, at))} ${localTimeOf(zone, at)}`
}
