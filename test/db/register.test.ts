import t from 'tap'
import { v7 } from 'uuid'
import {
  type Asset,
  findAsset,
  insertAssets,
  listAssets,
  updateAssets,
} from '../../src/db/asset.js'
import { evidenceByHash, findEvidence, insertEvidence, knownHashes } from '../../src/db/evidence.js'
import { knownReferences } from '../../src/db/known.js'
import {
  findMembership,
  listMemberships,
  roleHolders,
  updateMemberships,
} from '../../src/db/membership.js'
import { findPerson, insertPeople, listPeople, updatePeople } from '../../src/db/person.js'
import { findSignedPaper, insertSignedPaper } from '../../src/db/signed-paper.js'
import { transaction } from '../../src/db/transaction.js'
import { findUnit, insertUnits, listUnits, type Unit, updateUnits } from '../../src/db/unit.js'
import { plusDays } from '../../src/domain/instant.js'
import { heldIn } from '../../src/domain/situation.js'
import { AT, DAY, seedFindings, seedOffice } from './seed.js'
import { as, office } from './support.js'

t.test('units form a tree of unique names', async (t) => {
  const { api, migrate, seed } = await office(t)
  const clerk = { office: seed.office, scope: 'office' } as const
  const parent: Unit = {
    id: v7(),
    office_id: seed.office,
    parent_id: null,
    name: '局',
    aliases: ['该局'],
    mailbox: 'a@b.test',
    office_head: { name: '李主任', address: 'head@b.test' },
    reads_below: false,
    status: 'open',
  }
  const child = { ...parent, id: v7(), parent_id: parent.id, name: '科' }
  await as(api, clerk, async (tx) => {
    await insertUnits(tx, [child, parent])
    t.same(await findUnit(tx, child.id), child)
    t.equal(await updateUnits(tx, [{ ...child, name: '处', status: 'closed' }]), 1)
    t.match(await findUnit(tx, child.id), { name: '处', status: 'closed' })
    t.equal(await updateUnits(tx, [{ ...child, id: v7() }]), 0)
    t.equal((await listUnits(tx, seed.office)).length, 4)
  })
  await t.rejects(
    as(api, clerk, (tx) => insertUnits(tx, [{ ...child, id: v7(), name: '局' }])),
    { code: 'UNIQUE', constraint: 'unit_office_id_name_key' },
  )
  const other = await transaction(migrate, (tx) => seedOffice(tx))
  await t.rejects(
    as(api, clerk, (tx) => insertUnits(tx, [{ ...child, id: v7(), parent_id: other.units[0] }])),
    { code: 'FOREIGN_KEY' },
  )
})

t.test('people may have no login, and a login is one person’s', async (t) => {
  const { api, migrate, seed } = await office(t)
  const clerk = { office: seed.office, scope: 'office' } as const
  const signer = {
    id: v7(),
    office_id: seed.office,
    name: '局长',
    email: null,
    phone: null,
    issuer: null,
    subject: null,
    status: 'active',
  } as const
  await as(api, clerk, async (tx) => {
    await insertPeople(tx, [signer, { ...signer, id: v7() }])
    t.same(await findPerson(tx, signer.id), signer)
    t.equal(await updatePeople(tx, [{ ...signer, phone: '12345' }]), 1)
    t.equal((await listPeople(tx, seed.office)).length, 5)
  })
  const login = { issuer: 'https://issuer.test', subject: 'subject-1' }
  await t.rejects(
    transaction(migrate, (tx) => updatePeople(tx, [{ ...signer, ...login }])),
    { code: 'UNIQUE' },
  )
})

t.test('role holders are those of the day', async (t) => {
  const { worker, migrate, seed } = await office(t)
  const wanted = {
    office_id: seed.office,
    roles: ['unit.reporter', 'office.handler'],
    unit_ids: [seed.units[0]],
    on: DAY,
  } as const
  const names = async (on = DAY) =>
    (await roleHolders(worker, { ...wanted, on })).map(({ name }) => name)
  t.same((await names()).toSorted(), ['人员1', '人员2'])
  t.same(await names(plusDays(DAY, -1)), [])
  const [first] = (await listMemberships(worker, seed.office)).filter(
    ({ unit_id }) => unit_id === seed.units[0],
  )
  if (!first) throw new Error('no membership')
  t.equal(await updateMemberships(migrate, [{ ...first, until_on: plusDays(DAY, 2) }]), 1)
  t.match(await findMembership(worker, first.id), { until_on: plusDays(DAY, 2) })
  t.same((await names(plusDays(DAY, 2))).toSorted(), ['人员1', '人员2'], 'the last day counts')
  t.same(await names(plusDays(DAY, 3)), ['人员1'])
})

