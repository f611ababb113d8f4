import t from 'tap'
import { isWrittenBy } from '../../src/domain/reading/citizens.js'
import { isOver, isSettled, tellsNoFinding } from '../../src/domain/reading/no-findings.js'
import { readNotice } from '../../src/domain/reading/read-notice.js'

t.test('whole sentences that warn, suppose, ask or explain', async (t) => {
  for (const text of [
    '逾期未完成的,将按有关规定提请约谈。',
    '市一局账号已连续两月不达标,仍不更新的将建议关停。',
    '各单位自查中发现栏目不更新、留言不回复等问题的,立即整改。',
    '市一局连续两次被通报,需另作书面说明。',
    '表一中“√”表示存在该项问题。',
  ]) {
    t.ok(tellsNoFinding(text), text)
  }
  t.notOk(tellsNoFinding('市一局“一”栏目仍未更新。'))
  t.notOk(tellsNoFinding('市一局将“应当”误写为“因当”。'))
})

t.test('what is mended is none of this notice only where it looks back', async (t) => {
  const list = '市一局“一”栏目空白、市二局“二”栏目未更新等问题均已完成整改。'
  t.ok(isSettled(list, '上季度问题复查情况'))
  t.notOk(isSettled(list, '存在问题'), 'of this notice: mended already')
  t.ok(isSettled(`三季度通报的${list}`, ''))
  t.notOk(isSettled('上季度通报的市一局问题仍未整改,其余均已整改到位。', ''))
  t.ok(isOver('市一局账号去年曾因停更被通报,今年以来已实现每周更新。'))
  t.notOk(isOver('市一局账号去年曾因停更被通报,今年以来仍未更新。'))
})

t.test('what a citizen wrote is what it was about', async (t) => {
  t.ok(isWrittenBy('9月2日网民反映△△△□□附件打不开的留言○○○'))
  t.notOk(isWrittenBy('群众留言长期未回复'))
  const { findings } = readNotice(
    '一、存在的问题\n1.网民反映市一局“甲”栏目打不开的留言（编号1），市一局至今未办结。\n',
  )
  t.match(findings, [{ unit: '市一局', asset: '甲', problem: '至今未办结' }])
  t.equal(findings.length, 1)
})
