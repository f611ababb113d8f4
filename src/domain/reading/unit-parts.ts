import {
  ENDS_WHOLE,
  FOLLOWS,
  GENERIC,
  LEVEL,
  NAME_SIGN,
  NO_NAME,
  NO_UNIT,
  OFFICE,
} from './unit-words.js'

/** A part of an office, by what it is called: 矿业权处, 宣传科. */
export const OWN_BODY =
  /^[\u4e00-\u9fff]{2,9}(?:(?<![好难之到四多各何用坏长短出住益此别近远深几两一处办\d])处|(?<![百学本专全分文理工医教各内外儿妇骨])科|(?<=武装|体育|保障|人事|教务|学生|市场|财务|业务|医务|护理|门诊|教学|科研|运营|管理|服务|事业|保卫|后勤|外语|思政)部)$/

/** Ends that nothing but a body has, whatever stands behind it. */
const WHOLE =
  /[\u4e00-\u9fff]{2}(?:分局|支队|大队|总队|医院|中学|小学|学院|大学|幼儿园|卫生院|服务中心|政务大厅|服务大厅|管委会|委员会|街道|办事处)$/

/** What nothing but a body is called, whatever stands behind it: 城西公司, 建筑市场监管处. */
export function isWhole(name: string, behind: string): boolean {
  if (WHOLE.test(name) || isOwnBody(name, behind)) return true
  const served = name.endsWith('厅') && !LEVEL.test(name)
  return name.length >= 4 && ENDS_WHOLE.test(name) && !served && !/^[长处属党时]/.test(behind)
}

/** 行政处罚, 现场处置: the end of a body begins another word. */
function isOwnBody(name: string, behind: string): boolean {
  return OWN_BODY.test(name) && !/^(?:[罚理置分以于境]|[学技目普研]|门)/.test(behind)
}

/** 石浦派出所 of 海曲分局石浦派出所, 研究生会 of 化学化工学院研究生会: a part of a body just named bears a name too. */
export function isPart(name: string, behind: string): boolean {
  return (
    PART.test(name) &&
    !NO_NAME.test(name) &&
    !NO_UNIT.test(name) &&
    FOLLOWS.test(behind.slice(0, 6))
  )
}

const PART =
  /^(?!来信|办事|咨询|留言|政策|信息|数据)[\u4e00-\u9fff]{2,7}(?:(?<!机|社|不|才|大)会|[处科室队社团](?<!办公室)|(?<![责之])所|(?<!网)站)$/

/** 市职业中专官网: of a place, and with a medium of its own: a unit, whatever it is called. */
const OWNER_OF_MEDIUM =
  /^(?:[市县区省州](?!政府|[级直民场])|[\u4e00-\u9fff]{2,3}[市县区镇乡](?!政府))[\u4e00-\u9fff]{2,10}?(?=(?:的)?(?:官方|门户|政务)*(?:网站|官网|微信公众号|公众号|微博|抖音号|视频号|头条号|快手号|APP|小程序|子站)(?!群))/

/** Where the name of whoever has a medium ends that a text names from `from` on; 0 where it names none. */
export function ownerOfMedium(text: string, from: number): number {
  const [name = ''] = OWNER_OF_MEDIUM.exec(text.slice(from, from + 24)) ?? []
  const bare = name !== '' && Array.from(name).every((sign) => NAME_SIGN.test(sign))
  const none = OFFICE.test(name) || NO_UNIT.test(name) || GENERIC.test(name)
  return bare && !none ? from + name.length : 0
}
