import t from 'tap'
import { importAssets } from '../../src/commands/register/import-assets.js'
import { importPeople } from '../../src/commands/register/import-people.js'
import { importUnits, type UnitRow } from '../../src/commands/register/import-units.js'
import type { PersonRow } from '../../src/commands/register/people-plan.js'
import { listAssets } from '../../src/db/asset.js'
import { sqlb } from '../../src/db/handle.js'
import { listMemberships } from '../../src/db/membership.js'
import { listPeople } from '../../src/db/person.js'
import { principalOf } from '../../src/db/principal.js'
import { listUnits } from '../../src/db/unit.js'
import { UNITS } from '../../src/office/lists.js'
import { type TestOffice, testOffice } from '../helpers/office.js'

const unit = (line: number, name: string, parent: string | null = null): UnitRow => {
  return { line, name, parent, aliases: [], mailbox: null, office_head: null }
}
const person = (line: number, name: string, more: Partial<PersonRow>): PersonRow => {
  const nothing = { email: null, phone: null, subject: null, unit: null, from_on: null }
  return { line, name, role: 'office.handler', ...nothing, ...more }
}

/** The migration role's way in, as `npm run office` has it. */
function placeOf({ owner, api, office_id }: TestOffice) {
  return { deps: { pool: owner, newId: api.newId }, office_id, owner, api }
}

t.test('units come in as a tree, are changed, and the second time nothing happens', async (t) => {
  const { deps, office_id, owner } = placeOf(await testOffice(t, { units: 1 }))
  const rows = [
    { ...unit(2, '市教育局', '政府'), mailbox: 'jyj@example.com' },
    { ...unit(3, '市政府'), aliases: ['政府'] },
    unit(4, '第一中学', '市教育局'),
  ]
  t.match(await importUnits(deps, office_id, rows), { added: 3, changed: 0, unchanged: 0 })
  t.match(await importUnits(deps, office_id, rows), { added: 0, changed: 0, unchanged: 3 })
  const units = await listUnits(owner, office_id)
  const of = (name: string) => units.find((one) => one.name === name)
  t.equal(of('市教育局')?.parent_id, of('市政府')?.id)
  t.equal(of('第一中学')?.parent_id, of('市教育局')?.id)
  const moved = [{ ...unit(2, '第一中学', '市政府'), aliases: ['一中'] }]
  t.match(await importUnits(deps, office_id, moved), { added: 0, changed: 1, unchanged: 0 })
  t.equal(units.length, 4, 'what a list does not name stays')
  const headed = (office_head: Required<UnitRow>['office_head']) =>
    importUnits(deps, office_id, [{ ...unit(2, '市政府'), aliases: ['政府'], office_head }])
  const head = { name: '李主任', address: 'li@example.com' }
  t.match(await headed(head), { changed: 1 })
  t.match(await headed(head), { unchanged: 1 })
  t.match(await headed({ ...head, address: 'new@example.com' }), { changed: 1 })
  const { office_head: _, ...silent } = { ...unit(2, '市政府'), aliases: ['政府'] }
  t.match(await importUnits(deps, office_id, [silent]), { unchanged: 1 }, 'a list without heads')
  const others = [
    { ...silent, mailbox: 'zf@example.com' },
    { ...silent, name: '第二中学', aliases: [] },
  ]
  t.match(await importUnits(deps, office_id, others), { added: 1, changed: 1 })
  const heads = new Map(
    (await listUnits(owner, office_id)).map((one) => [one.name, one.office_head]),
  )
  t.strictSame(heads.get('市政府'), { ...head, address: 'new@example.com' })
  t.strictSame(heads.get('第二中学'), null)
  t.match(await headed(null), { changed: 1 })
})

t.test('columns a list of units does not have change nothing; an empty cell clears', async (t) => {
  const { deps, office_id, owner } = placeOf(await testOffice(t, { units: 1 }))
  const bring = (text: string) => {
    const found = UNITS.read(Buffer.from(text))
    if ('complaints' in found) throw new Error(found.complaints.join('\n'))
    return importUnits(deps, office_id, found.rows)
  }
  const head = '名称,上级单位,别名,公共邮箱,办公室负责人,办公室负责人邮箱'
  await bring(`${head}\n甲局,测试单位1,甲、小甲,jia@example.com,李主任,li@example.com`)
  const only = async () => (await listUnits(owner, office_id)).find(({ name }) => name === '甲局')
  const before = await only()
  t.match(before, { aliases: ['甲', '小甲'], mailbox: 'jia@example.com', parent_id: /./ })
  t.match(await bring('名称\n甲局'), { changed: 0, unchanged: 1 })
  t.match(await bring('名称,状态\n甲局,已关停\n乙局,'), { added: 1, changed: 1 })
  t.strictSame(await only(), { ...before, status: 'closed' })
  const cleared = { parent_id: null, aliases: [], mailbox: null }
  t.match(await bring('名称,上级单位,别名,公共邮箱\n甲局,,,'), { changed: 1 })
  t.strictSame(await only(), { ...before, ...cleared, status: 'closed' })
  const below = await bring('名称,上级单位\n测试单位1,甲局')
  t.match(below, { changed: 1 })
  t.match(await bring('名称,上级单位\n甲局,测试单位1'), {
    problems: [{ line: 2, column: 'parent', fault: 'BELOW_ITSELF' }],
  })
})

