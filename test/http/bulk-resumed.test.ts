import t from 'tap'
import { MOST_TRIES } from '../../src/commands/bulk/items.js'
import { bulkOperations as operations } from '../../src/contracts/findings/bulk.js'
import { DatabaseError } from '../../src/db/errors.js'
import { bulks, COMMENT, seenFirst } from './bulks.js'
import { newKey, sendTo } from './support.js'

t.test('what was interrupted goes on when it is sent again with its key', async (t) => {
  const { office, bulk, events, finding, findings, handler } = await bulks(t, 5)
  const { revision } = (await finding(handler, findings[0] ?? '')).body.finding
  const body = { ...COMMENT, findings: seenFirst(findings, revision) }
  const { newSalt } = office.api
  let left = 2
  office.api.newSalt = () => {
    if (left === 0) throw new Error('the process is gone')
    left -= 1
    return newSalt()
  }
  const key = newKey()
  t.equal((await bulk(handler, body, { key })).status, 500)
  t.equal((await events('commented')).length, 2, 'what was done stays')
  office.api.newSalt = newSalt
  const told = await bulk(handler, body, { key })
  t.equal(told.status, 200, told.text)
  t.match(told.body.operation?.result, { taken: 5, done: 5, refused: 0 })
  t.strictSame(
    (await events('commented')).map(({ finding_id }) => finding_id),
    findings.toSorted(),
    'each once',
  )
})

t.test('a finding that fails each time is left, and keeps none from its turn', async (t) => {
  const { office, bulk, events, finding, findings, handler } = await bulks(t, 3)
  const { revision } = (await finding(handler, findings[0] ?? '')).body.finding
  const body = { ...COMMENT, findings: seenFirst(findings, revision) }
  const { newSalt } = office.api
  const key = newKey()
  const failing = async (error: Error) => {
    office.api.newSalt = () => {
      throw error
    }
    const { status } = await bulk(handler, body, { key })
    office.api.newSalt = newSalt
    return status
  }
  for (let tries = 0; tries < MOST_TRIES + 1; tries += 1) {
    t.equal(await failing(new DatabaseError('UNAVAILABLE', null, null)), 503)
  }
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    t.equal(await failing(new Error('nobody foresaw it')), 500)
  }
  const told = await bulk(handler, body, { key })
  t.equal(told.status, 200, told.text)
  t.strictSame(
    told.body.items.map(({ outcome, problem }) => problem?.code ?? outcome),
    ['INTERNAL', 'done', 'done'],
  )
  t.strictSame(told.body.operation?.result, { taken: 3, done: 2, refused: 1 })
  t.equal((await events('commented')).length, 2)
})

t.test('sent to two processes at once with one key it is one, with one answer', async (t) => {
  const { server, office, events, finding, findings, handler } = await bulks(t, 40)
  const { revision } = (await finding(handler, findings[0] ?? '')).body.finding
  const ask = { body: { ...COMMENT, findings: seenFirst(findings, revision) }, key: newKey() }
  const authorization = `Bearer ${await server.token(office.officer('office.handler'))}`
  const apps = [server.app, await server.beside()]
  const told = await Promise.all(
    apps.map((app) => sendTo(app, operations.bulkFindings, ask, { authorization })),
  )
  t.strictSame(
    told.map(({ status }) => status),
    [200, 200],
  )
  t.equal(told[0]?.text, told[1]?.text)
  t.equal((await events('commented')).length, 40)
})
