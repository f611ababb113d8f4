import { authorise } from '../permissions.js'
import type { Earlier } from '../repeats.js'
import { localDateOf } from '../zone.js'
import type { DraftLine, IssueContext, IssueProblem, NoticeHead } from './draft.js'

/** What is wrong with the notice itself and with lines the machine does not judge. */
export function checkDraft(
  head: NoticeHead,
  drafts: readonly DraftLine[],
  context: IssueContext,
): IssueProblem[] {
  const notice = (code: IssueProblem['code'], field: string) => ({ line: null, code, field })
  const today = localDateOf(context.rules.calendar.zone, context.now)
  const found: IssueProblem[] = []
  const denied = authorise('issue', context)
  if (denied) found.push(notice(denied.code, ''))
  if (!head.title.trim()) found.push(notice('FIELD_REQUIRED', '/title'))
  if (!head.signer_id) found.push(notice('FIELD_REQUIRED', '/signer_id'))
  if (!head.issued_on) found.push(notice('FIELD_REQUIRED', '/issued_on'))
  if (head.issued_on && head.issued_on > today) found.push(notice('FUTURE_DATE', '/issued_on'))
  if (head.supplements === 'draft' || head.supplements === 'revoked') {
    found.push(notice('NOT_IN_THIS_STATE', '/supplements'))
  }
  if (head.consulting) found.push(notice('NOT_IN_THIS_STATE', '/consulting_until'))
  if (!drafts.some((draft) => draft.dispatched)) found.push(notice('FIELD_REQUIRED', '/findings'))
  const earlier = new Map(context.earlier.map((one) => [one.id, one]))
  const following = drafts.filter(({ dispatched, follows }) => dispatched && follows !== null)
  const followed = following.flatMap((draft, index) => {
    const first = following.findIndex(({ follows }) => follows === draft.follows) === index
    return first ? checkFollowed(draft, earlier) : [refusedToFollow(draft)]
  })
  return [...found, ...drafts.flatMap(checkProblem), ...drafts.flatMap(checkSupport), ...followed]
}

/** Units that help are others than its own, and exist. */
function checkSupport({ finding, dispatched, supporting }: DraftLine): IssueProblem[] {
  const wrong = supporting.map(({ id, open }) => {
    if (id === finding.unit_id) return 'UNIT_REQUIRED' as const
    return open ? null : ('UNIT_CLOSED' as const)
  })
  const codes = dispatched ? [...new Set(wrong)].filter((code) => code !== null) : []
  return codes.map((code) => ({ line: finding.number, code, field: '/supporting_unit_ids' }))
}

/** What a line follows is its unit's own, was seen again, and is taken up once: neither reopened nor followed yet. */
function checkFollowed(draft: DraftLine, earlier: ReadonlyMap<string, Earlier>): IssueProblem[] {
  const one = earlier.get(draft.follows ?? '')
  const may = one?.seen_again && one.unit_id === draft.line.unit_id
  return may ? [] : [refusedToFollow(draft)]
}

function refusedToFollow({ finding }: DraftLine): IssueProblem {
  return { line: finding.number, code: 'NOT_IN_THIS_STATE', field: '/follows' }
}

/** A dispatched line says what is wrong, unless it is handled offline: then no word of it may be here. */
function checkProblem({ finding, dispatched, problem, line }: DraftLine): IssueProblem[] {
  const offline = line.handling === 'offline'
  if (!dispatched || offline === (problem.trim() === '')) return []
  const code = offline ? 'OFFLINE_ONLY' : 'FIELD_REQUIRED'
  return [{ line: finding.number, code, field: '/problem' }]
}
