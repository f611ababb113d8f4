import { createDeps } from '../../src/commands/create-deps.js'
import { editDraft } from '../../src/commands/notices/edit.js'
import type { ExpandOutcome } from '../../src/commands/notices/expand.js'
import { type RereadOutcome, rereadNotice } from '../../src/commands/notices/reread.js'
import type { Principal } from '../../src/commands/principal.js'
import { openPool } from '../../src/db/pool.js'
import type { DraftEdit } from '../../src/domain/notice/draft-edit.js'
import { readNotice } from '../../src/domain/reading/read-notice.js'

/** Who edits which draft as they saw it, or brings it to a corrected text; says how it stands then, where it lives to. */
export interface EditsDraft {
  url: string
  principal: Principal
  key: string
  notice_id: string
  if_match: number
  what: DraftEdit | { kind: 'reread'; text: string }
}

const work = JSON.parse(process.argv[2] ?? '{}') as EditsDraft
const { url, principal, key, notice_id, if_match, what } = work
const pool = openPool({ url, role: 'zhenggai_api', max: 2, applicationName: 'edits-draft' })
const deps = createDeps(pool, () => undefined)
const request = { principal, key: { key, fingerprint: 'f' }, notice_id, if_match }
const present = (outcome: ExpandOutcome | RereadOutcome) => {
  if (outcome.kind !== 'done') return { status: 409, body: outcome, etag: null }
  const lines = outcome.findings
    .toSorted((a, b) => a.finding.number - b.finding.number)
    .map(({ finding: { number, id, unit_id, state }, line: { dispatch, problem } }) => {
      return { number, id, unit_id, state, dispatch, problem }
    })
  return { status: 200, body: { revision: outcome.notice.revision, lines }, etag: null }
}
const { body } =
  what.kind === 'reread'
    ? await rereadNotice(deps, { ...request, ...what, reading: readNotice(what.text) }, present)
    : await editDraft(deps, { ...request, edit: what }, present)
console.log(JSON.stringify(body))
await pool.close()
