import t from 'tap'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { requestCommandOperations } from '../../src/contracts/requests.js'
import { owedBy } from '../../src/db/saying.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { jump } from '../helpers/case.js'
import { commandOperations, issuedFindings, MONDAY } from './notice.js'
import { testServer } from './support.js'
import { uploaded } from './uploads.js'

/** Monday after the due, 16 September 2022. */
const AFTER = instantOf('2022-09-19T02:00:00.000Z')

t.test(
  'what waits for a decision is overdue for nobody, and its answer as late as decided',
  async (t) => {
    const server = await testServer(t, { clock: instantOf(MONDAY) })
    const { office, as } = server
    const signatory = as(office.member(0, 'unit.signatory'))
    const reviewer = as(office.officer('office.reviewer'))
    const { findings } = await issuedFindings(server)
    const params = { id: findings[0] ?? '' }
    const file = await uploaded(server, office.member(0))
    const read = () => reviewer(findingOperations.getFinding, { params })
    const asked = { new_date: '2022-09-30', reason_code: 'procurement', progress: '正在采购' }
    const told = await signatory(commandOperations.request_extension, {
      ...{ params, body: asked, if_match: (await read()).etag },
    })
    await jump(office, AFTER)

    const listed = async (overdue: string) =>
      (await reviewer(findingOperations.listFindings, { query: { overdue } })).body.items.map(
        ({ id }) => id,
      )
    t.notOk((await listed('true')).includes(params.id))
    t.ok((await listed('false')).includes(params.id))
    t.ok((await listed('true')).includes(findings[1] ?? ''), 'another unit asked nothing')
    t.equal((await read()).body.finding.overdue, false)
    const [own = '', other = ''] = office.units
    const at = { now: AFTER, today: dateOf('2022-09-19') }
    t.same(await owedBy(office.worker.pool, office.office_id, at, [own]), [])
    t.equal((await owedBy(office.worker.pool, office.office_id, at, [other])).length, 1)

    const answer = { result: 'fixed', cause: '无人维护', measures: '已更新' }
    const answered = await signatory(commandOperations.respond, {
      params,
      body: { ...answer, completed_on: '2022-09-19', evidence: [file.body.sha256] },
      if_match: (await read()).etag,
    })
    t.equal(answered.body.finding.round?.working_days_late, 1)
    await reviewer(requestCommandOperations.decide_request, {
      params: { id: told.body.finding.extension?.id ?? '' },
      body: { verdict: 'granted', reason: '同意' },
      if_match: answered.etag,
    })
    t.equal((await read()).body.finding.round?.working_days_late, 0)
    const rounds = await signatory(findingOperations.listFindingRounds, { params })
    t.same(
      rounds.body.items.map(({ working_days_late }) => working_days_late),
      [0],
    )
  },
)
