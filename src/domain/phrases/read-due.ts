import type { Rules } from '../rules.js'
import { dueOfCutoff, dueOfDate, dueOfRecurrence } from './due-of-day.js'
import { dueOfLapse, dueOfPeriod } from './due-of-length.js'
import type { Phrase } from './phrase.js'
import { asking, type Facts, NO_DUE, type PhraseDue } from './phrase-due.js'
import { readPhrases } from './read-phrases.js'

/** What a text says about time, with the phrase that decides; null where it says nothing that can be read. */
export interface ReadDue extends PhraseDue {
  readonly phrase: Phrase | null
}

/**
 * The due of a text: of several deadlines the earliest (time.md, rule 1), and only where it names none, of its lapses.
 * What another deadline has to ask is asked too, since its answer may be earlier. RangeError beyond the year 9999.
 */
export function readDue(
  rules: Pick<Rules, 'calendar' | 'hours'>,
  text: string,
  facts: Facts,
): ReadDue {
  const phrases = readPhrases(text)
  const deadlines = phrases.filter(isDeadline)
  const choice = deadlines.length > 0 ? deadlines : phrases
  const read = choice.map((phrase) => ({ phrase, ...dueOf(rules, phrase, facts) }))
  const [first] = read.toSorted(byDue)
  if (!first) return { phrase: null, ...asking('deadline') }
  return { ...first, asks: [...new Set(read.flatMap(({ asks }) => asks))] }
}

function isDeadline({ rule }: Phrase): boolean {
  return rule === 'period' || rule === 'date' || rule === 'recurring'
}

/** Those with a due first, in order. */
function byDue(a: PhraseDue, b: PhraseDue): number {
  const [first, second] = [a.due_at ?? NEVER, b.due_at ?? NEVER]
  if (first === second) return 0
  return first < second ? -1 : 1
}

/** Sorts behind every instant. */
const NEVER = '~'

function dueOf(rules: Pick<Rules, 'calendar' | 'hours'>, phrase: Phrase, facts: Facts): PhraseDue {
  switch (phrase.rule) {
    case 'period':
      return dueOfPeriod(rules, phrase, facts)
    case 'lapse':
      return dueOfLapse(rules, phrase, facts)
    case 'date':
      return dueOfDate(rules, phrase, facts)
    case 'recurring':
      return dueOfRecurrence(rules, phrase, facts)
    case 'cutoff':
      return dueOfCutoff(phrase, facts)
    case 'threshold':
    case 'immediately':
      return NO_DUE
  }
}
