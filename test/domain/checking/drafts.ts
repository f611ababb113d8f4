import {
  type AnswerCheck,
  checkAnswer,
  type Draft,
} from '../../../src/domain/checking/check-answer.js'
import { takeDue } from '../../../src/domain/clock/advance.js'
import type { Actor, SignedPaper } from '../../../src/domain/situation.js'
import { PHOTO, SCAN } from '../../helpers/domain/fields.js'
import type { Life } from '../../helpers/domain/life.js'
import { reporter } from '../../helpers/domain/people.js'
import { day } from '../../helpers/domain/world.js'

/** A picture and a text of the unit, both from the week in which the findings of the tests are served. */
export const PICTURE = { sha256: PHOTO, type: 'image/png', captured_on: day('2026-03-02') }
export const TEXT = { sha256: SCAN, type: 'text/plain', captured_on: null }

/** An answer that lacks nothing, but for what a case says otherwise. */
export const WHOLE = {
  result: 'fixed',
  cause: '栏目长期无人维护',
  measures: '已更新并指定专人，网址为 https://www.example.gov.cn/dongtai/',
  completed_on: day('2026-03-02'),
  evidence: [PHOTO],
} as const satisfies Draft['answer']

interface Case extends Partial<Omit<Draft, 'answer'>> {
  by?: Actor
  paper?: SignedPaper
}

/** What a draft comes to in a life as it stands. */
export function checked(
  life: Life,
  answer: Draft['answer'],
  { by = reporter, paper, ...more }: Case = {},
): AnswerCheck {
  const acting = { ...life.situation, actor: by, paper: paper ?? null }
  const { situation } = takeDue(acting)
  return checkAnswer(situation, {
    ...{ answer, files: [PICTURE, TEXT], fits: true, paper_unknown: false },
    ...{ events: life.events, issued_on: day('2026-03-02'), words: '栏目未更新', asset: true },
    ...more,
  })
}
