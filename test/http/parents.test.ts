import { sql } from 'kysely'
import t, { type Test } from 'tap'
import { commandOperations, findingOperations } from '../../src/contracts/findings/operations.js'
import { unitOperations } from '../../src/contracts/register/units.js'
import { serviceAccountOperations } from '../../src/contracts/service-accounts.js'
import { sqlb } from '../../src/db/handle.js'
import { setPrincipal, unitsRead } from '../../src/db/principal.js'
import { transaction } from '../../src/db/transaction.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { bearing, FULL } from './machines.js'
import { issuedFindings, line, MONDAY } from './notice.js'
import { testServer } from './support.js'

/** The second unit below the first, which the office lets read what is below. */
async function scene(t: Test) {
  const server = await testServer(t, { units: 3, clock: instantOf(MONDAY) })
  const { office, as } = server
  const [above = '', below = ''] = office.units
  const admin = as(office.officer('admin'))
  const change = async (id: string, body: object) => {
    const { etag } = await admin(unitOperations.read, { params: { id } })
    return admin(unitOperations.change, { params: { id }, if_match: etag, body })
  }
  await change(below, { parent_id: above })
  const findings = office.units.map((unit) => line(unit))
  const issued = await issuedFindings(server, { findings })
  const listed = async (unit: number) =>
    (await as(office.member(unit))(findingOperations.listFindings)).body.items.map(
      ({ unit_id }) => unit_id,
    )
  return { server, office, as, above, below, change, listed, findings: issued.findings }
}

t.test(
  'S11 a unit reads what is below it while the office says so, and does nothing',
  async (t) => {
    const { server, office, as, above, below, change, listed, findings } = await scene(t)
    t.strictSame(await listed(0), [above], 'not unless it is said')
    const told = await change(above, { reads_below: true })
    t.equal(told.body.reads_below, true, told.text)
    t.strictSame(new Set(await listed(0)), new Set([above, below]))
    t.strictSame(await listed(1), [below], 'not the other way round')

    const reporter = as(office.member(0))
    const only = await reporter(findingOperations.listFindings, { query: { unit: below } })
    t.equal(only.body.items.length, 1)
    const params = { id: findings[1] ?? '' }
    const seen = await reporter(findingOperations.getFinding, { params })
    t.equal(seen.status, 200, seen.text)
    t.notOk(
      seen.body.allowed_actions.some(({ allowed }) => allowed),
      'nothing is theirs to do',
    )
    const remark = { params, if_match: seen.etag, body: { text: '已阅' } }
    t.equal((await reporter(commandOperations.comment, remark)).status, 404)

    const security = as(office.officer('security'))
    const body = { kind: 'portal', name: '上级门户', unit_id: above, ...FULL }
    const made = await security(serviceAccountOperations.createServiceAccount, { body })
    const portal = bearing(server, made.body.key, office.member(0).person_id)
    const through = await portal(findingOperations.listFindings)
    t.equal(through.body.items.length, 1, 'a portal is its own unit’s alone')

    await change(above, { reads_below: false })
    t.strictSame(await listed(0), [above], 'and no longer')
    t.equal((await reporter(findingOperations.getFinding, { params })).status, 404)
  },
)

t.test(
  'S12 the database says what is below, to whom, and only where nothing is written',
  async (t) => {
    const { office, above, below, change } = await scene(t)
    await change(above, { reads_below: true })
    const { person_id } = office.member(0)
    const reader = {
      office_id: office.office_id,
      scope: 'unit',
      units: [above],
      below: true,
    } as const
    const read = (person: string, snapshot = true) =>
      transaction(
        office.api.pool,
        async (tx) => {
          await setPrincipal(tx, { ...reader, person_id: person })
          return unitsRead(tx)
        },
        { snapshot },
      )
    t.strictSame(await read(person_id), [above, below])
    t.strictSame(await read(person_id, false), [above], 'where something could be written')
    t.strictSame(await read(office.member(2).person_id), [above], 'who is not of the unit')
    const write = transaction(
      office.api.pool,
      async (tx) => {
        await setPrincipal(tx, { ...reader, person_id })
        await tx.run(sql`update finding set problem = '无' where unit_id = ${below}`)
      },
      { snapshot: true },
    )
    await t.rejects(write, { code: '25006' })
    const left = sqlb
      .updateTable('membership')
      .set({ from_on: dateOf('2000-01-01'), until_on: dateOf('2001-01-01') })
    await office.owner.run(left.where('person_id', '=', person_id))
    t.strictSame(await read(person_id), [above], 'who has left')
  },
)
