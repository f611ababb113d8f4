import t from 'tap'
import { isUnitName, unitMentions } from '../../src/domain/reading/unit-mentions.js'

/** Texts with quoted names hidden, and the units they name. */
const CASES: readonly (readonly [text: string, units: readonly string[]])[] = [
  [
    '市发展改革委、市政务服务和数字化管理局在□□栏目中',
    ['市发展改革委', '市政务服务和数字化管理局'],
  ],
  ['市住房城乡建设局办理□□来信时', ['市住房城乡建设局']],
  ['大安区受理的依申请公开件', ['大安区']],
  ['市审计局□□以及市人防办、市气象局的□□', ['市审计局', '市人防办', '市气象局']],
  ['东坪市公安局交警支队□□微博', ['东坪市公安局交警支队']],
  ['丰泽州统计局网站', ['丰泽州统计局']],
  ['白石市政务服务局:', ['白石市政务服务局']],
  ['自然资源和规划局和市水利局均未', ['自然资源和规划局', '市水利局']],
  ['市发改委、教育局、卫健委和公安局均未', ['市发改委', '市教育局', '市卫健委', '市公安局']],
  ['凤栖镇——□□', ['凤栖镇']],
  ['原市旅发委网站', ['原市旅发委']],
  ['滨江新区、市生态环境局滨江分局在回复', ['滨江新区', '市生态环境局滨江分局']],
  ['市人社局出台的3份文件', ['市人社局']],
  ['市民宗局□□栏目', ['市民宗局']],
  ['江城水务集团有限公司网站', ['江城水务集团有限公司']],
  ['国家湿地研究中心网站将', ['国家湿地研究中心']],
  ['由市教育局主办的', ['市教育局']],
  ['如临河街道政府网站', ['临河街道']],
  ['和平街道、平和县、和田市', ['和平街道', '平和县', '和田市']],
  ['沙河街道办事处□□', ['沙河街道办事处']],
  ['城南区重复投诉率', ['城南区']],
]

/** What ends like a unit and names none. */
const NONE = [
  '各单位普遍存在',
  '全市41个政府网站',
  '各县(市、区)人民政府',
  '未按程序向市政府办公室备案',
  '群众反映强烈',
  '社会各界',
  '有关部门',
  '部分乡镇',
  '第三方公司',
  '网站',
  '上述单位',
  '机会',
  '12家医院未公开',
  '市民',
  '老城区',
]

t.test('units by their names', async (t) => {
  for (const [text, units] of CASES) {
    t.strictSame(
      unitMentions(text).map(({ name }) => name),
      units,
      text,
    )
  }
  for (const text of NONE) t.strictSame(unitMentions(text), [], text)
})

t.test('a mention stands where it says', async (t) => {
  for (const [text] of CASES) {
    for (const { start, end, name } of unitMentions(text)) {
      t.ok(name.endsWith(text.slice(start, end)), `${name} in ${text}`)
    }
  }
  t.equal(isUnitName('市教育局'), true)
  t.equal(isUnitName('市教育局网站'), false)
})
