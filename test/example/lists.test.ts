import { readFileSync } from 'node:fs'
import t from 'tap'
import { registerOf } from '../../src/example/register.js'
import { ASSETS, PEOPLE, UNITS } from '../../src/office/lists.js'
import { EXAMPLE } from '../helpers/seeds.js'

const bytes = (name: string) => readFileSync(new URL(`../../example/${name}`, import.meta.url))
const register = registerOf(EXAMPLE)

function rows<Row>(read: { rows: Row[] } | { complaints: string[] }): Row[] {
  if ('complaints' in read) throw new Error(read.complaints.join('\n'))
  return read.rows
}

t.test('the example’s lists hold the register its notice needs', async (t) => {
  const units = rows(UNITS.read(bytes('units.csv')))
  for (const { name, office_head } of register.units) {
    const [unit] = units.filter((one) => one.name === name)
    t.strictSame(unit?.office_head, office_head, name)
  }
  t.ok(
    units.some((unit) => unit.office_head !== null),
    'who is written to at the first rung',
  )
  t.ok(
    units.some((unit) => unit.parent !== null),
    'and show how a tree is written',
  )

  const people = rows(PEOPLE.read(bytes('people.csv')))
  t.same(
    people.map(({ name, role, unit, subject }) => ({ name, role, unit, subject })),
    register.people
      .filter(({ role }) => role !== 'admin')
      .map(({ name, role, unit, subject }) => ({ name, role, unit, subject })),
  )

  const assets = rows(ASSETS.read(bytes('assets.csv')))
  t.same(
    assets.map(({ unit, medium, name, platform }) => ({ unit, medium, name, platform })),
    register.assets.map(({ unit, medium, name, platform }) => ({ unit, medium, name, platform })),
  )
})
