import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { commandOperations, findingOperations } from '../../src/contracts/findings/operations.js'
import { jobOperations } from '../../src/contracts/long-jobs.js'
import { meOperations } from '../../src/contracts/me.js'
import { OPERATIONS } from '../../src/contracts/operations.js'
import { assetOperations } from '../../src/contracts/register/assets.js'
import { membershipOperations } from '../../src/contracts/register/memberships.js'
import { personOperations } from '../../src/contracts/register/people.js'
import { statement } from '../../src/db/handle.js'
import { transaction } from '../../src/db/transaction.js'
import { type Instant, instantOf } from '../../src/domain/instant.js'
import { openTemporal } from '../../src/engine/connection.js'
import { readLine } from '../../src/proof/heads-line.js'
import { figure } from '../helpers/figure.js'
import { type TestOffice, testOffice } from '../helpers/office.js'
import { MONDAY } from '../http/notice.js'
import { ISSUER, sendOver, testIssuer } from '../http/support.js'
import { uploadOver } from '../http/uploads.js'
import { bearingOver, does, type Ground } from './ground.js'
import { probe } from './probes.js'
import { type Processes, startProcesses } from './processes.js'
import { databaseFiles, mailsLeft, wordsIn, wordsInFiles, wordsInHistories } from './search.js'
import { tour } from './tour.js'
import { type Owner, takesWords, type Word, type Words, words, wordy } from './words.js'

/** A working morning after everything has been said. */
const LATER = instantOf('2022-09-26T02:00:00.000Z')

const UNSAID = statement<{ left: number }>(
  `select (select count(*) from mail where status = 'queued')
     + (select count(*) from message m join office o on o.id = m.office_id
       where m.status in ('waiting', 'claimed') and m.created_at <= o.standing_clock) as left`,
)

type Issuer = Awaited<ReturnType<typeof testIssuer>>

/** The office behind its real processes. */
function groundOf(office: TestOffice, { carry }: Processes, { sign }: Issuer): Ground {
  const token = (principal: { person_id: string }) => sign({ sub: principal.person_id })
  const as: Ground['as'] = (principal) => async (operation, ask) =>
    sendOver(carry, operation, ask ?? {}, { authorization: `Bearer ${await token(principal)}` })
  const admin = as(office.officer('admin'))
  const until = async (to: Instant) => {
    const { body } = await does(admin, jobOperations.advanceRehearsal, { body: { to } })
    const params = { id: body.id }
    for (const end = Date.now() + 120_000; Date.now() < end; await sleep(200)) {
      const { status } = (await does(admin, jobOperations.getOperation, { params })).body
      if (status === 'done') return
      if (status !== 'running') throw new Error(`the clock was moved: ${status}`)
    }
    throw new Error('the clock did not arrive')
  }
  return { office, carry, token, as, bearing: bearingOver(carry), until }
}

/** Everything that can be said, said in words of its own; what the tour does not reach is sent beside it. */
async function sayEverything(ground: Ground, issuer: Issuer, given: Words): Promise<void> {
  const { office, carry } = ground
  const wordly = wordy(ground, given)
  const word = (input: string, owner: Owner = 'first') => given.next(input, owner)
  const bytes = `${word('evidence bytes', 'office')}\n`
  const file = { name: 'file', content: bytes, filename: `${word('file name')}.txt` }
  const parts = [
    { name: 'name', content: `${word('uploadEvidence body /name')}.txt` },
    { ...file, type: 'text/plain' },
  ]
  const token = await ground.token(office.member(0))
  const { status, text } = await uploadOver(carry, token, parts, word('key'))
  if (status !== 201) throw new Error(text)
  given.accepted.add('uploadEvidence body /name')
  await tour(wordly, (JSON.parse(text) as { sha256: string }).sha256)

  const handler = wordly.as(office.officer('office.handler'))
  const { body } = await does(handler, findingOperations.listFindings, { query: { limit: 1 } })
  const params = { id: body.items[0]?.id ?? '' }
  const { etag: if_match } = await does(handler, findingOperations.getFinding, { params })
  const inside = { text: '', audience: 'office' }
  await does(handler, commandOperations.comment, { params, if_match, body: inside })
  await does(handler, findingOperations.listFindings)

  // Somebody whose token says a word for everything it can say.
  const admin = ground.as(office.officer('admin'))
  const sub = word('token sub', 'office')
  const login = { issuer: ISSUER, subject: sub }
  const person = await does(admin, personOperations.create, { body: { name: '持证人', login } })
  const seat = { person_id: person.body.id, role: 'auditor' }
  await does(admin, membershipOperations.create, { body: seat })
  const claims = ['name', 'email', 'jti', 'scope', 'preferred_username']
  const said = claims.map((name) => [name, word(`token ${name}`, 'office')] as const)
  const authorization = `Bearer ${await issuer.sign({ ...Object.fromEntries(said), sub })}`
  const me = await sendOver(carry, meOperations.getMe, {}, { authorization })
  if (me.status !== 200) throw new Error(me.text)
}

const REFUSE = [
  `create function refuse() returns trigger language plpgsql as $$
     begin raise exception 'not this one: %', new.platform; end $$`,
  'create trigger refuse before insert on asset for each row execute function refuse()',
]

