import { saysFault } from './faults.js'

/** What a column of a table holds. */
export type Role =
  | 'no'
  | 'unit'
  | 'object'
  | 'platform'
  | 'category'
  | 'problem'
  | 'deadline'
  | 'date'
  | 'note'
  | 'mark'

/** Heads by role, the surest first. */
const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['no', /^(?:序号|编号|序|No\.?|#|行号)$/i],
  ['deadline', /时限|期限|完成时间|截止/],
  [
    'note',
    /备注|建议|联系|电话|责任人|领导|措施|整改要求|整改情况|整改建议|(?:整改|处理|办理)结果|状态|进度|依据|得分|分值|扣分值|^扣分$|合计|小计|总分|排名|名次|等次/,
  ],
  [
    'category',
    /(?:问题|错误|指标|检查|监测)?(?:类别|类型|分类|大类|指标|(?<!服务|办理|业务)项目)$/,
  ],
  [
    'unit',
    /单位|部门|^(?:学校|医院|学院|科室|处室|院系|社区|企业)(?:名称)?$|区县|县区|地区|乡镇|街道|主体|市县|市州|县市|地方|镇街|机构/,
  ],
  ['platform', /^(?:所属)?平台(?![及和与、/(])|渠道|媒体类型|账号类型/],
  ['problem', /问题|描述|情况|情形|存在|结果|不合格|原因|表现|事实|内容$|说明/],
  [
    'object',
    /栏目|账号|帐号|网站|频道|媒体|名称|信箱|站点|页面|版块|板块|网址|链接|事项|项目|公众号|对象|标题|来信/,
  ],
  ['date', /日期|时间|更新/],
]

/** The role of a head; `mark` where the head is a problem itself and its cells only tick it off. */
export function roleOf(head: string): Role | null {
  const plain = head.replace(/\s+/g, '').replace(/\([^()]*\)$/, '')
  if (plain === '' || plain.length > 14) return null
  if (/^问题(?:栏目|账号|网站|页面|频道|对象|媒体|位置)|^(?:所在)?(?:位置|点位)$/.test(plain))
    return 'object'
  if (
    !/^(?:存在|发现|检查|检出)?(?:的)?(?:主要|具体)?问题|(?:情况|结果|情形|表现|事实|原因)$/.test(
      plain,
    ) &&
    !/单位|部门|时间|日期|时限|地址|网址|标题|截图|页面|类型|类别|描述|栏目名|位置|原文|表述|内容|信息$/.test(
      plain,
    ) &&
    saysFault(plain)
  ) {
    return 'mark'
  }
  if (/^(?:账号|媒体|新媒体|平台)类型$|^类型$/.test(plain)) return 'platform'
  return ROLES.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

/** Which column is the one of a role: of several units the 责任 one, of several things the nearest to the problem. */
export function columnOf(heads: readonly string[], role: Role): number {
  const all = heads.flatMap((head, index) => (roleOf(head) === role ? [index] : []))
  const [first = -1] = all
  if (all.length < 2) return first
  const better = BETTER[role]
  for (const pattern of better ?? []) {
    const found = all.find((index) => pattern.test(heads[index] ?? ''))
    if (found !== undefined) return found
  }
  return first
}

const BETTER: Partial<Record<Role, readonly RegExp[]>> = {
  unit: [/责任/, /主办/, /主管/, /单位/],
  object: [/栏目|账号|帐号|信箱|事项/, /名称/, /网站|频道/],
  problem: [/描述|具体/, /问题/],
}

/** The head that stands for a column of problems whatever it is called. */
const PROBLEM_HEAD = '问题'

/**
 * Heads of which none says that it is of problems: the one that no role is known of and whose cells are words, longer
 * than all others, is.
 */
export function withProblemHead(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const roles = heads.map(roleOf)
  const tells = roles.some((role) => role === 'problem' || role === 'mark' || role === 'category')
  if (tells || !roles.includes('unit') || rows.length === 0) return heads
  const lengths = heads.map((_, at) => {
    const words = rows.map((cells) => (cells[at] ?? '').replace(/[^\u4e00-\u9fff]/g, '').length)
    return words.reduce((sum, one) => sum + one, 0) / rows.length
  })
  const longest = lengths.indexOf(Math.max(...lengths))
  const meant = roles[longest] === null && (lengths[longest] ?? 0) >= SENTENCE
  return meant ? heads.map((head, at) => (at === longest ? PROBLEM_HEAD : head)) : heads
}

/** Fewer signs are a name or a grade. */
const SENTENCE = 8
