import t from 'tap'
import { v7 } from 'uuid'
import { statement } from '../../src/db/handle.js'
import { answer, evidenceOf, issue, lineFor, send } from '../helpers/case.js'
import { boxes, ISSUED, scene, toUnit } from './scene.js'
import { act, SLIPS } from './slips.js'

t.test(
  'six overdue findings wait as one slip, and leave as one with what was tried before',
  async (t) => {
    const { office, day } = await scene(t)
    const [a = ''] = office.units
    const { findings } = await issue(
      office,
      Array.from({ length: 6 }, () => lineFor(a)),
      ISSUED,
    )
    await day()
    const handler = office.officer('office.handler')
    for (const wall of ['09-09 09:00', '09-13 09:00', '09-14 09:00']) await day(wall)
    const first_rung = await day('09-15 09:00')
    t.match(toUnit(first_rung, 1).text, /已逾期/, 'the first rung reminds the unit')
    const of_unit = (role: 'unit.reporter' | 'unit.signatory') =>
      `${office.member(0, role).person_id}@example.com`
    t.ok(
      first_rung.some(({ to }) => to === of_unit('unit.reporter')),
      'its reporter',
    )
    t.notOk(
      first_rung.some(({ to }) => to === of_unit('unit.signatory')),
      'and never its principal',
    )
    for (const id of findings) {
      const call = { name: 'record_contact', whom: '王主任', words: '答应本周内反馈' } as const
      t.equal((await send(office, handler, id, call)).status, 200)
    }
    await day('09-16 09:00')
    const waits = await day('09-19 09:00')
    const reviewer = waits.find(({ subject }) => subject.includes('整改待办'))
    t.match(reviewer?.subject, /待签发1份$/)
    t.match(reviewer?.text, /测试单位1 催办单.*涉及问题6项，2022年9月19日拟稿/s)
    const [slip] = await office.owner.run(SLIPS())
    t.match(slip, { rung: 2, findings: 6 })

    await act(office, slip?.id ?? '', { name: 'issue', number: '〔2022〕3号' })
    const served = toUnit(await day('09-19 09:10'), 1)
    t.match(served.subject, /测试单位1：催办单1份$/)
    t.match(served.text, /催办单〔2022〕3号/)
    t.match(served.text, /2022年9月15日 电话沟通（王主任）/)
    t.notMatch(served.text, /答应本周内反馈/, 'what the office noted stays inside')
    t.match(served.text, /2022年9月15日 逾期提醒/)
    t.equal(served.text.match(/电话沟通/g)?.length, 1, 'one line for one call about six findings')
    t.notMatch(served.text, /已逾期（/, 'the digest is the morning’s')

    await act(office, slip?.id ?? '', { name: 'withdraw', reason: '编号有误' })
    const withdrawn = toUnit(await day('09-19 09:30'), 1)
    t.match(withdrawn.text, /催办单〔2022〕3号已撤回/)
    t.match(withdrawn.text, /编号有误/)
  },
)

t.test(
  'a unit is asked in words whether it would take a finding, and the office reads its view',
  async (t) => {
    const { office, day } = await scene(t)
    const [a = '', b = ''] = office.units
    const { findings } = await issue(office, [lineFor(a)], ISSUED)
    const [id = ''] = findings
    await day()
    await day('09-09 09:00')
    const ids = { request_id: v7(), unit_id: b } as const
    const asked = { name: 'request_transfer', ...ids, grounds: '栏目由其主管' } as const
    t.equal((await send(office, office.member(0, 'unit.signatory'), id, asked)).code, null)
    const mail = toUnit(await day('09-09 09:10'), 2)
    t.match(mail.subject, /征求承接意见1项/)
    t.match(mail.text, /拟调整由你单位承接，征求意见/)
    t.match(mail.text, /“工作动态”栏目超过14天未更新/)
    t.match(mail.text, /申请单位：测试单位1；理由：栏目由其主管/)
    t.match(mail.text, /请于2022年9月13日前反馈是否承接/, 'a working day, over the holiday')
    t.notMatch(mail.text, /时限：/, 'which is not its own')
    const waits = (await day('09-13 09:00')).find(({ text }) => text.includes('申请待审批1件'))
    t.match(waits?.text, /申请调整责任单位至测试单位2（尚未反馈意见）/)
    const missed = (await day('09-15 09:00')).find(({ text }) => text.includes('申请待审批1件'))
    t.match(missed?.text, /申请调整责任单位至测试单位2（逾期未反馈意见，可直接审批）/)
  },
)

