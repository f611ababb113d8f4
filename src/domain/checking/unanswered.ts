import type { Answer } from '../commands.js'
import type { EventOf, NewEvent } from '../events.js'
import type { Gap } from './gaps.js'

/** An answer that was returned and not given again, with what it said. */
export interface OpenReturn {
  returned: EventOf<'returned'>
  answered: EventOf<'responded'>
}

/**
 * The return that waits for an answer, by a finding's events in order; null where none does, or what it returned is not to be
 * read. An answer that was recalled answers nothing.
 */
export function openReturn(events: readonly NewEvent[]): OpenReturn | null {
  const standing: NewEvent[] = []
  for (const event of events) {
    if (event.type === 'recalled') {
      const at = standing.findLastIndex(isAnswer)
      if (at >= 0) standing.splice(at, 1)
    } else if (TURNS.some((type) => type === event.type)) standing.push(event)
  }
  const returned = standing.pop()
  const answered = standing.findLast(isAnswer)
  return returned?.type === 'returned' && answered ? { returned, answered } : null
}

const TURNS = ['returned', 'responded', 'reassigned', 'reopened'] as const

const isAnswer = (event: NewEvent): event is EventOf<'responded'> => event.type === 'responded'

/**
 * What a return asked for and a new answer leaves as it was. A point is unanswered where the sentence it takes issue with
 * stands unchanged (with none quoted: the whole answer), no file is new, and the answer says no more than it did.
 */
export function unanswered(open: OpenReturn, draft: Answer): Gap[] {
  const { returned, answered } = open
  const { evidence = [] } = draft
  if (evidence.some((hash) => !answered.data.evidence.includes(hash))) return []
  const bare = returned.data.reasons.some((reason) => reason === 'evidence_missing')
  const nothing: Gap[] = bare
    ? [{ code: 'NOTHING_NEW_SHOWN', field: '/evidence', words: NOTHING_NEW }]
    : []
  const { cause = '', measures = '' } = answered.texts ?? {}
  const before = sentencesOf(`${cause}。${measures}`)
  const now = sentencesOf(`${draft.cause ?? ''}。${draft.measures ?? ''}`)
  const gone = before.filter((one) => !now.includes(one)).length
  const added = now.filter((one) => !before.includes(one)).length
  if (before.length === 0 || added > gone) return nothing
  const points = pointsOf(returned).filter(({ claim }) => {
    const quoted = before.filter((one) => claim !== '' && one.includes(claim))
    return (quoted.length > 0 ? quoted : before).every((one) => now.includes(one))
  })
  const left = points.map(({ number, comment }): Gap => {
    const words = `退回意见第${number}点“${comment}”所指的内容没有改动，也没有补充说明或者新的材料。`
    return { code: 'POINT_UNANSWERED', field: '/measures', words }
  })
  return [...nothing, ...left]
}

const NOTHING_NEW = '上次因佐证材料不足退回，这次没有新的材料。'

/** The points of a return that say something, numbered as they were made. */
function pointsOf({ texts }: EventOf<'returned'>) {
  const said = Object.keys(texts ?? {}).flatMap((field) => {
    const [, index] = /^points\/(\d+)\/comment$/.exec(field) ?? []
    return index === undefined ? [] : [Number(index)]
  })
  return said
    .toSorted((a, b) => a - b)
    .map((index) => ({
      number: index + 1,
      claim: plain(texts?.[`points/${index}/claim`] ?? ''),
      comment: texts?.[`points/${index}/comment`] ?? '',
    }))
}

const plain = (text: string) => text.replaceAll(/[\s。；;]/g, '')

function sentencesOf(text: string): string[] {
  return text
    .split(/[。；;！!？?\n]/)
    .map(plain)
    .filter((sentence) => sentence !== '')
}
