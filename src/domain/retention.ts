/**
 * What an office keeps for a time of its own choosing. What makes up the record (findings, events, answers, papers, signed
 * heads) is none of these and is never swept.
 */
export const RETENTION_CLASSES = [
  'security_events',
  'mail_words',
  'answers',
  'import_lines',
  'infected_files',
] as const
export type RetentionClass = (typeof RETENTION_CLASSES)[number]

/** Chinese words for it. */
export const RETENTION_LABELS: Readonly<Record<RetentionClass, string>> = {
  security_events: '安全事件',
  mail_words: '已发邮件的内容和收件人',
  answers: '幂等键下保存的答复',
  import_lines: '监测线索导入的逐行结果',
  infected_files: '查出病毒的文件',
}

/** What is never swept, whatever an office sets. */
export const RETAINED = [
  'findings',
  'events',
  'rounds',
  'papers',
  'evidence',
  'erasures',
  'heads',
] as const
export type Retained = (typeof RETAINED)[number]

/** Chinese words for it. */
export const RETAINED_LABELS: Readonly<Record<Retained, string>> = {
  findings: '通报和事项',
  events: '事项的全部办理记录',
  rounds: '各轮书面答复',
  papers: '整改报告、催办督办单和签批文件',
  evidence: '材料的登记和未查出病毒的文件',
  erasures: '清除人员信息的登记',
  heads: '链头签名文件',
}

/** What an office may set for a class, in days: by the real clock, but for what bears the office's own (mails, files). */
export interface RetentionRule {
  floor_days: number
  most_days: number
  /** Why no less, in Chinese. */
  why: string
  /** The law that says so; null where the floor is the system's own. */
  source: string | null
}

const CENTURY = 36_500

/** What may be set: no less than the floor. Six months are 184 days at most. */
export const RETENTION: Readonly<Record<RetentionClass, RetentionRule>> = {
  security_events: {
    ...{ floor_days: 184, most_days: CENTURY },
    why: '网络日志留存不少于六个月，最长的六个月为184天',
    source: '《中华人民共和国网络安全法》第二十一条第三项（2016年公布的条序，2025年修正后有变）',
  },
  mail_words: {
    ...{ floor_days: 184, most_days: CENTURY },
    why: '对送达和催办有争议时要能看到原文；向哪个单位或人员、何时发出、是否送达一直保留',
    source: null,
  },
  answers: {
    ...{ floor_days: 1, most_days: 90 },
    why: '断网后重发同一请求，须得到原来的答复',
    source: null,
  },
  import_lines: {
    ...{ floor_days: 30, most_days: CENTURY },
    why: '要能查到哪一行没有收下、为什么；导入的合计数一直保留',
    source: null,
  },
  infected_files: {
    ...{ floor_days: 30, most_days: CENTURY },
    why: '处置病毒时可能要取样；文件的登记和哈希一直保留',
    source: null,
  },
}

/** Days by class; null keeps without end, which answers are not. */
export type RetentionDays = Readonly<
  Record<Exclude<RetentionClass, 'answers'>, number | null> & Record<'answers', number>
>

/** As long as an office has not decided. */
export const USUAL_RETENTION: RetentionDays = {
  security_events: null,
  mail_words: null,
  answers: 7,
  import_lines: null,
  infected_files: null,
}
