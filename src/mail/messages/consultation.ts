import type { LocalDate, LocalTime } from '../../domain/instant.js'
import {
  CONSULT_ANSWER_LABELS,
  CONSULT_ANSWERS,
  type ConsultAnswer,
} from '../../domain/notice/consultation.js'
import {
  CONSULT_CHANNEL_LABELS,
  type ConsultChannel,
} from '../../domain/notice/consultation-answer.js'
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

/** An answer that the office entered in a unit's name. */
export interface EnteredLine {
  title: string
  number: number
  answer: ConsultAnswer
  whom: string
  how: ConsultChannel
  said: { on: LocalDate; at: LocalTime }
  /** Null of what is sensitive: then nothing of it is said. */
  texts: (AskedLine & { words: string | null }) | null
  files: number
}

/** Tells a unit what was entered in its name, and that its own word goes before that. */
export function enteredAnswers(lines: readonly EnteredLine[]): Message {
  return message(`代录核实意见${lines.length}项`, [
    heading(`代录核实意见（${lines.length}项）`),
    paragraph(
      '已按你单位电话或纸质反馈代为登记下列核实意见。与实际不符的，请在核实期满前登录系统自行反馈，以自行反馈的为准。',
    ),
    ...lines.map(({ title, number, answer, whom, how, said, texts, files }) =>
      item(`《${title}》第${number}项${texts ? ` ${texts.category}` : ''}`, [
        texts && texts.problem,
        texts && texts.place,
        `核实意见：${CONSULT_ANSWER_LABELS[answer]}`,
        texts?.words ? `说明：${texts.words}` : null,
        files > 0 ? `佐证材料：${files}件` : null,
        `反馈人：${whom}（${CONSULT_CHANNEL_LABELS[how]}，${day(said.on)}${said.at}）`,
      ]),
    ),
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
