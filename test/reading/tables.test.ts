import t from 'tap'
import { readNotice } from '../../src/domain/reading/read-notice.js'

const read = (text: string) =>
  readNotice(text).findings.map(
    ({ unit, asset, problem }) => `${unit ?? '-'}|${asset ?? '-'}|${problem}`,
  )

t.test('rows that go on with the one above, and cells with two units', async (t) => {
  const table = [
    '| 责任单位 | 栏目 | 问题描述 |',
    '| --- | --- | --- |',
    '| 县一局 | 甲 | 图片无法显示 |',
    '| | 医疗机构 | 附件下载后为乱码 |',
    '| | 局长信箱 | 2件来信超期未复 |',
    '| 石桥乡 | 同上 | 同上 |',
    '| 县二局、县三局 | 丁 | 公布的名单不一致 |',
  ]
  t.strictSame(read(`一、存在的问题\n${table.join('\n')}\n`), [
    '县一局|甲|图片无法显示',
    '县一局|医疗机构|附件下载后为乱码',
    '县一局|局长信箱|2件来信超期未复',
    '石桥乡|局长信箱|2件来信超期未复',
    '县二局|丁|公布的名单不一致',
    '县三局|丁|公布的名单不一致',
  ])
})

t.test('a table of a line a cell ends where its lines become sentences', async (t) => {
  const lines = ['镇街', '账号', '问题', '月溪镇', '月溪微讯', '菜单失效']
  const after = ['其余单位请于11月8日前反馈整改情况。', '某区政府办公室', '2024年11月1日']
  const reading = readNotice([...lines, ...after].join('\n'))
  t.match(reading.findings, [{ unit: '月溪镇', asset: '月溪微讯', problem: '菜单失效' }])
  t.equal(reading.findings.length, 1)
  t.match(reading.deadlines, [{ kind: 'feedback', date: '2024-11-08' }])
})

t.test('accounts of one name on two platforms are two', async (t) => {
  const { findings } = readNotice(
    '一、存在的问题\n市一局“甲（微博）”“甲（微信公众号）”头像使用不规范。\n',
  )
  t.strictSame(
    findings.map(({ asset, platform }) => [asset, platform]),
    [
      ['甲', '微博'],
      ['甲', '微信公众号'],
    ],
  )
})
