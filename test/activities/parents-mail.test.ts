import t from 'tap'
import { findFinding } from '../../src/db/finding.js'
import { sqlb } from '../../src/db/handle.js'
import { setPrincipal } from '../../src/db/principal.js'
import { transaction } from '../../src/db/transaction.js'
import { answer, evidenceOf, issue, lineFor, send } from '../helpers/case.js'
import { ISSUED, type Scene, scene } from './scene.js'
import type { TestMail } from './support.js'

const OWN = '甲栏目三个月没有更新'
const BELOW = '乙栏目打不开'

/** The second unit below the first, which reads what is below; the third stands by itself. */
async function family({ office }: Scene) {
  const [above = '', below = ''] = office.units
  const reads = sqlb.updateTable('unit').set({ reads_below: true }).where('id', '=', above)
  const stands = sqlb.updateTable('unit').set({ parent_id: above }).where('id', '=', below)
  await office.owner.run(reads)
  await office.owner.run(stands)
  /** Whether whoever answers for the upper unit reads a finding. */
  const seen = (id: string) =>
    transaction(
      office.api.pool,
      async (tx) => {
        await setPrincipal(tx, { ...office.member(0), below: true })
        return (await findFinding(tx, id)) !== null
      },
      { snapshot: true },
    )
  const people = (unit: number) => [
    `unit${unit + 1}@example.com`,
    ...(['unit.reporter', 'unit.signatory'] as const).map(
      (role) => `${office.member(unit, role).person_id}@example.com`,
    ),
  ]
  const to = (mails: readonly TestMail[], unit: number) =>
    mails.filter((mail) => people(unit).includes(mail.to))
  return { above, below, seen, to }
}

t.test(
  'a unit that reads what is below it gets no mail of it, whatever becomes of it',
  async (t) => {
    const played = await scene(t)
    const { office, day } = played
    const { below, seen, to } = await family(played)
    const { findings } = await issue(office, [lineFor(below, { problem: BELOW })], ISSUED)
    const [id = ''] = findings
    t.ok(await seen(id), 'it reads it')
    const quiet = (what: string, mails: readonly TestMail[]) => {
      t.ok(to(mails, 1).length > 0, `${what}: the unit itself is told`)
      t.strictSame(to(mails, 0), [], what)
      t.strictSame(to(mails, 2), [], what)
    }
    quiet('issued', await day())
    const handler = office.officer('office.handler')
    await send(office, handler, id, { name: 'comment', text: '请尽快整改', audience: 'unit' })
    quiet('said', await day('09-09 09:00'))
    quiet('reminded', await day('09-13 09:00'))
    quiet('overdue', await day('09-15 09:00'))
    const evidence = [await evidenceOf(office, 1)]
    const respond = { name: 'respond', ...answer('2022-09-15', evidence) } as const
    t.equal((await send(office, office.member(1), id, respond)).code, null)
    const points = [{ claim: '已更新', comment: '仍打不开' }]
    const returned = {
      name: 'return',
      kind: 'substantive',
      reasons: ['not_fixed'],
      points,
    } as const
    t.equal((await send(office, handler, id, returned)).code, null)
    quiet('returned', await day('09-16 09:00'))
  },
)

t.test('in the mail of what is its own nothing is said of what is below', async (t) => {
  const played = await scene(t)
  const { office, day } = played
  const { above, below, to } = await family(played)
  const lines = [lineFor(above, { problem: OWN }), lineFor(below, { problem: BELOW })]
  await issue(office, lines, ISSUED)
  for (const wall of [undefined, '09-13 09:00', '09-15 09:00']) {
    const mails = await day(wall)
    const [own, theirs] = [to(mails, 0), to(mails, 1)]
    t.ok(own.length > 0 && theirs.length > 0, `${wall}`)
    t.ok(own.every(({ text }) => text.includes(OWN) && !text.includes(BELOW)))
    t.ok(theirs.every(({ text }) => text.includes(BELOW) && !text.includes(OWN)))
  }
})