/** A row the database refuses, quoting it, where nobody foresaw that: whatever goes wrong, the log keeps it short. */
async function failOnce({ office, as }: Ground, given: Words): Promise<void> {
  await transaction(office.owner, async (tx) => {
    await tx.run(statement('set local role none')())
    for (const text of REFUSE) await tx.run(statement(text)())
  })
  const platform = given.next('a row refused', 'office')
  const body = { unit_id: office.units[0] ?? '', medium: 'website', name: '门户', platform }
  const { status } = await as(office.officer('admin'))(assetOperations.create, { body })
  if (status !== 500) throw new Error(`the row was not refused: ${status}`)
}

/** Waits until what is to be said is said, and what is to be sent is sent. */
async function quiet(office: TestOffice): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(200)) {
    if ((await office.owner.run(UNSAID()))[0]?.left === 0) return
  }
  throw new Error('something is still unsaid')
}

/** Which words a mail to a unit may hold. */
function mayReach(unit: 'first' | 'second', { owner }: Word): boolean {
  return owner === 'all' || owner === unit
}

t.test('S50 S57 a word sent through every input stays where it belongs', async (t) => {
  const { office, given, processes, faults } = await lived(t)
  const sent = given.all.size / 2
  const named = (found: readonly string[]) =>
    [...new Set(found.map((one) => given.all.get(one)?.input ?? one))].slice(0, 20)

  await t.test('every text of every contract was sent and accepted', async (t) => {
    t.same(faults, [], 'nothing strange was a fault of ours')
    const all = OPERATIONS.flatMap(takesWords)
    t.same(
      all.filter((input) => !given.accepted.has(input)),
      [],
    )
    figure(`${sent} words; ${all.length} text inputs of ${OPERATIONS.length} operations accepted`)
  })

  await t.test('S57 not in Temporal', async (t) => {
    const temporal = openTemporal({ address: processes.temporal.address, namespace: 'default' })
    t.teardown(() => temporal.close())
    const { kept, found } = await wordsInHistories(temporal)
    t.ok(kept > 20, 'there are workflows')
    t.same(named(found), [])
    const files = await databaseFiles(processes.temporal.folder)
    t.ok(files.length > 0)
    t.same(named(await wordsInFiles(files)), [])

    const planted = given.next('planted', 'office')
    await temporal.call(({ workflow }) =>
      workflow.start('nothing', { workflowId: 'p', taskQueue: 'nobody', args: [{ planted }] }),
    )
    await sleep(1_500)
    t.same((await wordsInHistories(temporal)).found, [planted], 'what is planted is found')
    t.same(await wordsInFiles(await databaseFiles(processes.temporal.folder)), [planted])
    figure(`${kept} histories and ${files.length} files of Temporal searched`)
  })

  await t.test('S50 not in a log', async (t) => {
    const text = (await Promise.all(processes.logs.map((log) => readFile(log, 'utf8')))).join('')
    const lines = text.split('\n')
    t.ok(lines.length > 1_000, 'the logs say something')
    t.match(text, /"path":"\/v1\/findings\/[0-9a-f-]{36}\/respond"/, 'which finding it was about')
    const telling = lines.filter((line) => wordsIn(line).length > 0)
    t.same(telling.slice(0, 3), [])
    t.same(named(wordsIn(text)), [])
    const copy = join(t.testdir(), 'log')
    const planted = given.next('planted', 'office')
    await writeFile(copy, `${text}{"path":"/${planted}"}\n`)
    t.same(await wordsInFiles([copy]), [planted], 'what is planted is found')
    figure(`${lines.length} log lines searched`)
  })

  await t.test('S50 S52 the worker signs the ends of chains, and no word with them', async (t) => {
    const lines = (await readFile(processes.heads, 'utf8')).split('\n')
    t.ok(readLine(lines[0] ?? ''), 'a line of its first round')
    t.same(named(wordsIn(lines.join('\n'))), [])
  })

  await t.test('and in no mail to a unit it does not belong to', async (t) => {
    const mails = await mailsLeft(office.owner, processes.mails)
    const tell = { first: 0, second: 0 }
    for (const unit of ['first', 'second'] as const) {
      const id = office.units[unit === 'first' ? 0 : 1]
      const own = mails.filter((mail) => mail.unit === id)
      const told = own.flatMap((mail) => mail.words).flatMap((word) => given.all.get(word) ?? [])
      tell[unit] = new Set(told).size
      t.ok(told.length > 5, `${own.length} mails tell the ${unit} unit what is its own`)
      t.same(
        told.filter((word) => !mayReach(unit, word)),
        [],
        `to the ${unit}`,
      )
    }
    const toFirst = mails.filter(({ unit }) => unit === office.units[0])
    const misled = toFirst.flatMap((mail) => mail.words).flatMap((one) => given.all.get(one) ?? [])
    t.ok(
      misled.some((word) => !mayReach('second', word)),
      'one sent to the other would be found',
    )
    figure(
      `${mails.length} mails read: ${tell.first} words told the first unit, ${tell.second} the second`,
    )
  })
})

async function lived(t: Test) {
  const office = await testOffice(t, { units: 3, clock: instantOf(MONDAY) })
  const issuer = await testIssuer()
  const processes = await startProcesses(t, office, issuer.keys)
  const ground = groundOf(office, processes, issuer)
  const given = words()
  await sayEverything(ground, issuer, given)
  const faults: string[] = []
  for (const role of ['office.leader', 'admin'] as const) {
    faults.push(...(await probe(processes.carry, await ground.token(office.officer(role)), given)))
  }
  await failOnce(ground, given)
  await ground.until(LATER)
  await quiet(office)
  return { office, given, processes, faults }
}
