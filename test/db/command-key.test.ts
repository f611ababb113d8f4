import t from 'tap'
import { keepAnswer, lockKey, readAnswer } from '../../src/db/command-key.js'
import { transaction } from '../../src/db/transaction.js'
import { office } from './support.js'

t.test('an answer is given again as it was, to its own key and person', async (t) => {
  const { worker, seed } = await office(t)
  const [person, other] = seed.people.reporters
  const principal = { office_id: seed.office, person_id: person }
  const answer = { status: 201, body: { z: 1, a: ['二', null] }, etag: '"3"', location: '/v1/x' }
  await keepAnswer(worker, { principal, key: 'k', fingerprint: 'f', answer })
  const kept = await readAnswer(worker, person, 'k')
  t.same(kept, { fingerprint: 'f', answer })
  t.equal(JSON.stringify(kept?.answer.body), '{"z":1,"a":["二",null]}', 'fields keep their order')
  t.equal(await readAnswer(worker, person, 'K'), null)
  t.equal(await readAnswer(worker, other, 'k'), null)
  await t.rejects(keepAnswer(worker, { principal, key: 'k', fingerprint: 'g', answer }), {
    code: 'UNIQUE',
  })
})

t.test(
  'callers with one key wait in line: the first decides, the rest read its answer',
  async (t) => {
    const { open, seed } = await office(t)
    const pool = open('zhenggai_worker', 8)
    const [person] = seed.people.reporters
    const principal = { office_id: seed.office, person_id: person }
    let decided = 0
    const call = () =>
      transaction(pool, async (tx) => {
        void lockKey(tx, person, 'same')
        const kept = await readAnswer(tx, person, 'same')
        if (kept) return kept.answer.body
        decided += 1
        const body = { decided }
        await tx.commitWith([
          keepAnswer(tx, {
            principal,
            key: 'same',
            fingerprint: 'f',
            answer: { status: 200, body, etag: null },
          }),
        ])
        return body
      })
    const answers = await Promise.all(Array.from({ length: 40 }, call))
    t.equal(decided, 1)
    t.ok(answers.every((body) => JSON.stringify(body) === '{"decided":1}'))
  },
)

t.test(
  'a key held for longer than two seconds is a lock time-out; other keys go their way',
  async (t) => {
    const { worker, seed } = await office(t)
    const [person] = seed.people.reporters
    await transaction(worker, async (tx) => {
      await lockKey(tx, person, 'k')
      const same = transaction(worker, (other) => lockKey(other, person, 'k'))
      await transaction(worker, (other) => lockKey(other, person, 'another'))
      await t.rejects(same, { code: 'LOCK_TIMEOUT' })
    })
  },
)
