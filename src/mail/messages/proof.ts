import type { Medium } from '../../domain/vocabulary.js'

/** What counts as proof, by where the problem is. */
export const PROOF: Record<Medium, string> = {
  website: '整改后页面链接、整改前后截图',
  channel: '栏目页面链接、整改前后截图',
  'new-media': '账号发布内容链接、整改前后截图；注销账号的附注销证明',
  mailbox: '回复记录（含编号和回复时间）、公开页面截图',
  service: '办理记录、事项页面链接和整改前后截图',
  unknown: '能够证明整改结果的链接、截图或文件',
}