t.test('a list of units with one bad line is refused whole', async (t) => {
  const { deps, office_id, owner } = placeOf(await testOffice(t, { units: 1 }))
  const before = await listUnits(owner, office_id)
  const report = await importUnits(deps, office_id, [
    unit(2, '甲'),
    unit(3, '甲'),
    unit(4, '乙', '没有的'),
    unit(5, '丙', '丁'),
    unit(6, '丁', '丙'),
    unit(7, '戊', '戊'),
    { ...unit(8, '己'), aliases: ['同名'] },
    { ...unit(9, '庚'), aliases: ['同名'] },
    unit(10, '辛', '同名'),
  ])
  const found = report.problems.map(({ line, column, fault }) => `${line} ${column} ${fault}`)
  t.same(found.toSorted(), [
    '10 parent AMBIGUOUS',
    '3 name TWICE',
    '4 parent UNKNOWN',
    '5 parent BELOW_ITSELF',
    '6 parent BELOW_ITSELF',
    '7 parent BELOW_ITSELF',
  ])
  t.same(await listUnits(owner, office_id), before)
  const nowhere = importUnits(deps, '0190b3d0-0000-7000-8000-000000000000', [])
  await t.rejects(nowhere, { name: 'CommandError', code: 'NOT_FOUND' })
})

t.test('people come in with their roles, one line each', async (t) => {
  const { deps, office_id, owner, api } = placeOf(await testOffice(t, { units: 1 }))
  const rows = [
    person(2, '王一', { subject: 'wang', role: 'unit.reporter', unit: '测试单位1' }),
    person(3, '王一', { subject: 'wang', role: 'office.handler' }),
    person(4, '赵局长', { role: 'unit.signatory', unit: '测试单位1', email: 'z@example.com' }),
  ]
  const first = await importPeople(deps, office_id, 'idp', rows)
  t.match(first, { added: 2, changed: 0, unchanged: 0, problems: [] })
  const again = await importPeople(deps, office_id, 'idp', rows)
  t.match(again, { added: 0, changed: 0, unchanged: 2 })
  const [known] = await principalOf(api.pool, 'idp', 'wang')
  t.same(
    known?.memberships.map(({ role }) => role),
    ['office.handler', 'unit.reporter'],
  )

  const more = [
    person(2, '王一一', { subject: 'wang', role: 'office.reviewer', phone: '12345' }),
    person(3, '赵局长', { role: 'auditor', email: 'z@example.com' }),
  ]
  t.match(await importPeople(deps, office_id, 'idp', more), { added: 0, changed: 2 })
  const people = await listPeople(owner, office_id)
  t.match(
    people.find(({ subject }) => subject === 'wang'),
    { name: '王一一', phone: '12345' },
  )
  const held = await listMemberships(owner, office_id)
  t.equal(held.filter(({ person_id }) => person_id === known?.person_id).length, 3)
})

t.test('a list of people with one bad line is refused whole', async (t) => {
  const { deps, office_id, owner } = placeOf(await testOffice(t, { units: 1 }))
  const before = await listPeople(owner, office_id)
  const report = await importPeople(deps, office_id, 'idp', [
    person(2, '甲', { subject: 'a' }),
    person(3, '乙', { role: 'unit.reporter' }),
    person(4, '丙', { role: 'admin', unit: '测试单位1' }),
    person(5, '丁', { role: 'unit.signatory', unit: '没有的' }),
    person(6, '甲', { subject: 'a', role: 'admin' }),
    person(7, '甲', { subject: 'a', role: 'auditor' }),
    person(8, '甲', { subject: 'a', role: 'security' }),
    person(9, '戊', { subject: 'e', role: 'security' }),
    person(10, '戊', { subject: 'e', role: 'office.handler' }),
    person(11, '戊', { subject: 'e', role: 'auditor' }),
  ])
  t.same(report.problems, [
    { line: 3, column: 'unit', fault: 'UNIT_NEEDED' },
    { line: 4, column: 'unit', fault: 'NO_UNIT' },
    { line: 5, column: 'unit', fault: 'UNKNOWN' },
    { line: 7, column: 'role', fault: 'DUTIES_APART' },
    { line: 8, column: 'role', fault: 'DUTIES_APART' },
    { line: 11, column: 'role', fault: 'DUTIES_APART' },
  ])
  t.same(await listPeople(owner, office_id), before)
})

