import t, { type Test } from 'tap'
import { retentionOperations as operations } from '../../src/contracts/retention.js'
import { securityEventOperations } from '../../src/contracts/security-events.js'
import { RETENTION, RETENTION_CLASSES } from '../../src/domain/retention.js'
import { answeredAt, daysAgo, decided, mailedAt, refusedAt, SHORTEST } from './retained.js'
import { testServer } from './support.js'

const REASON = '按档案主管部门要求'
const DAY_MS = 86_400_000

async function scene(t: Test) {
  const server = await testServer(t, { units: 1 })
  const { office, as } = server
  const security = as(office.officer('security'))
  const shown = async (who = security) => await who(operations.getRetention)
  const change = async (days: object, if_match?: string) =>
    security(operations.changeRetention, {
      ...{ body: { days, reason: REASON }, if_match: if_match ?? (await shown()).etag ?? '' },
    })
  const events = async (event: 'retention_changed' | 'retention_swept') =>
    (
      await as(office.officer('auditor'))(securityEventOperations.listSecurityEvents, {
        query: { event },
      })
    ).body.items
  return { ...server, security, shown, change, events }
}

t.test('S54 each class with its floor and the law, and what is never swept', async (t) => {
  const { office, as, shown } = await scene(t)
  for (const role of ['office.leader', 'auditor', 'security'] as const) {
    t.equal((await shown(as(office.officer(role)))).status, 200, role)
  }
  for (const who of [office.officer('office.handler'), office.member(0)]) {
    t.equal((await shown(as(who))).code, 'ROLE_NOT_ALLOWED')
  }
  const { body } = await shown()
  t.equal(body.decided, null)
  t.strictSame(
    body.classes.map(({ class: one, days, floor_days }) => [one, days, floor_days]),
    [
      ['security_events', null, 184],
      ['mail_words', null, 184],
      ['answers', 7, 1],
      ['import_lines', null, 30],
      ['infected_files', null, 30],
    ],
  )
  t.match(body.classes[0]?.source, /《中华人民共和国网络安全法》第二十一条/)
  for (const { why } of body.classes) t.match(why, /^[^a-z]{8,}$/)
  t.match(body.never, ['findings', 'events', 'rounds'])
  t.strictSame(
    body.classes.map(({ next }) => next !== null),
    [false, false, true, false, false],
    'what is kept without end has no next sweep',
  )
})

t.test(
  'S54 what is shorter than the floor is refused, by the interface and below it',
  async (t) => {
    const { office, change, shown } = await scene(t)
    for (const one of RETENTION_CLASSES) {
      const floor = RETENTION[one].floor_days
      const less = await change({ [one]: floor - 1 })
      t.equal(less.code, 'VALIDATION_FAILED', one)
      t.match(less.problem.errors, [{ pointer: `/days/${one}`, code: 'BELOW_FLOOR' }])
      await t.rejects(decided(office, { ...SHORTEST, [one]: floor - 1 }), { code: '23514' }, one)
    }
    for (const [days, pointer, code] of [
      [{ answers: null }, '/days/answers', 'WRONG_TYPE'],
      [{ answers: 91 }, '/days/answers', 'OUT_OF_RANGE'],
      [{ mail_words: 200.5 }, '/days/mail_words', 'WRONG_TYPE'],
      [{ findings: 400 }, '/days/findings', 'UNKNOWN_FIELD'],
    ] as const) {
      t.match((await change(days)).problem.errors, [{ pointer, code }])
    }
    t.equal((await change({ answers: 7 })).code, 'NOTHING_TO_CHANGE')
    t.equal((await shown()).body.decided, null)
    await decided(office, SHORTEST)
  },
)

t.test(
  'S51 S54 who decided, why, and from what to what; of two at once one is stale',
  async (t) => {
    const { office, as, security, shown, change, events } = await scene(t)
    const { person_id } = office.officer('security')
    const first = (await shown()).etag ?? ''
    const both = await Promise.all([change({ answers: 3 }, first), change({ answers: 4 }, first)])
    t.strictSame(
      both.map(({ status }) => status).toSorted((a, b) => a - b),
      [201, 412],
    )
    t.equal((await change({ answers: 5 }, first)).code, 'STALE')
    const body = { days: { security_events: 200 }, reason: REASON }
    const leader = as(office.officer('office.leader'))
    const denied = await leader(operations.changeRetention, { body, if_match: first })
    t.equal(denied.code, 'ROLE_NOT_ALLOWED')
    const key = 'once'
    const ask = { body, if_match: (await shown()).etag, key }
    const told = await security(operations.changeRetention, ask)
    t.equal((await security(operations.changeRetention, ask)).text, told.text, 'the same again')
    const answers = both.find(({ status }) => status === 201)?.body.days.answers
    const days = { ...SHORTEST, security_events: 200, answers }
    const unset = { mail_words: null, import_lines: null, infected_files: null }
    t.match(told.body, { created_by: person_id, reason: REASON, days: { ...days, ...unset } })
    const { body: now, etag } = await shown()
    t.strictSame([now.decided, etag], [told.body, told.etag])
    const noted = await events('retention_changed')
    t.equal(noted.length, 2)
    t.match(noted[0], { about: told.body.id, person_id, result: 'done', address: '127.0.0.1' })
    t.strictSame(noted[0]?.detail, {
      before: { ...unset, security_events: null, answers },
      after: { ...unset, security_events: 200, answers },
    })
  },
)

t.test('S54 what the next sweep would take, and not before a decision has rested', async (t) => {
  const { office, shown, change } = await scene(t)
  const { office_id } = office
  for (const days of [182, 183.5, 300]) await refusedAt(office, office_id, daysAgo(days))
  await refusedAt(office, null, daysAgo(300))
  for (const [key, days] of Object.entries({ a: 2, b: 6.5, c: 8 })) {
    await answeredAt(office, key, daysAgo(days))
  }
  await mailedAt(office, daysAgo(300))
  const next = async () =>
    new Map((await shown()).body.classes.map((one) => [one.class, one.next] as const))
  t.match((await next()).get('answers'), { records: 1, more: false })
  const before = Date.now()
  await change({ security_events: 184, mail_words: 184 })
  const waits = await next()
  t.match(
    waits.get('security_events'),
    { records: 2, more: false },
    'and nobody’s are not the office’s',
  )
  t.match(waits.get('mail_words'), { records: 1 })
  t.match(waits.get('answers'), { records: 2 }, 'as of the day on which it begins')
  for (const one of ['security_events', 'answers'] as const) {
    const at = Date.parse(waits.get(one)?.at ?? '')
    t.ok(at >= before + DAY_MS && at < Date.now() + DAY_MS, `${one} not before a day from now`)
  }
  const sweep = waits.get('security_events')
  const kept = Date.parse(sweep?.at ?? '') - Date.parse(sweep?.before ?? '')
  t.equal(kept, 184 * DAY_MS)
})