t.test('of a finding passed on since, a slip says no more than that', async (t) => {
  const { office, day } = await scene(t)
  const [a = '', b = ''] = office.units
  const { findings } = await issue(office, [lineFor(a), lineFor(a)], ISSUED)
  const [id = ''] = findings
  for (const wall of ['09-08 10:00', '09-09 09:00', '09-13 09:00', '09-15 09:00']) await day(wall)
  const handler = office.officer('office.handler')
  const call = { name: 'record_contact', whom: '王主任', words: '不归我们' } as const
  await send(office, handler, id, call)
  await day('09-19 09:00')
  const [slip] = await office.owner.run(SLIPS())
  await act(office, slip?.id ?? '', { name: 'issue', number: '〔2022〕4号' })
  const moved = { name: 'reassign', unit_id: b, reason: '由其主管' } as const
  t.equal((await send(office, office.officer('office.reviewer'), id, moved)).code, null)
  const problem = '新单位才知道的内容'
  const corrected = { name: 'correct', fields: { problem }, reason: '更正' } as const
  t.equal((await send(office, handler, id, corrected)).code, null)
  const mails = await day('09-19 09:10')
  const former = toUnit(mails, 1)
  t.match(former.text, /催办单〔2022〕4号/)
  t.match(former.text, /责任单位已调整，内容见原通报/)
  t.match(former.text, /责任单位调整，不再由你单位整改/)
  t.notMatch(former.text, new RegExp(problem), 'nor what was corrected since')
  t.match(toUnit(mails, 2).text, new RegExp(problem))
  for (const wall of ['09-20 09:00', '10-10 09:00', '10-20 09:00']) await day(wall)
  const slips = await office.owner.run(SLIPS())
  t.ok(slips.length > 1, 'the new unit has its own')
})

t.test('what the office decides reaches the unit in its own words', async (t) => {
  const { office, day } = await scene(t)
  const [a = ''] = office.units
  const { findings } = await issue(office, [lineFor(a), lineFor(a), lineFor(a)], ISSUED)
  const [first = '', second = '', third = ''] = findings
  await day()
  await day('09-09 09:00')
  const [handler, leader, reporter] = [
    office.officer('office.handler'),
    office.officer('office.leader'),
    office.member(0),
  ]
  const correct = {
    name: 'correct',
    reason: '笔误',
    fields: { problem: '栏目超过20天未更新', severity: 'major' },
  } as const
  t.equal((await send(office, leader, first, correct)).status, 200)
  const withdraw = { name: 'withdraw', reason_code: 'false_alarm', grounds: '系统误报' } as const
  t.equal((await send(office, leader, second, withdraw)).status, 200)
  const note = { name: 'comment', text: '请同步检查其他栏目', audience: 'unit' } as const
  t.equal((await send(office, handler, third, note)).status, 200)
  const proof = [await evidenceOf(office, 0)]
  const register = {
    name: 'register_response',
    ...answer('2022-09-08', proof),
    received_on: ISSUED.issued_on,
  } as const
  t.equal((await send(office, handler, third, register)).status, 200)
  const asked = { name: 'comment', text: '请问截图格式', audience: 'unit' } as const
  t.equal((await send(office, reporter, first, asked)).status, 200)

  const mail = toUnit(await day('09-09 09:10'), 1)
  t.match(mail.subject, /更正1项、代录反馈1项、撤销1项、沟通记录1项$/)
  t.match(mail.text, /问题描述：由“通报原文”更正为“栏目超过20天未更新”/)
  t.match(mail.text, /问题等级：由“.+”更正为“.+”/)
  t.match(mail.text, /误报。系统误报/)
  t.match(mail.text, /收到日期：2022年9月8日.*按时反馈/s)
  t.match(mail.text, /请同步检查其他栏目/)
  t.notMatch(mail.text, /请问截图格式/, 'what the unit itself wrote is not told to it')

  const morning = await day('09-13 09:00')
  const office_mail = morning.find(({ subject }) => subject.includes('整改待办'))
  t.match(office_mail?.text, /待初核1项/)
  t.match(office_mail?.text, /请问截图格式/)
})

t.test('the office hears when its own limits pass, and of slices nobody can prove', async (t) => {
  const { office, day } = await scene(t)
  await office.owner.run(statement(`update unit set mailbox = null where name = '测试单位2'`)())
  await office.owner.run(
    statement(`update person set email = null where id in
      (select person_id from membership where role like 'unit.%')`)(),
  )
  const [a = '', b = ''] = office.units
  const { findings } = await issue(office, [lineFor(a), lineFor(b)], ISSUED)
  await day()
  await day('09-09 09:00')
  const proof = [await evidenceOf(office, 0)]
  const respond = { name: 'respond', ...answer('2022-09-09', proof) } as const
  t.equal((await send(office, office.member(0), findings[0] ?? '', respond)).status, 200)
  const morning = await day('09-14 09:00')
  t.match(morning.map(({ text }) => text).join('\n'), /测试单位2.*无送达凭证，请电话核实并登记/s)
  const late = await day('09-16 09:00')
  const nagged = late.filter(({ subject }) => subject.includes('待初核1项'))
  t.equal(nagged.length, 1, 'the handler')
  t.match(nagged[0]?.text, /已等待4个工作日，已超过办理时限/)
  const later = await day('09-20 09:00')
  t.equal(later.filter(({ subject }) => subject.includes('待初核1项')).length, 1, 'then the leader')
  t.same(boxes(later).includes('unit2@example.com'), false)
})
