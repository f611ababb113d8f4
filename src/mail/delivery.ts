import { type About, blamesAddress } from '../domain/contact-fault.js'
import { oneLine } from './plain.js'

/**
 * What became of one attempt. `deferred` is tried again; `refused` concerns this recipient or this
 * mail and is not. `code` is the SMTP code or the error's name, `reason` a Chinese sentence for the
 * delivery log.
 */
export type Delivery =
  | { outcome: 'accepted'; message_id: string; response: string }
  | { outcome: 'deferred'; reason: string; code: string; about: About }
  | { outcome: 'refused'; reason: string; code: string; about: About }

/**
 * What an SMTP client's error tells; everything is optional because sockets and TLS throw errors
 * too.
 */
interface SmtpError {
  code?: unknown
  responseCode?: unknown
  response?: unknown
  command?: unknown
  message?: unknown
}

const REASONS: Readonly<Record<string, string>> = {
  ETIMEDOUT: '邮件服务器未在时限内应答',
  EABORT: '邮件服务器未在时限内应答',
  ECONNECTION: '与邮件服务器的连接中断',
  ESOCKET: '无法连接邮件服务器',
  EDNS: '邮件服务器域名无法解析',
  ETLS: '与邮件服务器建立加密连接失败',
  EPROTOCOL: '邮件服务器应答异常',
  EAUTH: '邮件服务器登录失败',
  EENVELOPE: '邮件服务器未受理收发件地址',
  EMESSAGE: '邮件服务器未受理邮件内容',
}

/**
 * The delivery an SMTP error means: refused only where the server said so for good about this mail.
 */
export function deliveryOf(error: unknown): Delivery {
  const told: SmtpError = typeof error === 'object' && error !== null ? error : {}
  const name = typeof told.code === 'string' ? told.code : 'UNKNOWN'
  const status = typeof told.responseCode === 'number' ? told.responseCode : null
  const words = typeof told.response === 'string' ? told.response : String(told.message ?? error)
  const code = status === null ? name : String(status)
  const about = aboutOf(told.command, status, words)
  if (status !== null && isForThisMail(told.command, status)) {
    return { outcome: 'refused', code, about, reason: sentence('收件服务器拒收', words) }
  }
  const said = status !== null && status < 500 ? '邮件服务器暂缓接收' : REASONS[name]
  return { outcome: 'deferred', code, about, reason: sentence(said ?? '发送失败', words) }
}

/**
 * 5xx after RCPT TO or the data, from 540 up (and 521, 523), speak of mailbox or content. A 5xx on
 * greeting, login, sender or syntax is about our own settings: retried, and no unit's address is
 * blamed for it.
 */
function isForThisMail(command: unknown, status: number): boolean {
  const about = command === 'RCPT TO' || command === 'DATA'
  return about && (status >= 540 || status === 521 || status === 523) && status < 600
}

/** What an answer is about: the recipient where it blames one, else the mail or, where no server spoke, the server. */
function aboutOf(command: unknown, status: number | null, words: string): About {
  if (status === null) return 'server'
  return command === 'RCPT TO' && blamesAddress(words) ? 'address' : 'mail'
}

/** A server's words are foreign text: one line, at most 300 characters. */
function sentence(said: string, words: string): string {
  return `${said}：${oneLine(words).slice(0, 300)}`
}
