import fc from 'fast-check'
import t, { type Test } from 'tap'
import { v7 } from 'uuid'
import { importUnits } from '../../src/commands/register/import-units.js'
import { assetOperations } from '../../src/contracts/register/assets.js'
import { registerListOperations as operations } from '../../src/contracts/register/list-operations.js'
import { securityEventOperations } from '../../src/contracts/security-events.js'
import { type Asset, insertAssets, listAssets } from '../../src/db/asset.js'
import { insertUnits, listUnits } from '../../src/db/unit.js'
import { MEDIA } from '../../src/domain/vocabulary.js'
import { UNITS } from '../../src/office/lists.js'
import { nasty } from '../tables/nasty.js'
import { testServer } from './support.js'

const { exportAssets, exportUnits, importAssets } = operations

async function scene(t: Test) {
  const server = await testServer(t, { units: 2 })
  const { office, as } = server
  const admin = as(office.officer('admin'))
  const bring = (csv: string, key?: string) =>
    admin(importAssets, { body: { csv }, ...(key === undefined ? {} : { key }) })
  const known = () => listAssets(office.owner, office.office_id)
  return { ...server, admin, bring, known }
}

const NUMBERS = ['https://a.example/', 'https://a.example/?q==1,"2"', 'https://b.example/;=x']

/** Units and assets as nasty as the register takes them. */
async function fill({ office }: Awaited<ReturnType<typeof scene>>, seed: number): Promise<void> {
  const { office_id, owner } = office
  const draw = <T>(arbitrary: fc.Arbitrary<T>, count: number) =>
    fc.sample(arbitrary, { seed, numRuns: count })
  const others = await listUnits(owner, office_id)
  const taken = new Set(others.map(({ name }) => name))
  const names = [...new Set(draw(nasty(), 12))].filter((name) => !taken.has(name))
  const shapes = draw(
    fc.record({
      aliases: fc.array(nasty(), { maxLength: 3 }),
      parent: fc.option(fc.nat(others.length - 1)),
      head: fc.option(nasty()),
      closed: fc.boolean(),
    }),
    names.length,
  )
  const units = shapes.map(({ aliases, parent, head, closed }, index) => ({
    ...{ id: v7(), office_id, name: names[index] ?? '', aliases },
    parent_id: parent === null ? null : (others[parent]?.id ?? null),
    mailbox: closed ? '+a@example.com' : null,
    office_head: head === null ? null : { name: head, address: '-x@example.com' },
    status: closed ? ('closed' as const) : ('open' as const),
  }))
  await insertUnits(owner, units)
  const all = [...others, ...units]
  const ids = fc.constantFrom(...all.map(({ id }) => id))
  const assets: Asset[] = draw(
    fc.record({
      ...{ unit_id: ids, operating_unit_id: fc.option(ids), medium: fc.constantFrom(...MEDIA) },
      aliases: fc.array(nasty(), { maxLength: 3 }),
      ...{
        name: nasty(),
        platform: fc.option(nasty()),
        url: fc.option(fc.constantFrom(...NUMBERS)),
      },
      status: fc.constantFrom('open' as const, 'closed' as const),
    }),
    20,
  ).map((asset) => ({ ...asset, id: v7(), office_id }))
  await insertAssets(owner, assets)
}

t.test('S43 what is exported and imported again changes nothing', async (t) => {
  const ground = await scene(t)
  const { office, admin, bring, known } = ground
  const { office_id, owner, api } = office
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    await fill(ground, seed)
    const before = [await known(), await listUnits(owner, office_id)]
    const units = UNITS.read(Buffer.from((await admin(exportUnits)).text))
    if ('complaints' in units) throw new Error(units.complaints.join('\n'))
    const place = { pool: owner, newId: api.newId }
    const again = await importUnits(place, office_id, units.rows)
    t.match(again, { added: 0, changed: 0, unchanged: before[1]?.length, problems: [] })
    const { body } = await bring((await admin(exportAssets)).text)
    t.match(body, { written: true, added: 0, changed: 0, unchanged: before[0]?.length })
    t.strictSame([await known(), await listUnits(owner, office_id)], before)
  }
})

t.test('S51 who took which register, how much of it, when and from where', async (t) => {
  const { office, as, admin } = await scene(t)
  const auditor = as(office.officer('auditor'))
  const events = async () => {
    const query = { event: 'register_exported' }
    return (await auditor(securityEventOperations.listSecurityEvents, { query })).body.items
  }
  const file = await admin(exportUnits)
  t.match(file.headers, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': /^attachment; .*\.csv/,
  })
  t.match(file.text, /^\uFEFF"名称","上级单位",/)
  await admin(assetOperations.create, {
    body: { unit_id: office.units[0], medium: 'website', name: '门户' },
  })
  await as(office.officer('office.handler'))(exportAssets)
  for (const other of [office.member(0), office.officer('security'), office.officer('inspector')]) {
    for (const operation of [exportUnits, exportAssets]) {
      t.equal((await as(other)(operation)).code, 'ROLE_NOT_ALLOWED')
    }
  }
  const told = await events()
  t.strictSame(
    told.map(({ person_id, about, detail }) => [person_id, about, detail]),
    [
      [
        office.officer('office.handler').person_id,
        office.office_id,
        { register: 'asset', rows: 1 },
      ],
      [office.officer('admin').person_id, office.office_id, { register: 'unit', rows: 2 }],
    ],
    'the newest first, and none of what was refused',
  )
  for (const event of told) {
    t.match(event, { kind: 'register_exported', result: 'done', address: '127.0.0.1' })
    t.ok(Math.abs(Date.parse(event.at) - Date.now()) < 60_000, 'by the real clock')
  }
})
