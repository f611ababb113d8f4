import { dateOf, instantOf, timeOf } from '../../src/domain/instant.js'
import type { MailContext } from '../../src/mail/context.js'
import { originOf } from '../../src/mail/html.js'
import type { FailedContact } from '../../src/mail/messages/contact-fault.js'
import type { DueFacts, FindingFacts } from '../../src/mail/messages/facts.js'
import type { OutgoingMail } from '../../src/mail/mime.js'

export const context: MailContext = {
  office_name: '云州市人民政府办公室',
  duty_phone: '0800-1234567',
  origin: originOf('https://zhenggai.example.cn'),
  today: dateOf('2022-09-23'),
  rehearsal: false,
}

export const notice = { number: '云府办函〔2022〕5号', title: '关于三季度检查情况的通报' }

export function due(over: Partial<DueFacts> = {}): DueFacts {
  return {
    date: dateOf('2022-09-30'),
    time: null,
    provisional: false,
    overdue: false,
    working_days: 5,
    ...over,
  }
}

export const noon = timeOf('12:00')

export function finding(
  number: number,
  over: Partial<FindingFacts> = {},
): FindingFacts & { due: DueFacts } {
  return {
    id: `finding-${number}`,
    number,
    notice,
    unit_name: '市商务局',
    handling: 'normal',
    urgent: false,
    category: '内容超期未更新',
    problem: `第${number}号栏目超过14天未更新`,
    medium: 'channel',
    place: '“部省要闻”栏目',
    asset: '市商务局频道',
    ...over,
    due: over.due ?? due(),
  }
}

/** An address at which nobody is reached. */
export const failed: FailedContact = {
  name: '张三',
  address: 'zhang@example.cn',
  how: 'bounced',
  reason: '5.1.1 mailbox unavailable',
  found_on: dateOf('2022-09-22'),
}

/** A finding whose every text would be a leak. */
export function secret(
  number: number,
  handling: 'sensitive' | 'offline',
): ReturnType<typeof finding> {
  return finding(number, {
    handling,
    category: '泄密类别',
    problem: '泄密内容',
    place: '泄密栏目',
    asset: '泄密资产',
  })
}

export function outgoing(over: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    id: '0192a000-0000-7000-8000-000000000001',
    to: { name: '市商务局', address: 'swj@unit.example' },
    subject: '【整改】市商务局：新交办3项',
    text: '市商务局：请按时限整改。\n',
    html: '<!doctype html><html><body><p>请按时限整改。</p></body></html>',
    created_at: instantOf('2022-09-23T00:30:00.000Z'),
    rehearsal: false,
    ...over,
  }
}
