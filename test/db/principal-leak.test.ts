import { sql } from 'kysely'
import t from 'tap'
import { v7 } from 'uuid'
import { transaction } from '../../src/db/transaction.js'
import { seedFindings, seedOffice } from './seed.js'
import { as, office } from './support.js'

const WHO = sql<{ office: string | null; scope: string | null; units: string[] | null }>`
  select app_office() as office, app_scope() as scope, app_units() as units`
const NOBODY = { office: null, scope: null, units: null }
const UNITS = sql<{ unit: string }>`select distinct unit_id as unit from finding`

t.test(
  'S13 1,000 interleaved principals on few connections, none sees another’s rows',
  async (t) => {
    const { migrate, seed, open } = await office(t)
    const api = open('zhenggai_api', 3)
    const other = await transaction(migrate, (tx) => seedOffice(tx))
    for (const { office: id, ...of } of [seed, other]) {
      const rows = of.units.map((unit_id) => ({ unit_id }))
      await transaction(migrate, (tx) => seedFindings(tx, { ...of, office: id }, rows))
    }
    const people = [seed, other].flatMap(({ office: id, units }) =>
      units.map((unit) => ({ office: id, scope: 'unit', units: [unit] }) as const),
    )
    let wrong = 0
    const visit = async (turn: number) => {
      const who = people[turn % people.length]
      if (!who) return
      if (turn % 5 === 0) {
        const [bare] = await api.run(WHO)
        if (JSON.stringify(bare) !== JSON.stringify(NOBODY)) wrong += 1
        if ((await api.run(UNITS)).length > 0) wrong += 1
      }
      const seen = as(api, who, async (tx) => {
        const rows = await tx.run(UNITS)
        // Some leave by an error and some by a statement that fails: what they set must leave with them.
        if (turn % 7 === 0) throw new Error('leaves early')
        if (turn % 11 === 0) await tx.run(sql`select 1 / 0`)
        return rows
      })
      const rows = await seen.catch(() => null)
      if (rows && JSON.stringify(rows) !== JSON.stringify([{ unit: who.units[0] }])) wrong += 1
    }
    const visitor = async (number: number) => {
      for (let turn = number; turn < 1_000; turn += 50) await visit(turn)
    }
    await Promise.all(Array.from({ length: 50 }, (_, number) => visitor(number)))
    t.equal(wrong, 0)
    t.same(await api.run(WHO), [NOBODY])
  },
)

t.test('a principal is set as values, whatever they look like', async (t) => {
  const { api, seed } = await office(t)
  const evil = `x', true), set_config('app.scope', 'office', true) --`
  await as(api, { office: seed.office, scope: 'unit', units: [v7()], person: v7() }, async (tx) => {
    t.match(await tx.run(WHO), [{ office: seed.office, scope: 'unit' }])
  })
  await t.rejects(
    as(api, { office: evil, scope: 'unit' }, (tx) => tx.run(UNITS)),
    { code: 'UNFIT_VALUE' },
  )
})
