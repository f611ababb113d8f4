const INCLUDED = String.raw`\(?不?含(?:当日|当天|本日|本数)?\)?`
/** What may stand in brackets before and behind a number or a day, for use inside a pattern. */
export const BOUND = `(?<bound>${INCLUDED})?`
export const BOUND_BEHIND = `(?<bound_behind>${INCLUDED})?`

/** 不超过, 不得超过: a limit; and what may not stand before 超过 where it is none. */
export const NOT_OVER = '(?:不[得能应可宜要]?|未)超过'
export const OVER = '(?<![不得能应可宜要未])(?:超过|超出|多于|逾)'

/** Whether the words in brackets take the number in (含); without any they do not. */
export function includes(bound = ''): boolean {
  return bound.includes('含') && !excludes(bound)
}

/** Whether the words in brackets leave the number or the day out (不含); without any they do not. */
export function excludes(bound = ''): boolean {
  return bound.includes('不')
}
