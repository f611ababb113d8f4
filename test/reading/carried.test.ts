import t from 'tap'
import { readNotice } from '../../src/domain/reading/read-notice.js'

const draft = (text: string) =>
  readNotice(text).findings.map(
    ({ unit, asset, problem }) => `${unit ?? '-'}|${asset ?? '-'}|${problem}`,
  )
const read = (body: string) => draft(`一、存在的问题\n${body}\n`)

t.test('who stands in the bracket behind a count', async (t) => {
  t.strictSame(read('县一局等3家单位（县一局、县二局、县三局）未报送自查表。'), [
    '县一局|-|未报送自查表',
    '县二局|-|未报送自查表',
    '县三局|-|未报送自查表',
  ])
  t.strictSame(read('县一局（“甲”栏目）、县二局（“乙”栏目）等3家单位栏目空白。').length, 2)
  t.match(read('（二）链接失效。县一局（首页“省林草局”图标）、县二局（“乙”图标）。'), [
    /^县一局\|省林草局\|/,
    /^县二局\|乙\|/,
  ])
})

t.test('a short word of a fault in quotation marks', async (t) => {
  t.strictSame(read('县一局公众号假期“断更”。'), ['县一局|公众号|公众号假期“断更”'])
  t.strictSame(read('县一局公众号假期“值守”。').length, 0, 'another word says nothing')
})

t.test('from a turn on the line tells of problems', async (t) => {
  const told = '县一局窗口人员让家长“自己去问”，言辞激烈。'
  t.strictSame(draft(`但也有单位放松管理：县二局“甲”栏目空白；${told}\n`).length, 2)
  t.strictSame(draft(`县二局“甲”栏目空白；${told}\n`).length, 1)
})

t.test('of some first, and then of one', async (t) => {
  t.strictSame(read('还有的单位公众号停更，比如县一局的“甲”，半年只发了2条信息。'), [
    '县一局|甲|“甲”,半年只发了2条信息',
  ])
})

t.test('the last of several, although no word tells its fault', async (t) => {
  t.strictSame(
    read('县一局公众号“甲”菜单打不开，“乙”栏目里是三年前的排班。').at(-1)?.slice(-8),
    '里是三年前的排班',
  )
})

t.test('measures of what goes well', async (t) => {
  for (const text of [
    '县一局、县二局年内公开信息均超过300条。',
    '县一局答复网民留言32条，平均用时1.5天。',
    '县一局“甲”栏目更新正常，系平台误报。',
    '县一局网站由县二中心统一运维。',
    '县一局在收到提醒后当天补发了3条信息。',
  ])
    t.strictSame(read(text), [], text)
  t.match(read('县一局“甲”栏目超过300天未更新。'), { length: 1 })
})

t.test('signs before a name are none of it', async (t) => {
  t.match(read('▲县一局：“甲”栏目停更；▲县二局：“乙”栏目停更'), [/^县一局\|甲/, /^县二局\|乙/])
})
