import t from 'tap'
import { lifeIn, newest } from '../../helpers/domain/life.js'
import { person, reporter, signatory, signedBy } from '../../helpers/domain/people.js'

const other = person('other', 'unit.reporter')

/** An extension the reporter sent with the signatory's signature, and a dispute of the signatory's own. */
const both = () =>
  lifeIn('rectifying')
    .does(reporter, 'request_extension', {}, signedBy(signatory))
    .does(signatory, 'dispute')
const idOf = (life: ReturnType<typeof both>, kind: 'extension' | 'dispute') => ({
  request_id: life.finding[kind]?.id ?? '',
})

t.test('what is taken back is named, and waits', async (t) => {
  const unknown = { request_id: 'another' }
  const refusal = both().refuses(signatory, 'withdraw_request', unknown)
  t.equal(refusal, 'NO_SUCH_REQUEST /request_id')
})

t.test('each takes back their own, though something else of theirs waits', async (t) => {
  const life = both()
  t.equal(life.refuses(other, 'withdraw_request', idOf(life, 'extension')), 'ROLE_NOT_ALLOWED')
  t.equal(life.refuses(reporter, 'withdraw_request', idOf(life, 'dispute')), 'ROLE_NOT_ALLOWED')
  life.does(reporter, 'withdraw_request', idOf(life, 'extension'))
  t.equal(life.finding.extension, null)
  t.ok(life.finding.dispute, 'the other waits on')
})

t.test('an extension taken back while the clock stands moves nothing', async (t) => {
  const life = both().at('2026-03-10 10:00')
  const { due } = life.finding
  life.does(reporter, 'withdraw_request', idOf(life, 'extension'))
  t.equal(newest(life, 'request_withdrawn').data.moved, null)
  t.equal(life.finding.due, due)
})

t.test('its reason is kept, but for an offline finding', async (t) => {
  const life = both()
  life.does(reporter, 'withdraw_request', { ...idOf(life, 'extension'), reason: ' 已能按时 ' })
  t.strictSame(newest(life, 'request_withdrawn').texts, { reason: '已能按时' })
  const offline = lifeIn('rectifying', { line: { handling: 'offline' } }).does(signatory, 'dispute')
  const said = { ...idOf(offline, 'dispute'), reason: '已能按时' }
  t.equal(offline.refuses(signatory, 'withdraw_request', said), 'OFFLINE_ONLY /reason')
})
