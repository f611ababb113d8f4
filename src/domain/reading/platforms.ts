const PLATFORM =
  '微信公众(?:账|帐)?号|政务微信|微信视频号|微信订阅号|微信服务号|官方微信|微信小程序|新浪微博|腾讯微博|政务微博|官方微博|今日头条号?|头条号|抖音短视频|政务抖音号?|官方抖音号?|抖音号|快手号|人民号|百家号|一点号|企鹅号|澎湃号|视频号|哔哩哔哩|B站|小红书|移动客户端|客户端|小程序|公众号|服务号|订阅号|微博|微信|抖音|快手|头条|APP|App|app'
const ANYWHERE = new RegExp(PLATFORM)
const BRACKET = new RegExp(`\\(\\s*(?:${PLATFORM})[^()]{0,10}\\)\\s*$`)
const BEHIND = new RegExp(`^\\s*(?:\\(\\s*)?(?:官方|政务|的)?(${PLATFORM})`)
const BEFORE = new RegExp(`(${PLATFORM})(?:账号|帐号|号)?[—\\-:]*\\s*$`)

/** The platform of an account by what stands in its brackets, behind or before its name; null where none does. */
export function platformIn(inner: string, before: string, after: string): string | null {
  const [inside] = BRACKET.exec(inner) ?? []
  if (inside) return ANYWHERE.exec(inside)?.[0] ?? null
  const [, behind] = BEHIND.exec(after) ?? []
  if (behind) return behind
  const [, ahead] = BEFORE.exec(before) ?? []
  return ahead ?? null
}

/** The platform a cell or a heading is about; null where it names none or says more than that. */
export function platformOf(text: string): string | null {
  const [found] = ANYWHERE.exec(text) ?? []
  return found && text.length <= found.length + 6 ? found : null
}
