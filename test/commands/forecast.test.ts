import { execFile } from 'node:child_process'
import t from 'tap'
import { catchUp } from '../../src/commands/catch-up.js'
import { forecastOffice } from '../../src/commands/forecast.js'
import { sqlb } from '../../src/db/handle.js'
import { nextStop } from '../../src/db/rehearsal.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { programOf } from '../../src/local/node-process.js'
import { issue, jump, lineFor, send } from '../helpers/case.js'
import { type TestOffice, testOffice } from '../helpers/office.js'

t.setTimeout(120_000)

const START = instantOf('2022-09-19T02:00:00.000Z')
const HEAD = { issued_on: dateOf('2022-09-19'), due: dateOf('2022-09-26') }

/** Two findings that were signed for and one nobody has heard of, before a due that three reminders precede. */
async function ready(t: Parameters<typeof testOffice>[0]) {
  const office = await testOffice(t, { clock: START })
  const lines = [0, 0, 1].map((unit) => lineFor(office.units[unit] ?? ''))
  const { findings } = await issue(office, lines, HEAD)
  const [first = '', second = ''] = findings
  for (const id of [first, second])
    await send(office, office.member(0), id, { name: 'acknowledge' })
  return { office, findings }
}

/** What an office that is always awake writes until then; messages that were there before left out. */
async function lived(office: TestOffice, findings: readonly string[], days: number) {
  const { until } = await forecastOffice(office.worker, office.office_id, days)
  let now = START
  for (;;) {
    const stop = await nextStop(office.worker.pool, office.office_id, now)
    if (!stop || stop > until) break
    now = stop
    await jump(office, now)
    await catchUp(office.worker, office.office_id, findings)
  }
  const rows = await office.worker.pool.run(
    sqlb
      .selectFrom('message')
      .select(['finding_id', 'kind', 'recipient', 'cause', 'created_at'])
      .where('created_at', '>', START),
  )
  return rows.map(({ created_at, ...row }) => Object.values({ ...row, created_at }).join(' '))
}

t.test('what the clock writes in two weeks was foreseen, row by row', async (t) => {
  const { office, findings } = await ready(t)
  const { messages } = await forecastOffice(office.worker, office.office_id, 14)
  const [, , unheard = ''] = findings
  const foreseen = messages
    .filter(({ written_at }) => written_at > START)
    .map(({ finding_id, kind, recipient, cause, written_at }) =>
      [finding_id, kind, recipient, cause, written_at].join(' '),
    )
  t.ok(foreseen.length >= 15, `${foreseen.length} messages`)
  // Here no mail is sent, so the office hears that one slice has not been proved to arrive.
  const written = await lived(office, findings, 14)
  const unproven = written.filter((line) => line.includes('delivery_unproven'))
  t.match(unproven, [new RegExp(unheard)])
  t.same(foreseen.toSorted(), written.filter((line) => !unproven.includes(line)).toSorted())
})

t.test('a withdrawn finding is spoken of by its number, and its slice is not said', async (t) => {
  const { office, findings } = await ready(t)
  const [, , unheard = ''] = findings
  const grounds = { reason_code: 'false_alarm', grounds: '核实为误报' } as const
  await send(office, office.officer('office.leader'), unheard, { name: 'withdraw', ...grounds })
  const told = await forecastOffice(office.worker, office.office_id, 7)
  const spoken = told.messages.filter(({ finding_id }) => finding_id === unheard)
  t.same(
    spoken.map(({ kind }) => kind),
    ['withdrawn'],
  )
  t.equal(told.numbers.get(unheard), 3)
})

function run(url: string, args: readonly string[]): Promise<{ code: number | null; out: string }> {
  return new Promise((done) => {
    const env = { ...process.env, NODE_OPTIONS: '', WORKER_DATABASE_URL: url }
    const all = [...programOf('src/forecast.ts'), ...args]
    const child = execFile(process.execPath, all, { env }, (_, out, err) =>
      done({ code: child.exitCode, out: out + err }),
    )
  })
}

t.test('npm run forecast says it in words and in one line', async (t) => {
  const { office } = await ready(t)
  const { messages, digests } = await forecastOffice(office.worker, office.office_id, 7)
  const json = await run(office.url, ['--days', '7', '--json'])
  t.equal(json.code, 0, json.out)
  const { offices } = JSON.parse(json.out) as {
    offices: { messages: object[]; digests: object[] }[]
  }
  t.match(offices, [{ office: { id: office.office_id }, now: START }])
  t.equal(offices[0]?.messages.length, messages.length)
  t.equal(offices[0]?.digests.length, digests.length)
  const told = await run(office.url, ['--office', office.office_id])
  t.equal(told.code, 0, told.out)
  t.match(told.out, /^ {2}2022-09-21 09:00 {2}.+ {2}临期提醒：第1、2条$/m)
  const unknown = await run(office.url, ['--office', '没有的'])
  t.match(unknown, { code: 1, out: '没有名为“没有的”的办公室' })
  t.match(await run(office.url, ['--days', '0']), { code: 1, out: '用法' })
})
