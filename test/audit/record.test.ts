import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import t from 'tap'
import { createHeadsSigning } from '../../src/activities/sign-heads.js'
import {
  beginning,
  keepProgress,
  keptProgress,
  type Progress,
} from '../../src/audit/chains/progress.js'
import { isUntouched, told } from '../../src/audit/chains/report.js'
import { verifyRecord } from '../../src/audit/chains/verify.js'
import { chainHash } from '../../src/commands/chain-hash.js'
import { verifyChain } from '../../src/domain/chain-check.js'
import { programOf } from '../../src/local/node-process.js'
import { openHeadsBook } from '../../src/proof/heads-file.js'
import { newSigningKey, signerOf, verifierOf } from '../../src/proof/key.js'
import { office } from '../db/support.js'
import { figure } from '../helpers/figure.js'
import { seedChains, sha256 } from './seed-chains.js'
import { deleted, rewritten, TAMPERINGS, tamper } from './tamper-rows.js'

const SIGNER = signerOf(newSigningKey())
const VERIFY = SIGNER && verifierOf(SIGNER.public_key)
const EACH = 10
const BEGIN = beginning('this record', '2022-09-05T01:00:00.000Z')
/** Nothing but the signed heads is looked at. */
const WALKED: Progress = { ...BEGIN, walked: true }

/** A thousand findings with ten events each, whose ends are signed in a file. */
async function record(t: Parameters<typeof office>[0]) {
  const all = await office(t)
  const chains = await seedChains(all, { findings: 1_000, each: EACH })
  if (!SIGNER || !VERIFY) throw new Error('no key')
  const path = join(t.testdir(), 'heads.ndjson')
  const book = openHeadsBook(path, SIGNER)
  const [sign, another] = [book, book].map((one) => createHeadsSigning(all.worker, one, 0))
  if (!sign || !another) throw new Error('nobody writes')
  let lines = 0
  const append: typeof book.append = async (...line) => {
    lines += 1
    if (lines > 1) throw new Error('killed')
    return book.append(...line)
  }
  const dying = createHeadsSigning(all.worker, { ...book, append }, 0)
  const heads = { path, verify: VERIFY }
  const verify = (more: Partial<Parameters<typeof verifyRecord>[0]> = {}, from = BEGIN) =>
    verifyRecord(
      { pool: all.worker, hash: sha256, heads: null, kept: () => undefined, ...more },
      from,
    )
  return { ...all, chains, path, sign, another, dying, heads, verify }
}

const named = ({ faults }: Progress) =>
  Object.fromEntries(faults.named.map(({ finding_id, seq, fault }) => [finding_id, [fault, seq]]))

