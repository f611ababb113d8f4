import fc from 'fast-check'
import t from 'tap'
import type { Answer } from '../../src/commands/once.js'
import { createCursors } from '../../src/http/frame/cursor.js'
import { contentTag, isUnchanged, readIfMatch, revisionOf } from '../../src/http/frame/etag.js'
import { fingerprintOf, readKey } from '../../src/http/frame/idempotency-key.js'
import { createKeyLine } from '../../src/http/frame/key-line.js'
import { languageOf } from '../../src/http/frame/language.js'
import { createMetrics } from '../../src/http/frame/metrics.js'

t.test('Chinese unless English is wanted more', async (t) => {
  const wanted: Record<string, string> = {
    '': 'zh',
    'zh-CN': 'zh',
    en: 'en',
    'en-GB,zh;q=0.9': 'en',
    'zh-CN,zh;q=0.9,en;q=0.8': 'zh',
    'de, en;q=0.5': 'en',
    'en;q=0, zh;q=0': 'zh',
    'english please': 'zh',
    '*': 'zh',
  }
  for (const [header, language] of Object.entries(wanted)) {
    t.equal(languageOf(header), language, `"${header}"`)
  }
  t.equal(languageOf(undefined), 'zh')
})

t.test('If-Match is one strong tag', async (t) => {
  t.equal(readIfMatch(' "3" '), '"3"')
  t.equal(revisionOf('"3"'), 3)
  t.throws(() => readIfMatch(undefined), { code: 'IF_MATCH_REQUIRED' })
  for (const bad of ['3', '*', 'W/"3"', '"3", "4"', '""', '"a"b"', `"${'x'.repeat(200)}"`]) {
    t.throws(() => readIfMatch(bad), { code: 'VALIDATION_FAILED' }, bad)
  }
  for (const other of ['"x"', '"-1"', '"3.0"', '"99999999999"']) t.equal(revisionOf(other), -1)
})

t.test('If-None-Match compares weakly, over a list', async (t) => {
  t.equal(isUnchanged('"3"', '"3"'), true)
  t.equal(isUnchanged('W/"3"', '"3"'), true)
  t.equal(isUnchanged('"1", "3"', '"3"'), true)
  t.equal(isUnchanged('*', '"3"'), true)
  t.equal(isUnchanged('"30"', '"3"'), false)
  t.equal(isUnchanged(undefined, '"3"'), false)
  t.equal(contentTag({ a: 1, b: 2 }), contentTag({ b: 2, a: 1 }))
  t.not(contentTag({ a: 1 }), contentTag({ a: 2 }))
})

t.test('keys have a form', async (t) => {
  t.equal(readKey('abc-1_2.3:4'), 'abc-1_2.3:4')
  t.equal(readKey('"abc"'), 'abc')
  t.throws(() => readKey(undefined), { code: 'KEY_REQUIRED' })
  for (const bad of ['', '"abc', 'a b', '键', "a'b", 'x'.repeat(201), 'a,b']) {
    t.throws(() => readKey(bad), { code: 'VALIDATION_FAILED' }, bad)
  }
  t.throws(() => readKey(['a', 'b']), { code: 'VALIDATION_FAILED' })
})

t.test('a fingerprint covers all of a request and nothing of its form', async (t) => {
  const request = {
    method: 'POST',
    path: '/v1/findings/1/respond',
    query: {},
    body: { a: 1, b: [1, 2] },
    on_behalf_of: null,
  }
  const print = fingerprintOf(request)
  t.equal(fingerprintOf({ ...request, body: { b: [1, 2], a: 1 } }), print, 'order of fields')
  const others = [
    { method: 'PATCH' },
    { path: '/v1/findings/2/respond' },
    { query: { dry_run: true } },
    { body: { a: 1, b: [2, 1] } },
    { on_behalf_of: 'paper' },
  ]
  const prints = others.map((other) => fingerprintOf({ ...request, ...other }))
  t.equal(new Set([print, ...prints]).size, others.length + 1)
})

