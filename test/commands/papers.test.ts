import t from 'tap'
import { v7 } from 'uuid'
import { execute } from '../../src/commands/execute.js'
import { insertSignedPaper } from '../../src/db/signed-paper.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import type { AllowedAction } from '../../src/domain/machine/allowed-actions.js'
import { answer, evidenceOf, issue, lineFor, newKey, send } from '../helpers/case.js'
import { testOffice } from '../helpers/office.js'

const START = instantOf('2022-09-08T02:00:00.000Z')
const DATES = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-30') }

t.test('what a paper allowed is not offered once it is used', async (t) => {
  const office = await testOffice(t, { clock: START, policy: { stamped_report: 'never' } })
  const { findings } = await issue(office, [lineFor(office.units[0] ?? '')], DATES)
  const [id = ''] = findings
  const sha256 = await evidenceOf(office, 0)
  await send(office, office.member(0), id, { name: 'respond', ...answer('2022-09-08', [sha256]) })
  const handler = office.officer('office.handler')
  const paper = {
    ...{ id: v7(), office_id: office.office_id, unit_id: null, evidence_id: null },
    ...{ signer_id: office.officer('office.leader').person_id, signed_on: DATES.issued_on },
    ...{ paper_number: '签1号', entered_by: handler.person_id, created_at: START },
  }
  await insertSignedPaper(office.owner, paper)
  let allowed: readonly AllowedAction[] = []
  const command = { name: 'accept', conclusion: '属实', retest_reason: '现场查看' } as const
  await execute(
    office.api,
    {
      ...{ principal: handler, finding_id: id, by_request: null, command, if_match: null },
      ...{ signed_paper_id: paper.id, key: newKey() },
    },
    (outcome) => {
      if (outcome.kind === 'done') allowed = outcome.allowed
      return { status: 200, body: outcome.kind, etag: null }
    },
  )
  const close = allowed.find((action) => action.command === 'close')
  t.strictSame(close, { command: 'close', allowed: false, code: 'ROLE_NOT_ALLOWED' })
})
