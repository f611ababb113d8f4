import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import t from 'tap'
import { keepProgress, keptProgress, type Progress } from '../../src/audit/chains/progress.js'
import { isUntouched, told } from '../../src/audit/chains/report.js'
import { verifyRecord } from '../../src/audit/chains/verify.js'
import { chainHash } from '../../src/commands/chain-hash.js'
import { verifyChain } from '../../src/domain/chain-check.js'
import { instantOf } from '../../src/domain/instant.js'
import { programOf } from '../../src/local/node-process.js'
import { newSigningKey, signerOf, verifierOf } from '../../src/proof/key.js'
import { office } from '../db/support.js'
import { figure } from '../helpers/figure.js'
import { seedChains, sha256 } from './seed-chains.js'
import { BEGIN, EACH, SIGNER, signedRecord, WALKED } from './signed-record.js'
import { backdated, deleted, rewritten, TAMPERINGS, tamper } from './tamper-rows.js'

const lines = (progress: Progress, now = Date.now()) =>
  told(progress, { seconds: 1, speed: 1, offices: new Map(), now }).join('\n')

const named = ({ faults }: Progress) =>
  Object.fromEntries(faults.named.map(({ finding_id, seq, fault }) => [finding_id, [fault, seq]]))

t.test('what whoever owns the database does to ten thousand events', async (t) => {
  const { url, seed, chains, path, sign, hourly, dying, heads, verify, ...signed } =
    await signedRecord(t)
  const workerUrl = `${url}?options=${encodeURIComponent('-c role=zhenggai_worker')}`
  const ids = [...chains.keys()]
  const some = ids.toSorted(() => Math.random() - 0.5)
  const place = () => 2 + Math.floor(Math.random() * (EACH - 3))
  let before = 0

  await t.test(
    'S52 a round that is killed is gone on with, and of two writers one writes',
    async (t) => {
      await t.rejects(dying(), { message: 'killed' })
      const begun = await verify({ heads }, WALKED)
      t.notOk(isUntouched(begun), 'of a round that was not finished nothing follows')
      t.match(lines(begun), /✗ 链头文件中没有一轮签完/)
      await Promise.all([hourly()(), hourly()()])
      const whole = await verify({ heads }, WALKED)
      t.match(whole.heads, { lines: 2, heads: 1_000, bad: [] })
      t.notMatch(lines(whole), /⚠|✗/)
      t.match(lines(whole, Date.now() + 3 * 3_600_000), /⚠ 最后一行的时间/)
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

  await t.test('S52 what was put into the past after it was signed is found', async (t) => {
    const [, , , late = ''] = some.slice(10)
    await tamper(url, ...backdated(chains.get(late) ?? [], seed.notice))
    const after = async () => named(await verify({ heads }, WALKED))[late]
    t.strictSame(await after(), ['unsigned', EACH + 1], 'no line covers it')
    const { heads: before } = await verify({ heads }, WALKED)
    await sign()
    t.equal((await verify({ heads }, WALKED)).heads.heads, before.heads + 1, 'it is signed, untold')
    t.strictSame(await after(), ['unsigned', EACH + 1], 'that a later one does hides nothing')
  })

  await t.test('S52 a clock that had jumped ahead is told, and signing goes on', async (t) => {
    const { book, alarms } = signed
    const far = instantOf('2199-01-01T00:00:00.000Z')
    await book.append(await book.last(), { at: far, as_of: far, heads: [] })
    const { heads: before } = await verify({ heads }, WALKED)
    await hourly()()
    t.match(alarms, [/2199-01-01/])
    t.equal(alarms.length, 1)
    const after = await verify({ heads }, WALKED)
    t.equal(after.heads.lines, before.lines + 1)
    t.ok((after.heads.place.last?.at ?? far) < far)
    t.strictSame(after.heads.bad, [])
    await hourly()()
    t.equal(alarms.length, 1)
  })

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
    t.match(said, {
      ok: false,
      findings: 999,
      heads: { torn: 1, bad: [], stale: false },
      faults: { count: 9 },
    })
    t.match(said, { erased: 0 })
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

      await t.test(
        'S52 what a file that was cut or begun anew lacks is signed again',
        async (t) => {
          await writeFile(path, text)
          await sign()
          const cut = text.slice(0, text.indexOf('\n') + 1)
          for (const left of [cut, '']) {
            await writeFile(path, left)
            await sign()
            const { bad, heads: held } = (await verify({ heads }, WALKED)).heads
            t.strictSame(bad, [])
            t.ok(held >= 999, `${held} heads`)
            const seqs = (await readFile(path, 'utf8')).includes('"seq":11')
            t.ok(seqs, 'the newest one too')
          }
          await writeFile(path, '')
          const empty = await verify({ heads }, WALKED)
          t.notOk(isUntouched({ ...empty, faults: BEGIN.faults }), 'an empty file is no proof')
        },
      )
    },
  )
})

t.test('S54 words that went without an entry are named, and a salt that was left', async (t) => {
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
  t.match(erased, { events: 12, erased: 12 })
  t.match(lines(erased), /其中 12 条的文字已清除/)
  t.equal(erased.faults.count, 3, 'of no finding the chain says so')
  t.strictSame(named(erased)[one], ['erased_unsaid', 1])
  t.match(lines(erased), /没有清除的登记/)
  const [row] = await all.migrate.run(
    sql<{
      left: number
    }>`select count(*)::integer as left from finding_event where texts is not null`,
  )
  t.equal(row?.left, 0)
})
