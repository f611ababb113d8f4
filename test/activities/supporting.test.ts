import t from 'tap'
import { dateOf } from '../../src/domain/instant.js'
import { issue, lineFor, send } from '../helpers/case.js'
import { boxes, scene, toUnit } from './scene.js'

const HEAD = { issued_on: dateOf('2022-09-08'), due: dateOf('2022-09-30') }

t.test('a unit that helps has mails of its own until it is done', async (t) => {
  const { office, day } = await scene(t)
  const [lead = '', helper = ''] = office.units
  const lines = [
    lineFor(lead, { supporting_unit_ids: [helper] }),
    lineFor(lead, { handling: 'sensitive', supporting_unit_ids: [helper] }),
  ]
  const { findings } = await issue(office, lines, HEAD)
  const asked = await day('09-08 11:00')
  t.strictSame(boxes(asked), ['unit1@example.com', 'unit2@example.com'])
  t.match(toUnit(asked, 2).subject, '协办1项、敏感事项1项')
  t.match(toUnit(asked, 2).text, /牵头单位：测试单位1[^]*协办时限：2022年9月28日/)
  t.notMatch(toUnit(asked, 1).text, '协办')

  const [open = '', sensitive = ''] = findings
  const contribute = { name: 'contribute', text: '已报送全部数据', done: true } as const
  await day('09-15 14:00')
  t.equal((await send(office, office.member(1), open, contribute)).code, null)
  const told = await day('09-16 09:30')
  t.match(toUnit(told, 1).text, /协办单位已完成协办[^]*测试单位2：已报送全部数据/)
  t.notOk(boxes(told).includes('unit2@example.com'))

  const reminded = await day('09-23 09:30')
  t.match(toUnit(reminded, 2).subject, /敏感事项1项$/, 'what it has done is not asked again')

  await day('09-23 14:00')
  const released = { name: 'name_supporting', unit_ids: [] } as const
  const reviewer = office.officer('office.reviewer')
  for (const id of findings) t.equal((await send(office, reviewer, id, released)).code, null)
  const ended = toUnit(await day('09-23 15:00'), 2)
  t.match(ended.text, /不再由你单位协办[^]*栏目/)
  t.notMatch(ended.text, '责任单位已调整')
  t.notOk(boxes(await day('09-28 09:30')).includes('unit2@example.com'))
  await t.rejects(send(office, office.member(1), sensitive, contribute), { code: 'NOT_FOUND' })
})
