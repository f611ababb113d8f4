import t from 'tap'
import type { Around, Case } from '../../src/audit/case.js'
import { checkChain, checkFold } from '../../src/audit/check-events.js'
import { draftNotice } from '../../src/commands/notices/draft.js'
import { listEvents } from '../../src/db/event.js'
import { findFinding } from '../../src/db/finding.js'
import type { Command } from '../../src/domain/commands.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { lineFor, newKey, send } from '../helpers/case.js'
import { testOffice } from '../helpers/office.js'

const START = instantOf('2022-09-08T02:00:00.000Z')

t.test('a draft that was corrected or withdrawn folds to its row', async (t) => {
  const office = await testOffice(t, { clock: START })
  const principal = office.officer('office.leader')
  const head = { title: '通报', issued_on: dateOf('2022-09-08') }
  const lines = [lineFor(office.units[0] ?? ''), lineFor(null, { indicator_id: null })]
  const drafted = await draftNotice(
    office.api,
    { principal, key: newKey(), head, lines },
    ({ findings }) => ({
      status: 201,
      etag: null,
      body: findings.map(({ finding }) => finding.id),
    }),
  )
  const [corrected = '', withdrawn = ''] = drafted.body as string[]
  const act = (id: string, command: Command) => send(office, principal, id, command)
  const severity = { fields: { severity: 'major' }, reason: '误判' } as const
  t.match(await act(corrected, { name: 'correct', ...severity }), { status: 200, revision: 1 })
  await act(corrected, { name: 'correct', fields: { problem: '原文有误' }, reason: '笔误' })
  await act(withdrawn, { name: 'withdraw', reason_code: 'duplicate', grounds: '重复' })

  const kinds: string[][] = []
  for (const id of [corrected, withdrawn]) {
    const stored = await findFinding(office.worker.pool, id)
    const events = await listEvents(office.worker.pool, id)
    kinds.push(events.map(({ type }) => type))
    const one = { stored, events } as unknown as Case
    t.strictSame(checkFold(one, {} as Around), [])
    t.strictSame(checkChain(one, { hash: office.api.hash } as Around), [])
  }
  t.strictSame(kinds, [
    ['drafted', 'corrected', 'corrected'],
    ['drafted', 'withdrawn'],
  ])
})
