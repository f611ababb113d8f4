import type { Medium } from '../vocabulary.js'

type Rule = readonly [id: string, words: RegExp, media?: readonly Medium[]]

const MAIL: readonly Medium[] = ['mailbox']
const SOCIAL: readonly Medium[] = ['new-media']

/** Which words speak for which indicator of the catalogue; the first that fits is proposed, a person decides. */
const RULES: readonly Rule[] = [
  ['LC-01', /敏感|身份证|手机号|隐私|脱敏|个人信息|银行卡|泄露(?!国家)/],
  ['WV-1.2', /国家秘密|涉密|泄密/],
  ['WV-1.3', /暗链|赌博|色情|反动|劫持|暴力/],
  ['WV-1.4', /挂马|篡改(?!.*时间)|入侵|攻击|漏洞|弱口令/],
  ['WV-1.5', /(?:修改|伪造|更改|倒签).{0,8}(?:时间|日期)|弄虚作假/],
  ['WV-1.1', /严重表述错误|领导人|国家名称|地图/],
  ['LC-07', /整改不到位|仍未|再次出现|反弹/],
  ['LC-06', /未(?:按要求)?(?:报送|反馈|上报)整改/],
  ['LC-05', /找错/],
  ['ND-05', /备案|更名|注销/, SOCIAL],
  ['ND-06', /转载/, SOCIAL],
  ['ND-07', /广告|商业|娱乐|与.*无关|主体.*不(?:一致|符)|冒用|盗用/, SOCIAL],
  ['NV-3.2', /粉丝|点赞/, SOCIAL],
  ['ND-03', /留言|评论|回复|回应/, SOCIAL],
  ['NV-3.1', /互动/, SOCIAL],
  ['ND-02', /打不开|无法|失效|不可用|故障/, SOCIAL],
  ['NV-2.1', /更新|停更|发布任何|断更|长期/, SOCIAL],
  ['ND-04', /错|误/, SOCIAL],
  ['WD-15', /敷衍|推诿|答非所问|复制|雷同|无实质|扯皮|质量/, MAIL],
  ['WD-14', /无人|不回|超|逾|未(?:回复|答复|办结|回应)|时限|流程/, MAIL],
  ['WD-16', /公开|公布/, MAIL],
  ['LC-04', /依申请公开/],
  ['LC-02', /红头|鲜章|扫描件|原件/],
  ['LC-03', /归档/],
  ['WD-13', /表格|样表/],
  ['WD-12', /办事统计/],
  ['WD-11', /办事|指南|服务事项/],
  ['WV-2', /(?:网站|站点).{0,6}(?:无法访问|打不开|不能访问)/],
  ['WD-21', /搜索|找错/],
  ['WD-20', /链接|链|打不开|无法(?:打开|下载|显示|访问)|404|附件/],
  ['WD-22', /无障碍|适老化|IPv6/i],
  ['WD-10', /空白|为空|无内容|无信息|没有内容/],
  ['WV-3', /首页.*(?:无更新|未更新|不更新)/],
  ['WD-07', /配套解读|解读.*(?:同步|时限|关联)|未(?:配|同步)?解读/],
  ['WD-06', /解读/],
  ['WD-03', /领导/],
  ['WD-02', /机构职能|机构设置|办公电话/],
  ['WD-08', /统计数据|数据发布|统计分析/],
  ['WD-05', /政策文件|招商政策/],
  ['WD-04', /(?:14天|两周|2周|二周).*更新|动态|要闻/],
  ['WD-09', /未.{0,6}更新|不更新|停留|陈旧|长期|更新/],
  ['LC-08', /错别字|错字|误[为写]|写成|表述/],
  ['WD-18', /访谈|征集|调查/],
  ['WD-19', /标识码|备案号|域名/],
]

/** The indicator proposed for a problem, or null where no word speaks for one. */
export function indicatorFor(words: string, medium: Medium): string | null {
  const rule = RULES.find(
    ([, pattern, media]) => (!media || media.includes(medium)) && pattern.test(words),
  )
  return rule?.[0] ?? null
}