t.test('who stands below whom, logs in and has a role by a list is recorded', async (t) => {
  const { deps, office_id, owner } = placeOf(await testOffice(t, { units: 1 }))
  let known = 0
  /** What was recorded since, of nobody and from nowhere. */
  const recorded = async () => {
    const columns = ['kind', 'about', 'detail', 'person_id', 'address', 'result'] as const
    const events = sqlb.selectFrom('security_event').select(columns).orderBy('at').orderBy('id')
    const all = await owner.run(events.where('office_id', '=', office_id))
    const fresh = all.slice(known)
    known = all.length
    for (const event of fresh) t.match(event, { person_id: null, address: null, result: 'done' })
    return fresh.map(({ kind, about, detail }) => [kind, about, detail])
  }
  const through = 'command_line'
  await importUnits(deps, office_id, [unit(2, '甲局'), unit(3, '甲科', '甲局')])
  t.strictSame(await recorded(), [], 'of a unit that is new there is nothing to be read yet')
  const moved = [unit(2, '甲科', '测试单位1')]
  await importUnits(deps, office_id, moved)
  await importUnits(deps, office_id, moved)
  await importUnits(deps, office_id, [unit(2, '甲科', '甲局'), unit(3, '乙科', '没有的')])
  const units = new Map((await listUnits(owner, office_id)).map(({ name, id }) => [name, id]))
  const reach = { parent_id: units.get('测试单位1'), reads_below: false, through }
  t.strictSame(await recorded(), [['reach_changed', units.get('甲科'), reach]], 'once')

  const people = [
    person(2, '王一', { subject: 'wang' }),
    person(3, '赵局长', { role: 'unit.signatory', unit: '甲局', email: 'z@example.com' }),
  ]
  await importPeople(deps, office_id, 'idp', people)
  await importPeople(deps, office_id, 'idp', people)
  await importPeople(deps, office_id, 'idp', [person(2, '王一', { subject: 'wang', phone: '1' })])
  await importPeople(deps, office_id, 'idp', [person(2, '李四', { role: 'unit.reporter' })])
  const ids = new Map((await listPeople(owner, office_id)).map(({ name, id }) => [name, id]))
  const wang = ids.get('王一')
  const held = await listMemberships(owner, office_id)
  const given = [wang, ids.get('赵局长')].map((one) => {
    const { id, person_id, unit_id, role, from_on, until_on } =
      held.find(({ person_id }) => person_id === one) ?? {}
    return ['role_given', id, { person_id, unit_id, role, from_on, until_on, through }]
  })
  const login = ['login_changed', wang, { status: 'active', may_log_in: true, through }]
  t.strictSame(await recorded(), [login, ...given], 'who signs on paper alone has no login')
})

t.test('assets come in under their units', async (t) => {
  const { deps, office_id, owner } = placeOf(await testOffice(t))
  const site = { medium: 'website', name: '门户', platform: null, url: null } as const
  const rows = [
    { line: 2, unit: '测试单位1', operating_unit: null, ...site },
    { line: 3, unit: '测试单位2', operating_unit: '测试单位1', ...site },
  ]
  t.match(await importAssets(deps, office_id, rows), { added: 2, changed: 0 })
  const changed = rows.map((row) => ({ ...row, url: 'https://www.example.com/' }))
  t.match(await importAssets(deps, office_id, changed.slice(1)), { added: 0, changed: 1 })
  t.match(await importAssets(deps, office_id, rows.slice(0, 1)), { unchanged: 1 })
  const unknown = { name: 'x', unit: '没有的' }
  const bad = [rows[0], { ...rows[0], line: 3 }, { ...rows[0], line: 4, ...unknown }]
  const report = await importAssets(deps, office_id, bad as typeof rows)
  t.same(
    report.problems.map(({ column, fault }) => `${column} ${fault}`),
    ['name TWICE', 'unit UNKNOWN'],
  )
  t.equal((await listAssets(owner, office_id)).length, 2)
})
