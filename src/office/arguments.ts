import { parseArgs } from 'node:util'
import { DEFAULT_HOURS, type OfficeHours } from '../domain/hours.js'
import { type Instant, isInstant, isLocalTime } from '../domain/instant.js'
import { TroubleError } from '../local/trouble.js'

export const IMPORTS = ['import-units', 'import-people', 'import-assets'] as const
export type ImportName = (typeof IMPORTS)[number]

/** What `npm run office` is told to do. */
export type OfficeTask =
  | {
      name: 'create'
      office: string
      admin: string
      subject: string
      /** Who keeps keys and logins; null where the administrator names them later. */
      security: { name: string; subject: string } | null
      issuer: string | null
      email: string | null
      zone: string
      hours: OfficeHours
      phone: string | null
      rehearsal: Instant | null
    }
  | { name: 'list' }
  | { name: 'token'; subject: string }
  | { name: ImportName; office: string | null; issuer: string | null; file: string }

export const USAGE = `用法：
  npm run office -- create --name 名称 --admin 管理员姓名 --subject 管理员账号
      [--security 安全管理员姓名 --security-subject 安全管理员账号]
      [--issuer 签发方] [--email 邮箱] [--phone 值班电话] [--zone Asia/Shanghai]
      [--hours 09:00-12:00,13:30-17:30] [--rehearsal 2026-01-05T00:30:00.000Z]
  npm run office -- list
  npm run office -- import-units  [--office 编号] 单位.csv
  npm run office -- import-people [--office 编号] [--issuer 签发方] 人员.csv
  npm run office -- import-assets [--office 编号] 站点账号.csv
  npm run office -- token --subject 账号        （仅限本机签发的令牌）
(usage)`

const OPTIONS = {
  name: { type: 'string' },
  admin: { type: 'string' },
  subject: { type: 'string' },
  security: { type: 'string' },
  'security-subject': { type: 'string' },
  issuer: { type: 'string' },
  email: { type: 'string' },
  phone: { type: 'string' },
  zone: { type: 'string' },
  hours: { type: 'string' },
  rehearsal: { type: 'string' },
  office: { type: 'string' },
} as const

/** Reads the arguments after `npm run office --`. Throws TroubleError with what is wrong. */
export function readTask(args: readonly string[]): OfficeTask {
  const { values, positionals } = parsed(args)
  const [name = '', file, ...more] = positionals
  const imports = IMPORTS.find((one) => one === name)
  const { issuer = null, office = null } = values
  if (imports && file && more.length === 0) return { name: imports, office, issuer, file }
  if (file !== undefined) throw new TroubleError(USAGE)
  if (name === 'list') return { name }
  if (name === 'token') return { name, subject: needed(values.subject, '--subject') }
  if (name !== 'create') throw new TroubleError(USAGE)
  const subject = needed(values.subject, '--subject')
  return {
    name,
    office: needed(values.name, '--name'),
    admin: needed(values.admin, '--admin'),
    subject,
    security: securityOf(values, subject),
    issuer,
    email: values.email ?? null,
    zone: zoneOf(values.zone ?? 'Asia/Shanghai'),
    hours: hoursOf(values.hours),
    phone: values.phone ?? null,
    rehearsal: instantOf(values.rehearsal),
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true })
  } catch {
    throw new TroubleError(USAGE)
  }
}

/** Both of it or neither, and another than the administrator. */
function securityOf(
  values: { security?: string | undefined; 'security-subject'?: string | undefined },
  admin: string,
): { name: string; subject: string } | null {
  if (values.security === undefined && values['security-subject'] === undefined) return null
  const name = needed(values.security, '--security')
  const subject = needed(values['security-subject'], '--security-subject')
  if (subject !== admin) return { name, subject }
  throw new TroubleError('管理员和安全管理员须由两人担任，账号不能相同。(--security-subject)')
}

function needed(value: string | undefined, option: string): string {
  if (value?.trim()) return value.trim()
  throw new TroubleError(`缺少 ${option}。\n${USAGE}`)
}

function zoneOf(zone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone
  } catch {
    throw new TroubleError(`没有时区 ${zone}：写成 Asia/Shanghai 这样的名称。(--zone)`)
  }
}

/** `09:00-12:00,13:30-17:30`: spans in order that do not touch. */
function hoursOf(text: string | undefined): OfficeHours {
  if (text === undefined) return DEFAULT_HOURS
  const spans = text.split(',').map((span) => span.trim().split('-'))
  const times = spans.flat()
  const inOrder = times.every((time, index) => index === 0 || (times[index - 1] ?? '') < time)
  const read = spans.flatMap(([from = '', to = '', ...rest]) =>
    isLocalTime(from) && isLocalTime(to) && rest.length === 0 ? [[from, to] as const] : [],
  )
  if (inOrder && read.length === spans.length) return { spans: read }
  throw new TroubleError('办公时间写成 09:00-12:00,13:30-17:30，按先后、不重叠。(--hours)')
}

function instantOf(text: string | undefined): Instant | null {
  if (text === undefined) return null
  if (isInstant(text)) return text
  throw new TroubleError('演练起点写成 2026-01-05T00:30:00.000Z（UTC，精确到毫秒）。(--rehearsal)')
}
