import t from 'tap'
import { draftOperations } from '../../src/contracts/notices/draft-operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { lockHits } from '../../src/db/hit.js'
import { transaction } from '../../src/db/transaction.js'
import { line } from './notice.js'
import { seen, triage } from './triage.js'

t.test('no hit joins a line that is withheld or handled on paper', async (t) => {
  const { assets, office, handler, report, drafted, takeUp, idsOf, hits } = await triage(t)
  await report(seen('a', 0), seen('b', 1))
  const [one = '', two = ''] = office.units
  const named = (at: 0 | 1) => ({ asset_id: assets[at], indicator_id: 'WD-20' })
  const paper = { handling: 'offline', problem: null, place: null, category: '涉密' }
  const findings = [line(one, { ...named(0) }), line(two, { ...named(1), ...paper })]
  const { params, etag } = await drafted({ findings })
  const [a = '', b = ''] = await idsOf('a', 'b')
  const joined = await takeUp(params, { hits: [a] }, { if_match: etag })
  t.match(joined.body.lines, [{ number: 1, joined: true }], joined.text)
  const edit = { kind: 'withhold', numbers: [1], reason: '正在整改' }
  const held = await handler(draftOperations.editDraft, {
    ...{ params, if_match: joined.etag, body: { edit } },
  })
  t.equal(held.status, 200, held.text)
  await report(seen('c', 0))
  const [c = ''] = await idsOf('c')
  const told = await takeUp(params, { hits: [c, b] }, { if_match: held.etag })
  t.strictSame(
    told.body.lines.map(({ number, joined, unit_id }) => [number, joined, unit_id]),
    [
      [3, false, one],
      [4, false, two],
    ],
    told.text,
  )
  const has = await hits({ finding: held.body.findings[0]?.finding_id })
  t.strictSame(
    has.map(({ id }) => id),
    [a],
    'what it had before stays its own',
  )
  await report(seen('d', 0))
  const [d = ''] = await idsOf('d')
  const later = await takeUp(params, { hits: [d] }, { if_match: told.etag })
  t.match(later.body.lines, [{ number: 3, joined: true }], later.text)
})

t.test(
  'what only is looked at is not waited for, and what is given back is locked in order',
  async (t) => {
    const { office, handler, report, drafted, takeUp, idsOf, statuses } = await triage(t)
    await report(seen('a', 0), seen('b', 0))
    const { params, etag } = await drafted()
    const [a = '', b = ''] = await idsOf('a', 'b')
    const taken = await takeUp(params, { hits: [a, b] }, { if_match: etag })
    await report(seen('c', 0))
    const [c = ''] = await idsOf('c')
    const body = { findings: [line(office.units[0] ?? '')] }
    // A page of reports has the second of the hits, and waits for none yet.
    const joined = await transaction(office.owner, async (tx) => {
      t.equal((await lockHits(tx, [b])).length, 1)
      const told = await takeUp(params, { hits: [c] }, { if_match: taken.etag })
      t.match(told.body.lines, [{ number: 1, joined: true }], told.text)
      const replaced = { params, if_match: told.etag, body }
      t.equal((await handler(noticeOperations.changeNotice, replaced)).code, 'LOCKED')
      return told
    })
    const done = await handler(noticeOperations.changeNotice, {
      ...{ params, if_match: joined.etag, body },
    })
    t.equal(done.status, 200, done.text)
    t.strictSame(await statuses(), { a: 'waiting', b: 'waiting', c: 'waiting' })
  },
)
