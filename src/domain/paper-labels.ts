import type { Labels } from './labels.js'
import type { NoticeKind, NoticeStatus, Rung, SlipStatus } from './vocabulary.js'

export const RUNG_LABELS: Labels<Rung> = {
  1: '逾期提醒',
  2: '催办单',
  3: '黄色督办单',
  4: '红色督办单',
  5: '提请通报',
}

export const SLIP_STATUS_LABELS: Labels<SlipStatus> = {
  draft: '待签发',
  issued: '已签发',
  acknowledged: '已签收',
  withdrawn: '已撤回',
  superseded: '已失效',
}

export const NOTICE_KIND_LABELS: Labels<NoticeKind> = {
  inspection: '监测检查',
  public_report: '我为政府网站找错',
}

export const NOTICE_STATUS_LABELS: Labels<NoticeStatus> = {
  draft: '草稿',
  issued: '已印发',
  supplemented: '已补充',
  revoked: '已撤销',
}
