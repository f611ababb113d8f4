import type { Played } from './story.js'

/** Says what the comparison of everything with everything came to, and where the mails are. */
export function report({ audit }: Played, mailFolder: string, tell: (line: string) => void): void {
  const { findings, workflows_checked, mismatches } = audit
  tell('')
  tell(
    `对账：核对了${findings}条问题、${workflows_checked}个工作流和邮件夹，不一致${mismatches.length}处。`,
  )
  for (const { subject, what } of mismatches) tell(`     ${subject}：${what.join('；')}`)
  tell(`演练中的全部邮件在 ${mailFolder}`)
}

/** The figures as one line for programs. */
export function lineOf({ tally, audit }: Played): string {
  const { workflows_checked, mismatches } = audit
  return JSON.stringify({ ...tally, workflows_checked, mismatches: mismatches.length })
}
