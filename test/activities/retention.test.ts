import { Readable } from 'node:stream'
import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { createRetentionSweep } from '../../src/activities/sweep-retention.js'
import { beginning } from '../../src/audit/chains/progress.js'
import { isUntouched } from '../../src/audit/chains/report.js'
import { verifyRecord } from '../../src/audit/chains/verify.js'
import { unlessNamed } from '../../src/db/content-lock.js'
import { knownHashes } from '../../src/db/evidence.js'
import { statement } from '../../src/db/handle.js'
import { sweepPage, sweptTotals, waitingSweeps } from '../../src/db/retention.js'
import { instantOf } from '../../src/domain/instant.js'
import type { Named } from '../../src/files/sweep-stored.js'
import { asOwner } from '../db/support.js'
import { type OfficeWish, type TestOffice, testOffice } from '../helpers/office.js'
import { dump } from '../http/erasing.js'
import { issuedFindings, MONDAY } from '../http/notice.js'
import {
  answeredAt,
  daysAgo,
  decided,
  importedAt,
  infectedAt,
  mailedAt,
  refusedAt,
  SHORTEST,
} from '../http/retained.js'
import { type TestServer, testServer } from '../http/support.js'

const NEVER = new AbortController().signal
const HASH = 'a'.repeat(64)

const rows = <R>(office: TestOffice, text: string) => office.owner.run(statement<R>(text)())
const count = async (office: TestOffice, of: string) =>
  (await rows<{ n: number }>(office, `select count(*)::integer n from ${of}`))[0]?.n
/** What is recorded of sweeps, oldest first. */
const swept = (office: TestOffice) =>
  rows<{ office_id: string | null; detail: Record<string, unknown> }>(
    office,
    `select office_id, detail from security_event where kind = 'retention_swept'
     order by detail ->> 'class', office_id, id`,
  )

async function scene(t: Test, wish: OfficeWish = {}) {
  const office = await testOffice(t, { units: 1, ...wish })
  const url = office.url.replace(/\?.*/, '')
  const sweep = (page = 2, stop = NEVER, newId = office.worker.newId) =>
    createRetentionSweep({ pool: office.worker.pool, newId }, stop, page)()
  /** As if the last sweep were so long ago. */
  const later = (ago: string) =>
    asOwner(url, `update retention_sweep set swept_at = swept_at - interval '${ago}'`)
  return { office, url, sweep, later }
}

async function verified({ office }: Pick<TestServer, 'office'>) {
  const { pool, hash } = office.worker
  const begin = beginning('this record', '2022-09-05T01:00:00.000Z')
  return verifyRecord({ pool, hash, heads: null, kept: () => undefined }, begin)
}

