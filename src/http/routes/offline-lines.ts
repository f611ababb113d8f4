import type { LineInput } from '../../commands/notices/draft-input.js'
import { type FieldFault, ProblemError } from '../frame/problem-error.js'

const TEXTS = ['problem', 'sentence', 'place'] as const

/** Of a finding handled on paper only, no words may enter. Throws OFFLINE_ONLY naming every field that has some. */
export function refuseOfflineTexts(lines: readonly LineInput[]): void {
  const faults = lines.flatMap((line, index): FieldFault[] =>
    line.handling === 'offline'
      ? TEXTS.filter((field) => line[field]).map((field) => ({
          in: 'body',
          pointer: `/findings/${index}/${field}`,
          code: 'OFFLINE_ONLY',
          line: index + 1,
        }))
      : [],
  )
  if (faults.length > 0) throw new ProblemError('OFFLINE_ONLY', faults)
}
