import { platformIn } from './platforms.js'
import type { ObjectMention } from './quotes.js'
import type { UnitMention } from './unit-mentions.js'

const COLUMN =
  /(?<=^|[、,:;的△在和及与)○:。]|网站|频道|门户|首页)([\u4e00-\u9fffA-Za-z0-9][\u4e00-\u9fffA-Za-z0-9\-—>·]{1,19}?)(?:栏目|专栏|版块|板块)/g
/** Words no name of a column holds: then they speak of columns. */
const NO_COLUMN =
  /^(?:首页$|[但且而并仍]?(?:该|此|其)|针对|以往|过去|各|有|以下|上述|应|需|一级|二级|三级|所有|相关|有关|主要|重点(?!领域|项目|工程|工作)|多|几|每|[两三四五六七八九十\d]+(?:个|级|类|大|条|项)|个|等|子|空白|部分|个别|少数|热门)|存在|出现|发现|监测|检查|全年|未|不|空白|部分|个别|网站|更新|多个|\d个|类$|的|了|发布|维护|设置|开设|要求|信息公开$|政务公开$|△|□|○/
const SITE =
  /(?<=^|[、,:;如])([\u4e00-\u9fff]{2,16}(?:信息网|政务网|公众网|门户网|服务网|网))(?:站)?(?=$|[、,和未存栏首无不等均分没超长政动应出内主空])/g
/** Words before 网站 that make no name of one: 门户网站, 今后网站内容. */
const NO_SITE =
  /^(?:(?:官方|政府)?门户|官方|学校|医院|公司|街道|集约化|二级|下属|所属)网$|跳转|链接|指向|打开|境外|博彩|色情|^(?:为|今后|目前|当前|现在|以后|此后|同时|指|如果|但|而|并|且)/
const PLATFORM_BEHIND =
  /^(?:等(?:\d+|[两三四五六七八九十])[家个](?:企业|单位|部门|学校|医院))?(?:的)?((?:官方|政务)?(?:微信公众号|微信视频号|今日头条号?|抖音号?|快手号?|微博|微信|视频号|头条号|小程序|移动客户端|客户端|公众号|APP)(?:[账帐]号)?)(?=$|[、,;。和及与]|[^□△○“(账帐号上的等矩工运管平群服公视订小短号头])/i

/** 甲发布(微博): an account without quotation marks, by the bracket behind it. */
const WITH_PLATFORM =
  /(?<=^|[、,:;△和及与])([\u4e00-\u9fffA-Za-z0-9]{2,14})\(((?:官方|政务)?(?:微信公众号|微信视频号|今日头条号?|抖音号?|快手号?|微博|微信|视频号|头条号|小程序|客户端|公众号))\)/g

/** 编号甲2025-0433来信, 工单号GL240803117: a number is the name of what bears it. */
const NUMBERED =
  /(?<=^|[△对就将把,:的])(?:编号|受理编?号|(?:工单|来信|信件|诉求|留言)(?:编?号)?)(?:为|:)?[A-Za-z]*\d[\dA-Za-z-]{4,}(?:[、和][A-Za-z]*\d[\dA-Za-z-]{4,})*(?:号)?(?:的)?(?:来信|信件|工单|留言|诉求|申请)?|(?<=第)[\dA-Za-z-]{5,}号(?:来信|信件|工单|留言|诉求|申请)/g

const ADDRESS = /(?:https?:\/\/|www\.)[\w./?=&%:~-]{4,120}/g

/** Things named without quotation marks where nothing else can be meant: columns, sites, the account of a unit. */
export function bareThings(text: string, units: readonly UnitMention[]): ObjectMention[] {
  const shape = withUnits(text, units)
  const columns = [...shape.matchAll(COLUMN)].flatMap((match) => {
    const [whole, name = ''] = match
    return NO_COLUMN.test(name) ? [] : [thing(match.index, match.index + whole.length, name, null)]
  })
  const sites = [...shape.matchAll(SITE)].flatMap((match) => {
    const [whole, name = ''] = match
    return NO_SITE.test(name) ||
      /[的下针对向在经接于从由把将被]|政府|部门|单位|其|你|贵|我|本|该|全|部分|个别|有的|多数|家/.test(
        name,
      )
      ? []
      : [thing(match.index, match.index + whole.length, name, null)]
  })
  const accounts = units.flatMap(({ end }) => {
    const [words = '', name] = PLATFORM_BEHIND.exec(text.slice(end, end + 24)) ?? []
    return name ? [thing(end, end + words.length, name, platformIn('', '', name))] : []
  })
  const bracketed = [...shape.matchAll(WITH_PLATFORM)].flatMap(
    ({ index, 0: whole, 1: name = '', 2: platform = '' }) =>
      shape.slice(0, index).includes('□')
        ? []
        : [thing(index, index + whole.length, name, platformIn('', '', platform))],
  )
  const addresses = shape.includes('□')
    ? []
    : [...shape.matchAll(ADDRESS)].map(({ index, 0: address }) =>
        thing(index, index + address.length, address, null),
      )
  const numbered = [...shape.matchAll(NUMBERED)].map(({ index, 0: name }) =>
    thing(index, index + name.length, name, null),
  )
  return [...numbered, ...columns, ...sites, ...accounts, ...bracketed, ...addresses]
}

function thing(start: number, end: number, name: string, platform: string | null): ObjectMention {
  return { start, end, name, platform, former: null }
}

function withUnits(text: string, units: readonly UnitMention[]): string {
  let shape = text
  for (const { start, end } of units) {
    shape = shape.slice(0, start) + '△'.repeat(end - start) + shape.slice(end)
  }
  return shape
}
