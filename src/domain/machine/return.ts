import { dueAfterReturn } from '../due.js'
import { reject } from '../situation.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { recordedTexts } from './texts.js'

/**
 * 退回整改, point by point. Substantive: lateness runs on from the due the answer claimed to meet.
 * Formal (补正): does not count as a return, and lateness starts at the new due.
 */
export const returnAnswer: CommandSpec<'return'> = {
  from: ['responded', 'verified'],
  needs: ({ finding }) =>
    finding.handling === 'offline'
      ? ['kind', 'reasons', 'paper_number']
      : ['kind', 'reasons', 'points'],
  decide(situation, command) {
    const { finding, now, rules } = situation
    const { kind, reasons = [], points = [] } = command
    const { round } = finding
    if (!round) return reject('NOT_IN_THIS_STATE')
    if (!kind) return reject('FIELD_REQUIRED', '/kind')
    if (reasons.length === 0) return reject('FIELD_REQUIRED', '/reasons')
    if (finding.handling === 'offline') {
      if (points.length > 0) return reject('OFFLINE_ONLY', '/points')
      if (!command.paper_number) return reject('FIELD_REQUIRED', '/paper_number')
    } else if (!points.some(({ comment }) => comment.trim())) {
      return reject('FIELD_REQUIRED', '/points')
    }
    const ongoing = round.before.state === 'ongoing'
    const due = ongoing ? round.before.due : dueAfterReturn(rules, now, kind, finding.due)
    if (!due) return reject('NOT_IN_THIS_STATE')
    const late_from = kind === 'substantive' ? round.claimed_due : finding.late_from
    const to = ongoing ? 'ongoing' : 'returned'
    const data = { round: round.number, kind, reasons, to, due, late_from } as const
    return [eventMaker('return', situation)('returned', data, pointTexts(command))]
  },
}

function pointTexts(command: Parameters<typeof returnAnswer.decide>[1]) {
  const fields = (command.points ?? []).flatMap(({ claim, comment }, index) => [
    [`points/${index}/claim`, claim] as const,
    [`points/${index}/comment`, comment] as const,
  ])
  return recordedTexts(command, Object.fromEntries(fields))
}
