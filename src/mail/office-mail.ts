import { alert, message } from './blocks.js'
import type { MailContent } from './content.js'
import type { MailContext } from './context.js'
import type { FindingFacts } from './messages/facts.js'
import { type OfficeDigestInput, officeDigest } from './messages/office-digest.js'
import { reference } from './messages/words.js'
import { page } from './page.js'

/** Everything that waits for one person of the office. */
export interface OfficeMailInput extends OfficeDigestInput {
  person_name: string
}

/** The one mail an office person gets; urgent findings are named first. Null when nothing waits. */
export function officeMail(input: OfficeMailInput, context: MailContext): MailContent | null {
  const said = officeDigest(input)
  if (said.subject === '') return null
  const urgent = findingsOf(input).filter(
    (finding) => finding.urgent && finding.handling !== 'offline',
  )
  const open = urgent.filter((finding) => finding.handling === 'normal')
  const names = [...new Set(open.map(reference))].join('、')
  const first = open.length === 0 ? [] : [message('', [alert(`紧急事项：${names}，请优先办理。`)])]
  const mark = urgent.length > 0 ? '【紧急待办】' : '【整改待办】'
  return page(`${mark}${said.subject}`, input.person_name, [...first, said], context)
}

function findingsOf(input: OfficeMailInput): readonly FindingFacts[] {
  const single = [input.to_review, input.to_close, input.third_returns, input.comments].flatMap(
    (entries) => entries.map((entry): FindingFacts => entry.finding),
  )
  const grouped = [input.slips, input.unproven].flatMap((entries) =>
    entries.flatMap((entry): readonly FindingFacts[] => entry.findings),
  )
  return [...single, ...grouped]
}
