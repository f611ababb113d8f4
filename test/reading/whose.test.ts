import t from 'tap'
import { readNotice } from '../../src/domain/reading/read-notice.js'

const HEAD = '某某县政府信息办\n关于一季度检查情况的通报\n\n各单位：\n一、存在的问题\n'
const FOOT = '\n\n某某县政府信息公开办公室\n2024年4月8日\n'
const read = (body: string) =>
  readNotice(HEAD + body + FOOT).findings.map(
    ({ unit, asset, problem }) => `${unit ?? '-'}|${asset ?? '-'}|${problem}`,
  )

/** Lines and their findings, by what could be charged to the wrong unit. */
const CASES: Readonly<Record<string, readonly (readonly [text: string, ...findings: string[]])[]>> =
  {
    'whoever is not named is not the unit before': [
      [
        '1.县一局“甲”栏目未更新。个别单位“乙”栏目照片无法显示。',
        '县一局|甲|“甲”栏目未更新',
        '-|乙|个别单位“乙”栏目照片无法显示',
      ],
    ],
    'whoever is written to has to answer': [
      ['1.网民向县一局提交的3条留言无人答复。', '县一局|-|提交的3条留言无人答复'],
    ],
    'nor the issuer above the title, nor whoever signs': [
      [
        '1.“领导信箱”有6件来信未办结，其中县一局4件、县二局2件。',
        '县一局|领导信箱|“领导信箱”有4件来信未办结',
        '县二局|领导信箱|“领导信箱”有2件来信未办结',
      ],
    ],
    'nor the neighbour, the measure or the body of before': [
      [
        '1.沐水县“甲”栏目空白，并且古城区的“乙”栏目未更新。',
        '沐水县|甲|“甲”栏目空白',
        '古城区|乙|“乙”栏目未更新',
      ],
      ['1.县一局的名单与省教育厅公布的名录不符。', '县一局|-|名单与省教育厅公布的名录不符'],
      ['1.“甲”（原县规划局，现县自然资源局）栏目未更新。', '县自然资源局|甲|“甲”栏目未更新'],
    ],
    'each has its own where as many things as units stand apart': [
      [
        '1.“甲号”“乙号”等2个公众号未更新（责任单位分别为县一局、县二局）。',
        '县一局|甲号|未更新',
        '县二局|乙号|未更新',
      ],
    ],
    'what is praised is left behind': [
      ['1.县一局虽按时更新了“甲”栏目，但“乙”栏目为空白。', '县一局|乙|“乙”栏目为空白'],
    ],
  }

for (const [name, cases] of Object.entries(CASES)) {
  t.test(name, async (t) => {
    for (const [text, ...findings] of cases) t.strictSame(read(text), findings, text)
  })
}