t.test('a cursor is ours, for one list, filter and caller', async (t) => {
  const cursors = createCursors('a secret of some length')
  const scope = { list: 'listFindings', filter: { state: ['notified'] }, person_id: 'p' }
  fc.assert(
    fc.property(fc.jsonValue(), (place) => {
      const back = cursors.read(cursors.write(place, scope), scope)
      return JSON.stringify(back) === JSON.stringify(place)
    }),
  )
  const cursor = cursors.write({ id: 'x' }, scope)
  const [text = '', signature = ''] = cursor.split('.')
  const forged = Buffer.from('{"id":"y"}').toString('base64url')
  const bad = ['', '.', text, `${forged}.${signature}`, `${text}.`, `${cursor}.x`, `${text}.AAAA`]
  for (const one of bad) t.throws(() => cursors.read(one, scope), { code: 'CURSOR_INVALID' }, one)
  const elsewhere = [
    { ...scope, list: 'listSlips' },
    { ...scope, filter: { state: ['closed'] } },
    { ...scope, person_id: 'q' },
  ]
  for (const other of elsewhere) {
    t.throws(() => cursors.read(cursor, other), { code: 'CURSOR_INVALID' })
  }
  const others = createCursors('another secret of some length')
  t.throws(() => others.read(cursor, scope), { code: 'CURSOR_INVALID' })
})

t.test('callers with one key wait in line', async (t) => {
  const answer = (status: number): Answer => ({ status, body: {}, etag: null })
  let done = 0
  const work = (status: number) => async () => {
    await new Promise((later) => setTimeout(later, 20))
    done += 1
    return answer(status)
  }
  const line = createKeyLine()
  const same = await Promise.all(Array.from({ length: 50 }, () => line.run('k', 'f', work(200))))
  t.equal(done, 1, 'one effect')
  t.equal(new Set(same).size, 1, 'one answer')
  await line.run('k', 'f', work(200))
  t.equal(done, 2, 'the line remembers nothing; that is the database’s to do')

  done = 0
  await Promise.all(Array.from({ length: 5 }, () => line.run('k', 'f', work(412))))
  t.equal(done, 5, 'what is not kept is tried anew by each')

  const first = line.run('k', 'f', work(200))
  await t.rejects(line.run('k', 'other', work(200)), { code: 'KEY_REUSED' })
  await first

  const failing = () => Promise.reject(new Error('lost'))
  const [lost, next] = await Promise.allSettled([
    line.run('k', 'f', failing),
    line.run('k', 'f', work(201)),
  ])
  t.match(lost, { status: 'rejected', reason: { message: 'lost' } })
  t.match(next, { status: 'fulfilled', value: { status: 201 } }, 'a failure is nobody else’s')

  const short = createKeyLine(10)
  const slow = short.run('k', 'f', work(200))
  await t.rejects(short.run('k', 'f', work(200)), { code: 'LOCKED' }, 'not for ever')
  await slow
})

t.test('figures are counted by route, method and status', async (t) => {
  const metrics = createMetrics()
  metrics.observe('GET', '/v1/findings/:id', 200, 0.004)
  metrics.observe('GET', '/v1/findings/:id', 200, 0.2)
  metrics.observe('GET', '/v1/findings/:id', 404, 20)
  const text = metrics.text()
  const labels = 'method="GET",route="/v1/findings/:id",status="200"'
  t.match(text, `http_request_duration_seconds_count{${labels}} 2\n`)
  t.match(text, `http_request_duration_seconds_bucket{${labels},le="0.005"} 1\n`)
  t.match(text, `http_request_duration_seconds_bucket{${labels},le="0.25"} 2\n`)
  t.match(text, `status="404",le="10"} 0\n`)
  t.match(text, `status="404",le="+Inf"} 1\n`)
  t.match(text, '\nzhenggai_due_disagreements_total 0\n')
})
