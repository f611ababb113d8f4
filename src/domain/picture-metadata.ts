import type { Labels } from './labels.js'

/** What a picture says beside what it shows, and whoever opens the file can read; `unread` is what nobody made out. */
export const PICTURE_METADATA = ['place', 'time', 'device', 'person', 'unread'] as const
export type PictureMetadata = (typeof PICTURE_METADATA)[number]

export const PICTURE_METADATA_LABELS: Labels<PictureMetadata> = {
  place: '拍摄地点',
  time: '拍摄时间',
  device: '拍摄设备',
  person: '人员信息',
  unread: '未能识读的附加信息',
}
