import { reject } from '../situation.js'
import { OPEN_STATES } from '../vocabulary.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/** How an event whose words there are is known beside ids: by its finding and number. */
export function wordsOf(findingId: string, seq: number): string {
  return `${findingId}/${seq}`
}

/**
 * 清除原文: the words of events in which somebody's personal data stands, with the salt by which they could be guessed.
 * Codes, days and hashes stay, and so the chain does; the finding's own words are corrected instead.
 */
export const eraseWords: CommandSpec<'erase_words'> = {
  from: ['draft', ...OPEN_STATES, 'closed', 'withdrawn'],
  needs: ({ finding }) => ['events', 'about', ...textNeeds(finding, 'reason', 'basis')],
  decide(situation, command) {
    const { finding, known } = situation
    const { events = [], about, reason, basis } = command
    if (events.length === 0) return reject('FIELD_REQUIRED', '/events')
    if (!about) return reject('FIELD_REQUIRED', '/about')
    const wrong = checkTexts(finding, command, { reason, basis })
    if (wrong) return wrong
    const left = [...new Set(events)].filter((seq) => known.has(wordsOf(finding.id, seq)))
    if (left.length === 0) return reject('NOTHING_TO_CHANGE', '/events')
    const data = { events: left.toSorted((a, b) => a - b), about }
    return [
      eventMaker('erase_words', situation)(
        'words_erased',
        data,
        recordedTexts(command, { reason, basis }),
      ),
    ]
  },
}
