import t from 'tap'
import { v7 } from 'uuid'
import { statement } from '../../src/db/handle.js'
import { insertUnits } from '../../src/db/unit.js'
import { dateOf } from '../../src/domain/instant.js'
import { issue, lineFor, send } from '../helpers/case.js'
import { scene } from './scene.js'

const HEAD = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-30') }
const SECTION = 'section@example.com'

t.test('what a unit passes on has its own mails: at once, and before the inner due', async (t) => {
  const { office, day } = await scene(t)
  const [unit = ''] = office.units
  const section = v7()
  const of = {
    office_id: office.office_id,
    mailbox: SECTION,
    office_head: null,
    status: 'open',
  } as const
  await insertUnits(office.owner, [
    { ...of, id: section, name: '一科', parent_id: unit, aliases: [] },
  ])
  const lines = [lineFor(unit), lineFor(unit, { handling: 'sensitive' })]
  const { findings } = await issue(office, lines, HEAD)
  await day('09-08 11:00')

  await day('09-09 09:30')
  const inner_due = dateOf('2022-09-20')
  for (const id of findings) {
    const passed = { name: 'delegate', unit_id: section, inner_due } as const
    t.equal((await send(office, office.member(0), id, passed)).code, null)
  }
  const told = (await day('09-09 10:30')).filter(({ to }) => to === SECTION)
  t.equal(told.length, 1)
  t.match(told[0]?.subject, '转办1项、敏感事项1项')
  t.match(told[0]?.text, /由测试单位1转办[^]*内部时限：2022年9月20日/)

  const reminded = (await day('09-15 09:30')).filter(({ to }) => to === SECTION)
  t.equal(reminded.length, 1, 'three working days before, with both findings')
  t.match(reminded[0]?.text, '内部时限：2022年9月20日')

  // Taken back before the next reminder is put into words: the section hears no more of it.
  await day('09-16 15:00')
  for (const id of findings) {
    const person_id = office.member(0, 'unit.signatory').person_id
    const back = { name: 'delegate', person_id, inner_due } as const
    t.equal((await send(office, office.member(0), id, back)).code, null)
  }
  const later = await day('09-19 09:30')
  t.notOk(later.some(({ to }) => to === SECTION))
  const own = later.find(({ to }) => to === 'unit1@example.com')
  t.match(own?.text, /承办人：unit\.signatory[^]*内部时限/)
  t.notMatch(own?.text, '由测试单位1转办')
  const person = `${office.member(0, 'unit.signatory').person_id}@example.com`
  const theirs = later.filter(({ to }) => to === person)
  t.equal(theirs.length, 1, 'who is no reporter has a mail of their own')
  t.match(theirs[0]?.subject, /：转办1项、敏感事项1项$/)
  t.match(own?.subject, '转办1项', 'as part of what the unit is told')

  const left = statement<never>('update membership set until_on = $2 where person_id = $1')
  await office.owner.run(left(office.member(0, 'unit.signatory').person_id, '2022-09-19'))
  const gone = await day('09-20 09:30')
  t.notOk(
    gone.some(({ to }) => to === person),
    'who has left the unit hears no more of it',
  )
  t.match(gone.find(({ to }) => to === 'unit1@example.com')?.subject, '转办1项')
})
