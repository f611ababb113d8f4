import { deepStrictEqual as same } from 'node:assert/strict'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { run } from '../../src/domain/machine/run.js'
import { authorise } from '../../src/domain/permissions.js'
import type { Rejection } from '../../src/domain/situation.js'
import { commandFor, issueFields } from '../helpers/domain/fields.js'
import { newKey } from '../http/support.js'
import { compareRefusal } from './compare.js'
import { knock, officePaper } from './door.js'
import { ask } from './replay.js'
import { type Entry, record, type Twin, tell } from './twin.js'
import type { Player } from './world.js'

/** Issues a notice with all its drafts, or none of them; throws where both disagree, returns whether it was done. */
export async function issueTwin(
  twin: Twin,
  { name, principal, paper }: Player,
  { stale = false }: { stale?: boolean } = {},
): Promise<boolean> {
  const operation = noticeOperations.issueNotice
  const seen = stale ? twin.revision - 1 : twin.revision
  const body = paper ? { signed_paper_id: paper.id } : {}
  const asked = { params: { id: twin.notice_id }, body, if_match: `"${seen}"`, key: newKey() }
  const told = await ask(twin, principal, operation, asked)
  const detail = stale ? 'stale' : ''
  tell(twin, { who: name, what: 'issue', detail, outcome: told.code ?? 'done' })
  const actor = knock(principal, operation.policy, { unit_id: null, shown: false })
  const refused = (code: Parameters<typeof compareRefusal>[1]) => {
    compareRefusal(told, code)
    return false
  }
  if (typeof actor === 'string') return refused(actor)
  if (stale) return refused('STALE')
  if (twin.issued) return refused('NOT_IN_THIS_STATE')
  const party = { actor, paper: officePaper(paper) }
  const denied = authorise('issue', party)
  if (denied) return refused(denied.code)
  const lines = twin.entries
    .filter(({ situation }) => situation.finding.state === 'draft')
    .map((entry) => {
      const draft = { ...entry.situation, ...party }
      return {
        entry,
        run: run(draft, commandFor('issue', draft, issueFields(draft, twin.chosen)), null),
      }
    })
  const wrong = lines.flatMap(({ entry, run: { verdict } }) =>
    verdict.kind === 'refused' ? [faultOf(entry, verdict.rejection)] : [],
  )
  if (wrong.length > 0 || lines.length === 0) {
    const shown = told.problem.errors.map(({ line, code, pointer }) => [line, code, pointer])
    same(shown, lines.length > 0 ? wrong : [[null, 'FIELD_REQUIRED', '/findings']], told.text)
    return refused('NOTICE_REFUSED')
  }
  twin.issued = true
  twin.revision += 1
  same([told.status, told.etag], [200, `"${twin.revision}"`], told.text)
  record(twin, lines)
  return true
}

/** A line's refusal as it is shown: lines are numbered from one, places in a list from nought. */
function faultOf({ situation: { finding } }: Entry, { code, field }: Rejection) {
  return [finding.number, code, `/findings/${finding.number - 1}${field ?? ''}`]
}