t.test('what whoever owns the database does to ten thousand events', async (t) => {
  const { url, seed, chains, path, sign, another, dying, heads, verify } = await record(t)
  const workerUrl = `${url}?options=${encodeURIComponent('-c role=zhenggai_worker')}`
  const ids = [...chains.keys()]
  const some = ids.toSorted(() => Math.random() - 0.5)
  const place = () => 2 + Math.floor(Math.random() * (EACH - 3))
  let before = 0

  await t.test(
    'S52 a round that is killed is made again, and of two writers one writes',
    async (t) => {
      await t.rejects(dying(), { message: 'killed' })
      await Promise.all([sign(), another()])
      const { lines, heads: signed, bad } = (await verify({ heads }, WALKED)).heads
      t.ok(lines >= 3 && signed >= 2_000, `${signed} heads in ${lines} lines`)
      t.strictSame(bad, [])
    },
  )

  await t.test('S52 an untouched record is whole, and so are its signed heads', async (t) => {
    const started = performance.now()
    const whole = await verify({ heads })
    const seconds = (performance.now() - started) / 1_000
    t.ok(isUntouched(whole))
    t.match(whole, { findings: 1_000, events: 10_000, heads: { bad: [], torn: 0 } })
    const broken = () =>
      [...chains].filter(([finding_id, events]) => {
        const origin = { office_id: seed.office, notice_id: seed.notice, finding_id }
        return verifyChain(chainHash('sha256'), origin, events, null) !== null
      })
    t.strictSame(broken(), [])
    const used = process.cpuUsage()
    broken()
    const cpu = process.cpuUsage(used).user / 1_000_000
    figure(
      `${Math.round(whole.events / seconds)} events/s walked in the database, ${Math.round(whole.events / cpu)} per second of one core hashed`,
    )
    t.match(told(whole, { seconds, speed: 1, offices: new Map() }).join('\n'), /没有改动/)
  })

  await t.test('S52 each of five kinds is named, with finding, number and event', async (t) => {
    const kinds = Object.entries(TAMPERINGS).map(([fault, how], index) => {
      return { fault, how, id: some[index] ?? '', n: place() }
    })
    await tamper(
      url,
      ...kinds.flatMap(({ how, id, n }) => how(id, n, chains.get(id) ?? [], seed.notice)),
    )
    const found = await verify()
    before = found.faults.count
    t.strictSame(
      named(found),
      Object.fromEntries(kinds.map(({ id, fault, n }) => [id, [fault, n]])),
      kinds.map(({ fault, n }) => `${fault} at ${n}`).join(', '),
    )
    const offices = new Map([[seed.office, '市政务公开办公室']])
    const lines = told(found, { seconds: 1, speed: 1, offices }).join('\n')
    for (const word of ['被改动', '缺失', '次序被调换', '是插入的', '被截去']) t.match(lines, word)
    t.match(lines, /市政务公开办公室 问题\d+（/)

    await t.test('S52 a run that was killed goes on and comes to the same verdict', async (t) => {
      const file = join(t.testdir(), 'progress.json')
      let kills = 0
      let end: Progress | null = null
      while (!end) {
        let pages = 0
        const kept = (progress: Progress) => {
          keepProgress(file, progress)
          pages += 1
          if (pages === 2) throw new Error('killed')
        }
        end = await verify({ heads, kept }, keptProgress(file, BEGIN)).catch(() => null)
        kills += end ? 0 : 1
      }
      t.ok(kills >= 2, `killed ${kills} times`)
      t.strictSame(end, await verify({ heads }))
    })
  })

  await t.test('S52 what is whole in itself and not what was signed is found', async (t) => {
    const [anew = '', gone = '', cut = ''] = some.slice(10)
    const last = EACH - 1
    const end = chains.get(cut)?.at(last - 1)?.hash
    await tamper(
      url,
      ...rewritten(chains.get(anew) ?? [], place(), seed.notice),
      ...deleted(gone),
      `delete from finding_event where finding_id = '${cut}' and seq > ${last}`,
      `update finding set seq = ${last}, last_hash = '${end}' where id = '${cut}'`,
    )
    const inside = await verify()
    t.equal(inside.faults.count, before, 'the chains themselves say nothing')
    // What is signed afterwards must not hide it.
    await sign()
    const { [anew]: one, [gone]: two, [cut]: three } = named(await verify({ heads }))
    t.strictSame(
      [one, two, three],
      [
        ['rewritten', EACH],
        ['gone', EACH],
        ['cut_off', EACH],
      ],
    )
  })

  await t.test(
    'S52 a line torn by a kill is told and no fault, the next one follows it',
    async (t) => {
      const text = await readFile(path, 'utf8')
      const lines = text.trimEnd().split('\n').length
      await appendFile(path, text.slice(0, 100))
      const torn = await verify({ heads }, WALKED)
      t.match(torn.heads, { torn: 1, bad: [], lines: lines + 1 })
      t.match(told(torn, { seconds: 1, speed: 1, offices: new Map() }).join('\n'), /写到一半/)
      await sign()
      const mended = await verify({ heads }, WALKED)
      t.match(mended.heads, { torn: 1, bad: [], lines: lines + 2 })
    },
  )

  await t.test('the command names what it found, and ends with 1', async (t) => {
    const folder = t.testdir({ 'key.pem': SIGNER?.public_key ?? '' })
    const asked = ['verify', '--json', '--heads', path, '--key', join(folder, 'key.pem')]
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [...programOf('src/audit.ts'), ...asked, '--resume', join(folder, 'progress.json')],
      { encoding: 'utf8', env: { ...process.env, WORKER_DATABASE_URL: workerUrl } },
    )
    t.equal(status, 1, stderr)
    const said = JSON.parse(stdout) as { faults: { named: { words: string }[] } }
    t.match(said, { ok: false, findings: 999, heads: { torn: 1, bad: [] }, faults: { count: 8 } })
    t.match(said.faults.named[0]?.words, /^市政务公开办公室 问题\d+（.+）：第\d+条记录/)
    t.equal(existsSync(join(folder, 'progress.json')), false, 'there is nothing to go on with')
  })

  await t.test(
    'S52 a line that was changed, taken out or signed by another is found',
    async (t) => {
      const text = await readFile(path, 'utf8')
      const badOf = async (changed: string, verify_ = heads.verify) => {
        await writeFile(path, changed)
        return (await verify({ heads: { path, verify: verify_ } }, WALKED)).heads.bad
      }
      const [first = '', ...rest] = text.split('\n')
      const hash = /"hash":"([0-9a-f]{64})"/.exec(first)?.[1] ?? ''
      const changed = [first.replace(hash, sha256(hash)), ...rest].join('\n')
      t.match(await badOf(changed), [{ line: 1, fault: 'forged' }])
      t.match(await badOf(rest.join('\n')), [{ line: 1, fault: 'unlinked' }])
      const other = signerOf(newSigningKey())
      const stranger = other && verifierOf(other.public_key)
      if (!stranger) throw new Error('no key')
      t.match(await badOf(text, stranger), [{ line: 1, fault: 'forged' }])
    },
  )
})

t.test(
  'S54 a person’s words are erased with their salts, and every chain stays whole',
  async (t) => {
    const all = await office(t)
    const chains = await seedChains(all, { findings: 3, each: 4 })
    const reporter = all.seed.people.reporters[0]
    const walk = () =>
      verifyRecord({ pool: all.worker, hash: sha256, heads: null, kept: () => undefined }, BEGIN)
    const [one = ''] = chains.keys()
    await all.migrate.run(
      sql`update finding_event set texts = null where finding_id = ${one} and seq = 2`,
    )
    t.strictSame(
      named(await walk()),
      { [one]: ['salt_left', 2] },
      'a salt by which words are guessed',
    )
    await all.migrate.run(
      sql`update finding_event set texts = null, salt = null where actor_id = ${reporter}`,
    )
    const erased = await walk()
    t.ok(isUntouched(erased))
    t.equal(erased.events, 12)
    const [row] = await all.migrate.run(
      sql<{
        left: number
      }>`select count(*)::integer as left from finding_event where texts is not null`,
    )
    t.equal(row?.left, 0)
  },
)
