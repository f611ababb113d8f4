/** What may stand in brackets behind 超过 or 以上, for use inside a pattern. */
export const BOUND = String.raw`(?<bound>\(?不?含(?:本数)?\)?)?`

/** Whether the words in brackets take the number in (含); without any they do not. */
export function includes(bound = ''): boolean {
  return bound.includes('含') && !excludes(bound)
}

/** Whether the words in brackets leave the number or the day out (不含); without any they do not. */
export function excludes(bound = ''): boolean {
  return bound.includes('不')
}
