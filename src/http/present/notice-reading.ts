import type { z } from 'zod'
import type { noticeReading } from '../../contracts/notices/reading.js'
import type { PaperDraft } from '../../notices/draft.js'

/** What was read in a notice, as it is shown. */
export function presentNoticeReading({
  reading: read,
  ...paper
}: PaperDraft): z.input<typeof noticeReading> {
  return {
    ...read,
    basis: [...read.basis],
    deadlines: [...read.deadlines],
    findings: read.findings.map((finding) => ({
      ...finding,
      units: [...finding.units],
      needs: [...finding.needs],
    })),
    statistics: [...read.statistics],
    requirements: [...read.requirements],
    unresolved: [...read.unresolved],
    checks: read.checks.map((check) => ({ ...check, lines: [...check.lines] })),
    source: { kind: paper.kind, text: paper.text, notes: [...paper.notes] },
  }
}