t.test('assets, signed papers and files come back as entered', async (t) => {
  const { api, seed } = await office(t)
  const [unit, other] = seed.units
  const [person] = seed.people.reporters
  const asset = {
    id: v7(),
    office_id: seed.office,
    unit_id: unit,
    operating_unit_id: other,
    medium: 'new-media',
    name: '公众号',
    aliases: ['微政务'],
    platform: '微信',
    url: null,
    status: 'open',
  } satisfies Asset
  const file = {
    id: v7(),
    office_id: seed.office,
    unit_id: unit,
    sha256: 'a'.repeat(64),
    size: 2 ** 40,
    type: 'image/png',
    name: '截图.png',
    captured_on: DAY,
    uploaded_by: person,
    service_account_id: null,
    uploaded_at: AT,
    masked: true,
    metadata: null,
    scan_state: 'unscanned',
  } as const
  const paper = {
    id: v7(),
    office_id: seed.office,
    unit_id: unit,
    signer_id: person,
    signed_on: DAY,
    paper_number: '〔2022〕5号',
    evidence_id: file.id,
    entered_by: seed.people.handler,
    created_at: AT,
  }
  await as(api, { office: seed.office, scope: 'system' }, async (tx) => {
    await insertAssets(tx, [asset])
    t.same(await findAsset(tx, asset.id), asset)
    t.equal(await updateAssets(tx, [{ ...asset, status: 'closed' }]), 1)
    t.match(await listAssets(tx, seed.office), [{ status: 'closed' }])
    await insertEvidence(tx, file)
    await insertEvidence(tx, { ...file, id: v7() })
    t.same(await findEvidence(tx, file.id), file)
    t.same(await evidenceByHash(tx, seed.office, [file.sha256, 'b'.repeat(64)]), [file])
    t.same(await knownHashes(tx, [file.sha256, 'b'.repeat(64)]), new Set([file.sha256]))
    await insertSignedPaper(tx, paper)
    t.same(await findSignedPaper(tx, paper.id), paper)
  })
  const operator = { office: seed.office, scope: 'unit', units: [other] } as const
  await as(api, operator, async (tx) => {
    t.match(await findAsset(tx, asset.id), { name: '公众号' }, 'who operates it sees it')
    t.equal(await findEvidence(tx, file.id), null)
    t.equal(await findSignedPaper(tx, paper.id), null)
  })
})

t.test('what a command refers to must exist, be alive and concern its finding', async (t) => {
  const { api, migrate, seed } = await office(t)
  const [unit, other] = seed.units
  const [reporter, stranger] = seed.people.reporters
  const [section, closed] = [v7(), v7()]
  const below = {
    office_id: seed.office,
    parent_id: unit,
    aliases: [],
    mailbox: null,
    office_head: null,
  }
  await insertUnits(migrate, [
    { ...below, id: section, name: '科室', status: 'open' },
    { ...below, id: closed, name: '撤销的科室', status: 'closed' },
  ])
  const [own, theirs, offices] = ['c', 'd', 'e'].map((digit) => digit.repeat(64))
  const kept = { office_id: seed.office, size: 1, type: 'a', name: 'b', captured_on: null } as const
  for (const [sha256 = '', unit_id] of [
    [own, unit],
    [theirs, other],
    [offices, null],
  ] as const) {
    const uploaded = {
      uploaded_by: reporter,
      service_account_id: null,
      uploaded_at: AT,
      masked: true,
      metadata: null,
      scan_state: 'unscanned',
    } as const
    await insertEvidence(migrate, { ...kept, ...uploaded, id: v7(), unit_id, sha256 })
  }
  const [finding] = await seedFindings(migrate, seed, [{ unit_id: unit }])
  const named = {
    people: [reporter, stranger, seed.people.handler, v7()],
    units: [unit, section, closed, other],
    assets: [v7()],
    others: [],
    events: [],
    evidence: [own ?? '', theirs ?? '', offices ?? '', 'f'.repeat(64)],
  }
  const ask = (by_office: boolean, files_of: readonly string[] | null = null) =>
    as(api, { office: seed.office, scope: 'system' }, (tx) =>
      knownReferences(tx, { finding_id: finding?.finding.id ?? '', by_office, files_of }, named),
    )
  const person = heldIn(reporter, unit)
  t.same(await ask(false), new Set([person, section, own]))
  t.same(await ask(true), new Set([person, section, own, offices]))
})
