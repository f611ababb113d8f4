import { isLocalTime, timeOf } from '../instant.js'
import type { Groups } from './family.js'
import { numberOf } from './numerals.js'
import type { NamedTime } from './phrase.js'

/**
 * The time in the groups of a date: 12:00, 下午5点半, 中午, 下班. Null when there is none or it is the end of the day
 * (24时); undefined when it cannot be.
 */
export function namedTime({
  half,
  hour,
  clock,
  minute,
  thirty,
  closing,
  noon,
}: Groups): NamedTime | null | undefined {
  if (closing) return 'closing'
  if (noon) return NOON
  if (!hour) return null
  const minutes = thirty ? 30 : numberOf(clock ?? minute ?? '0')
  const hours = inTwentyFour(numberOf(hour), half)
  if (hours === 24 && minutes === 0) return null
  const text = [hours, minutes].map((number) => String(number).padStart(2, '0')).join(':')
  return isLocalTime(text) ? text : undefined
}

const NOON = timeOf('12:00')

/** 下午5点 is 17, 中午1点 is 13, 下午12点 and 中午12点 are 12, 晚上12点 is 24. */
function inTwentyFour(hour: number | null, half: string | undefined): number | null {
  if (hour === null) return null
  if (half?.startsWith('晚') && hour === 12) return 24
  const noon = half === '中午' && hour < 11
  const afternoon = noon || /^(?:下午|傍晚|晚)/.test(half ?? '')
  return afternoon && hour < 12 ? hour + 12 : hour
}