t.test('S54 what is older goes, page by page and once; counted, without a word', async (t) => {
  const { office, sweep, later, url } = await scene(t)
  const { office_id } = office
  for (const days of [10, 183, 185, 200, 201, 202, 203]) {
    await refusedAt(office, office_id, daysAgo(days))
    await refusedAt(office, null, daysAgo(days))
    await answeredAt(office, `${days} days`, daysAgo(days))
  }
  await answeredAt(office, 'new', daysAgo(0.5))
  const old = [await importedAt(office, daysAgo(40)), await importedAt(office, daysAgo(31))]
  const kept = [await importedAt(office, daysAgo(29)), await importedAt(office, daysAgo(60), true)]
  const mails = [
    await mailedAt(office, daysAgo(190)),
    await mailedAt(office, daysAgo(190), { person: true, words: '给张三的话' }),
    await mailedAt(office, daysAgo(190), { words: '李主任', to_address: 'head@one.example' }),
    await mailedAt(office, daysAgo(190), { queued: true, words: '还没发出' }),
    await mailedAt(office, daysAgo(183), { words: '还要保留' }),
  ]
  await sweep()
  t.strictSame(
    (await swept(office)).map(({ detail }) => [detail['class'], detail['records']]),
    [['answers', 7]],
    'as long as nobody has decided, answers for a week and all else without end',
  )
  await decided(office, SHORTEST)
  await later('1 day')
  await sweep()

  t.equal(await count(office, `security_event where kind = 'login_refused'`), 4)
  t.strictSame(await rows(office, 'select key from command_key'), [{ key: 'new' }])
  const imports = await rows<{ id: string }>(office, 'select id from hit_import')
  t.strictSame(new Set(imports.map(({ id }) => id)), new Set(kept))
  t.equal(await count(office, 'hit_line'), 6)
  t.equal(
    await count(office, `operation where id = any ('{${old.join(',')}}')`),
    2,
    'the sums stay',
  )
  const shown = await rows<Record<string, unknown>>(
    office,
    `select m.subject, m.text, m.html, m.to_name, m.to_address, m.status, a.reason
     from mail m join mail_attempt a on a.mail_id = m.id
     order by array_position('{${mails.join(',')}}'::uuid[], m.id)`,
  )
  const gone = { subject: '已清理', text: '已清理', html: null, reason: null, status: 'sent' }
  t.match(shown, [
    { ...gone, to_name: '收件人请尽快办理', to_address: 'UNIT1@example.com' },
    { ...gone, to_name: '已清理', to_address: '已清理' },
    { ...gone, to_name: '已清理', to_address: '已清理' },
    { text: '还没发出', reason: '还没发出', status: 'queued' },
    { text: '还要保留', reason: '还要保留' },
  ])
  const everything = await dump(url)
  for (const words of ['给张三的话', '李主任', 'head@one.example']) {
    t.notMatch(everything, words, 'words that went are nowhere')
  }

  const all = await swept(office)
  t.strictSame(
    all.map((one) => [one.detail['class'], one.office_id !== null, one.detail['records']]),
    [
      ['answers', true, 7],
      ['import_lines', true, 6],
      ['mail_words', true, 3],
      ['security_events', true, 5],
      ['security_events', false, 5],
    ],
  )
  for (const { detail } of all) {
    t.strictSame(Object.keys(detail).toSorted(), ['before', 'class', 'records'])
    t.ok(Date.parse(String(detail['before'])) < Date.now() - 86_300_000)
  }
  t.strictSame(
    [...(await sweptTotals(office.api.pool))],
    [
      ['answers', 7],
      ['import_lines', 6],
      ['infected_files', 0],
      ['mail_words', 3],
      ['security_events', 10],
    ],
  )
  await sweep()
  await later('23 hours')
  await sweep()
  await later('2 hours')
  await sweep()
  t.equal((await swept(office)).length, 5, 'a day later nothing is left to take')
})

t.test(
  'S54 one that is killed is gone on with; of two at once each record goes once',
  async (t) => {
    const { office, sweep } = await scene(t)
    await decided(office, SHORTEST)
    for (let n = 0; n < 21; n += 1) await refusedAt(office, office.office_id, daysAgo(300))
    const stop = new AbortController()
    let pages = 0
    await sweep(2, stop.signal, () => {
      pages += 1
      if (pages > 6) stop.abort()
      return office.worker.newId()
    })
    const left = async () => count(office, `security_event where kind = 'login_refused'`)
    const between = (await left()) ?? 0
    t.ok(between > 0 && between < 21, `${between} are left`)
    t.equal((await swept(office)).length, 0, 'nothing is said before all is done')
    await Promise.all([sweep(), sweep(), sweep()])
    await sweep()
    t.equal(await left(), 0)
    t.match(await swept(office), [{ detail: { class: 'security_events', records: 21 } }])
  },
)

t.test('S54 what a half-done sweep took is recorded whatever is decided meanwhile', async (t) => {
  const kept = { ...SHORTEST, security_events: null }
  for (const [name, next, at, left] of [
    ['taken back', kept, daysAgo(0.5), 7],
    ['changed, and resting', { ...SHORTEST, security_events: 250 }, daysAgo(0.5), 7],
    ['changed, and rested', { ...SHORTEST, security_events: 290 }, daysAgo(1.5), 2],
  ] as const) {
    const { office, sweep } = await scene(t)
    await decided(office, SHORTEST, daysAgo(3))
    const refused = async (...ago: number[]) => {
      for (const days of ago) await refusedAt(office, office.office_id, daysAgo(days))
    }
    await refused(200, 200, 200)
    const whose = { office_id: office.office_id, class: 'security_events' } as const
    const page = () => sweepPage(office.worker.pool, whose, 2, office.worker.newId())
    t.strictSame(await page(), { taken: 2, more: true })
    await refused(285, 300, 300, 300, 300, 300)
    await decided(office, next, at)
    await Promise.all([sweep(), sweep()])
    await sweep()
    t.equal(await count(office, `security_event where kind = 'login_refused'`), left, name)
    const [first, ...more] = (await swept(office)).map(({ detail }) => detail)
    t.strictSame([first?.['class'], first?.['records']], ['security_events', 2], name)
    const days = (one?: Record<string, unknown>) =>
      Math.round((Date.now() - Date.parse(String(one?.['before']))) / 86_400_000)
    t.equal(days(first), 184, name)
    const rest = more.map((one) => [one['records'], days(one)])
    t.strictSame(rest, left === 7 ? [] : [[7 - left, 290]], name)
    t.strictSame(await rows(office, 'select from retention_sweep where removing > 0'), [])
  }
})

