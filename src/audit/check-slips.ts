import type { Message } from '../db/message.js'
import type { Row } from '../db/setwise.js'
import type { MessageKind } from '../domain/vocabulary.js'
import type { Disagreement } from './case.js'
import { type End, wrongEnd } from './check-said.js'

/** Every slip that was signed or taken back was said to its unit, once, and nothing else was said of slips. */
export function checkSlips(
  slips: readonly Row<'slip'>[],
  messages: readonly Message[],
  end: Omit<End, 'droppable'>,
): Disagreement[] {
  const owed = slips.flatMap((slip) =>
    saidOf(slip).map((kind) => nameOf(slip.id, kind, slip.unit_id)),
  )
  const about = messages.filter(({ slip_id }) => slip_id !== null)
  const said = about.map(({ slip_id, kind, unit_id }) => nameOf(slip_id, kind, unit_id))
  return [
    ...owed.filter((name) => !said.includes(name)).map((name) => `应告知而没有：${name}`),
    ...said.filter((name) => !owed.includes(name)).map((name) => `没有来由的告知：${name}`),
    ...about.flatMap((message) => wrongEnd(message, { ...end, droppable: false })),
  ]
}

function saidOf({ issued_at, withdrawn_at }: Row<'slip'>): MessageKind[] {
  if (issued_at === null) return []
  return withdrawn_at === null ? ['slip_issued'] : ['slip_issued', 'slip_withdrawn']
}

function nameOf(slip: string | null, kind: MessageKind, unit: string | null): string {
  return `${kind}→单据 ${slip}（单位 ${unit}）`
}
