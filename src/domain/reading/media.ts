import type { Medium } from '../vocabulary.js'

/** Where the fault was seen, by the words of the sentence and of what it speaks. */
export function mediumOf(
  {
    asset,
    platform,
    problem,
    unit,
  }: { asset: string | null; platform: string | null; problem: string; unit: string | null },
  sentence: string,
  around: string,
): Medium {
  const words = `${asset ?? ''} ${problem}`
  if (platform && !/栏目/.test(words)) return 'new-media'
  if (/公众号|微博|抖音|头条号|视频号|快手|小程序|客户端|政务新媒体/.test(words)) return 'new-media'
  if (/信箱|来信|信件|邮箱|留言|咨询(?!电话)|投诉件|热线|麻辣社区|找错/.test(words))
    return 'mailbox'
  if (/办事|依申请公开|服务事项|表格|样表/.test(words)) return 'service'
  if (/新媒体|账号/.test(around) && !/网站|栏目/.test(`${words}${around}`)) return 'new-media'
  if (/(?<!商业)网站|网页|首页|站点|www\./.test(`${words}${sentence}`)) return 'website'
  if (/栏目|频道|专栏/.test(`${words}${sentence}`) || asset !== null) {
    return unit !== null && /[县区市州旗镇乡]$/.test(unit) ? 'website' : 'channel'
  }
  return /发布|公开|信息/.test(words) ? 'channel' : 'unknown'
}