t.test('S54 a decision rests for a day; one that keeps again stops it', async (t) => {
  const { office, sweep } = await scene(t)
  await refusedAt(office, office.office_id, daysAgo(300))
  await refusedAt(office, null, daysAgo(300))
  await answeredAt(office, 'old', daysAgo(30))
  await decided(office, SHORTEST, daysAgo(0.9))
  await sweep()
  t.equal(await count(office, `security_event where kind = 'login_refused'`), 2)
  t.equal(await count(office, 'command_key'), 1, 'nothing at all while it rests')
  await decided(office, { ...SHORTEST, security_events: null }, daysAgo(0.5))
  t.strictSame(await waitingSweeps(office.worker.pool), [])
})

t.test('S52 S54 nobody takes what the law has kept, whatever they may do else', async (t) => {
  const { office, url } = await scene(t)
  const { office_id } = office
  await decided(office, SHORTEST)
  await refusedAt(office, office_id, daysAgo(150))
  const page = (one: 'security_events') =>
    sweepPage(office.worker.pool, { office_id, class: one }, 10, office.worker.newId())
  t.strictSame(await page('security_events'), { taken: 0, more: false })
  const refused = { code: '42501' }
  for (const attack of ['delete from security_event', 'truncate security_event']) {
    await t.rejects(asOwner(url, attack), refused, attack)
  }
  const id = '0190b3d0-0000-7000-8000-000000000000'
  const calls = [
    `select * from sweep_retention('${office_id}', 'security_events', 10, '${id}')`,
    'select * from retention_waiting()',
    `select * from retention_plan('${office_id}', 'answers')`,
    'delete from command_key',
    `update retention_sweep set swept_at = null`,
    `update retention_version set reason = ''`,
    `delete from retention_version`,
  ]
  for (const call of calls) {
    await t.rejects(office.api.pool.run(sql`${sql.raw(call)}`), refused, `API: ${call}`)
  }
  for (const call of calls.slice(2)) {
    await t.rejects(office.worker.pool.run(sql`${sql.raw(call)}`), refused, `worker: ${call}`)
  }
  t.equal(await count(office, 'security_event'), 1)
})

t.test('S54 after a sweep the record proves what it proved; infected files are gone', async (t) => {
  const server = await testServer(t, { units: 1, clock: instantOf(MONDAY) })
  const { office, files } = server
  await issuedFindings(server)
  const before = await verified(server)
  await decided(office, SHORTEST)
  const long = daysAgo(300, Date.parse(MONDAY))
  await mailedAt(office, long)
  const told = { declared_type: 'text/plain', name: '病毒.txt' }
  const { sha256 } = await files.put(Readable.from([Buffer.from('abc')]), told)
  await infectedAt(office, sha256, long)
  await infectedAt(office, HASH, daysAgo(29, Date.parse(MONDAY)))
  await createRetentionSweep(office.worker, NEVER)()
  t.equal(await count(office, `evidence where removed_at is not null and sha256 = '${sha256}'`), 1)
  t.equal(await count(office, 'evidence'), 2, 'that they were there stays known')
  t.equal(await count(office, `mail where text = '已清理'`), 1, 'by the clock of the office')
  const known = (hashes: readonly string[]) => knownHashes(office.worker.pool, hashes)
  t.strictSame(await known([sha256, HASH]), new Set([HASH]))
  const named: Named = {
    known,
    unlessNamed: (hash, remove) => unlessNamed(office.worker.pool, hash, remove),
  }
  t.equal(await files.sweepUnnamed(Date.now() + 60_000, named), 1)
  t.equal(await files.exists(sha256), false)
  const after = await verified(server)
  t.ok(isUntouched(after), JSON.stringify(after.faults))
  t.ok(after.events > 0)
  t.strictSame([after.events, after.findings], [before.events, before.findings])
})
