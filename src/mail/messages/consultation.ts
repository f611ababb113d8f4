import type { LocalDate } from '../../domain/instant.js'
import {
  CONSULT_ANSWER_LABELS,
  CONSULT_ANSWERS,
  type ConsultAnswer,
} from '../../domain/notice/consultation.js'
import { type Block, heading, item, type Message, message, paragraph } from '../blocks.js'
import { day } from './words.js'

/** A line of a draft that a unit is shown; none of it is sensitive or offline. */
export interface AskedLine {
  category: string
  problem: string
  place: string | null
}

/** What a unit is asked about one notice before it is issued. */
export interface ConsultationInput {
  title: string
  /** The last day on which it may answer. */
  until: LocalDate
  lines: readonly AskedLine[]
}

/** Asks a unit whether what is to be said of it is so. */
export function consultation({ title, until, lines }: ConsultationInput): Message {
  return message(`发文前核实${lines.length}项`, [
    heading(`发文前核实（${lines.length}项）`),
    paragraph(
      `拟印发《${title}》，其中涉及你单位的下列问题，请于${day(until)}前登录系统逐项反馈：属实、误报或已改（误报、已改请说明情况）。逾期未反馈的，视为属实。`,
    ),
    ...lines.map(({ category, problem, place }) => item(category, [problem, place])),
  ])
}

/** What the units said of one notice. */
export interface ConsultedNotice {
  title: string
  answers: Readonly<Record<ConsultAnswer, number>>
  /** Lines of which nothing was said. */
  silent: number
}

/** The same in the list of what waits for a person of the office. */
export function consultedBlock({ title, answers, silent }: ConsultedNotice): Block {
  const said = CONSULT_ANSWERS.filter((answer) => answers[answer] > 0)
  const counts = said.map((one) => `${CONSULT_ANSWER_LABELS[one]}${answers[one]}项`)
  const all = silent > 0 ? [...counts, `未反馈${silent}项（视为属实）`] : counts
  return item(`《${title}》`, [all.join('，')])
}
