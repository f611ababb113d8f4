import t, { type Test } from 'tap'
import { draftNotice } from '../../src/commands/notices/draft.js'
import { issueNotice } from '../../src/commands/notices/issue.js'
import { statement } from '../../src/db/handle.js'
import {
  fromEpoch,
  type Instant,
  type LocalDate,
  plusDays,
  timeOf,
  toEpoch,
} from '../../src/domain/instant.js'
import { localDateOf } from '../../src/domain/zone.js'
import { lineFor, newKey } from '../helpers/case.js'
import { type TestOffice, testOffice } from '../helpers/office.js'
import { runOffice, until } from './support.js'

const MINUTE = 60_000

/** Hours to add to UTC so that it is about noon now: whatever the hour, the test stays within one working day. */
const EAST = 12 - new Date().getUTCHours()
const ZONE = `Etc/GMT${EAST > 0 ? '-' : '+'}${Math.abs(EAST)}`
const today = localDateOf(ZONE, fromEpoch(Date.now()))
/** The next whole minute at least so many seconds away. */
const minuteAfter = (seconds: number) => Math.ceil((Date.now() + seconds * 1_000) / MINUTE) * MINUTE
const wall = (at: number) => new Date(at + EAST * 60 * MINUTE).toISOString().slice(11, 16)

interface Act {
  type: string
  effective_at: Instant
  at: Instant
}
const ACTS = statement<Act>(
  `select type, effective_at, at from finding_event where actor_role = 'system' order by effective_at`,
)
/** Every day of these years is a working day: the test may run on any. */
const WORKING = statement<never>(
  `insert into calendar_day (office_id, version_id, date, kind, name)
   select $1, v.id, day::date, 'workday', '上班' from calendar_version v,
     generate_series($2::date, $3::date, interval '1 day') day
   where v.office_id = $1 on conflict (version_id, date) do update set kind = 'workday'`,
)
const YEARS = statement<never>(
  `insert into calendar_year (office_id, version_id, year)
   select $1, v.id, year from calendar_version v, unnest($2::integer[]) year
   where v.office_id = $1 on conflict do nothing`,
)
const HOURS = statement<never>('update office set hours = $2::jsonb, zone = $3 where id = $1')
const LIVE = statement<{ kind: string; at: Instant; wake_at: Instant }>(
  'select kind, at, wake_at from milestone where finding_id is not null and outcome is null order by at',
)

/** A real office that works every day and opens at the given local minute. */
async function officeOpening(t: Test, opens: string): Promise<TestOffice> {
  const office = await testOffice(t, { units: 1, policy: { spread_minutes: 0 } })
  const year = Number(today.slice(0, 4))
  const { office_id, owner } = office
  await owner.run(WORKING(office_id, plusDays(today, -10), plusDays(today, 60)))
  await owner.run(YEARS(office_id, [year - 1, year, year + 1]))
  await owner.run(HOURS(office_id, JSON.stringify({ spans: [[opens, '23:59']] }), ZONE))
  return office
}

async function issued(
  office: TestOffice,
  due: { date: LocalDate; time: string | null },
): Promise<string> {
  const leader = office.officer('office.leader')
  const time = due.time === null ? null : timeOf(due.time)
  const drafted = await draftNotice(
    office.api,
    {
      principal: leader,
      key: newKey(),
      head: {
        title: '通报',
        signer_id: leader.person_id,
        issued_on: today,
      },
      lines: [lineFor(office.units[0] ?? '', { own_due: { date: due.date, time } })],
    },
    ({ notice, findings }) => ({
      status: 201,
      etag: null,
      body: [notice.id, findings[0]?.finding.id],
    }),
  )
  const [notice_id = '', finding = ''] = drafted.body as string[]
  const request = {
    principal: leader,
    key: newKey(),
    notice_id,
    if_match: 1,
    signed_paper_id: null,
  }
  const answer = await issueNotice(office.api, request, ({ issued: done, plan }) => ({
    status: done ? 200 : 422,
    body: plan.problems,
    etag: null,
  }))
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return finding
}

/** A due date seconds ahead falls when it comes, and not before. */
async function dueFalls(t: Test): Promise<void> {
  const due_at = minuteAfter(10)
  const office = await officeOpening(t, '00:00')
  const run = await runOffice(t, office)
  await issued(office, { date: localDateOf(ZONE, fromEpoch(due_at)), time: wall(due_at) })
  const acts = await until(async () => {
    const found = await office.owner.run(ACTS())
    return found.some(({ type }) => type === 'fell_due') ? found : null
  }, 90_000)
  const fell = acts.find(({ type }) => type === 'fell_due')
  t.equal(fell?.effective_at, fromEpoch(due_at))
  const late = toEpoch(fell?.at ?? fromEpoch(0)) - due_at
  t.ok(late >= 0 && late < 10_000, `due taken ${late} ms after its instant`)
  t.same(run.alarms, [])
}

/** Ninety minutes before an opening that is near, the reminder goes out by itself. */
async function reminds(t: Test): Promise<void> {
  const early = minuteAfter(10)
  const office = await officeOpening(t, wall(early + 90 * MINUTE))
  await runOffice(t, office)
  await issued(office, { date: plusDays(today, 1), time: null })
  const planned = await office.owner.run(LIVE())
  t.match(planned[0], { kind: 'remind', at: fromEpoch(early), wake_at: fromEpoch(early) })
  const acts = await until(async () => {
    const found = await office.owner.run(ACTS())
    return found.length > 0 ? found : null
  }, 90_000)
  t.match(acts, [{ type: 'reminded', effective_at: fromEpoch(early) }])
  const late = toEpoch(acts[0]?.at ?? fromEpoch(0)) - early
  t.ok(late >= 0 && late < 10_000, `reminded ${late} ms after its instant`)
}

/** What waits overnight is said when the office opens. */
async function opens(t: Test): Promise<void> {
  const opening = minuteAfter(10)
  const office = await officeOpening(t, wall(opening))
  await issued(office, { date: plusDays(today, 20), time: null })
  const run = await runOffice(t, office)
  const mails = await until(async () => {
    const found = await run.mails()
    return found.length === 2 ? found : null
  }, 90_000)
  t.ok(
    mails.every(({ date }) => Date.parse(date) >= opening),
    'not before it opens',
  )
  t.match(mails[0]?.subject, /新交办1项/)
}

t.test('in a real office the clock acts by itself, in time and never early', async (t) => {
  await Promise.all([dueFalls(t), reminds(t), opens(t)])
})
