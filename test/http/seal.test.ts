import t from 'tap'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { instantOf } from '../../src/domain/instant.js'
import { act } from './closing.js'
import { issuedFindings, MONDAY } from './notice.js'
import { testServer } from './support.js'
import { uploaded } from './uploads.js'

t.test(
  'an answer is sealed by its link in the record, which every decision hangs on',
  async (t) => {
    const server = await testServer(t, { units: 1, clock: instantOf(MONDAY) })
    const { office, as } = server
    const {
      findings: [id = ''],
    } = await issuedFindings(server)
    const [unit, handler] = [as(office.member(0)), as(office.officer('office.handler'))]
    const params = { id }
    const evidence = [(await uploaded(server, office.member(0))).body.sha256]
    const answer = {
      ...{ result: 'fixed', cause: '无人维护', measures: '已更新', completed_on: '2022-09-05' },
      ...{ evidence, report: { on: '2022-09-05', report_number: '1号' } },
    }
    await act(unit, id, 'respond', answer)
    const points = [{ claim: '已更新', comment: '未见更新' }]
    await act(handler, id, 'return', { kind: 'substantive', reasons: ['not_fixed'], points })
    await act(unit, id, 'respond', { ...answer, measures: '已全部更新' })

    const rounds = await unit(findingOperations.listFindingRounds, { params })
    t.strictSame((await handler(findingOperations.listFindingRounds, { params })).body, rounds.body)
    const { items } = (await handler(findingOperations.listFindingEvents, { params })).body
    const answers = items.filter(({ type }) => type === 'responded')
    t.strictSame(
      rounds.body.items.map(({ number, seal }) => [number, seal]),
      answers.map(({ hash }, index) => [index + 1, hash]),
    )
    t.equal(answers.length, 2)
    const returned = items.find(({ type }) => type === 'returned')
    t.match(returned?.data, { round: 1 })
    t.equal(returned?.previous_hash, rounds.body.items[0]?.seal, 'the decision is of this answer')
  },
)
