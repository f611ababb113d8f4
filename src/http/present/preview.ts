import type { z } from 'zod'
import type { Preview } from '../../commands/calendars/preview.js'
import type { preview } from '../../contracts/previews.js'
import type { Due } from '../../domain/finding.js'
import { contentTag } from '../frame/etag.js'

const SHOWN = 500

/** A preview, with as many of its findings as are shown, those whose due moves first. */
export function presentPreview(shown: Preview): z.input<typeof preview> {
  const { version, now, looked_at, findings } = shown
  const [moved, others] = [findings.filter(movesDue), findings.filter((one) => !movesDue(one))]
  return {
    ...{ version, now, looked_at },
    moved: findings.length,
    dues_moved: moved.length,
    units: new Set(moved.map(({ finding }) => finding.unit_id)).size,
    findings: [...moved, ...others]
      .slice(0, SHOWN)
      .map(({ finding, due, service_date, milestones }) => ({
        ...{ id: finding.id, notice_id: finding.notice_id, number: finding.number },
        unit_id: finding.unit_id,
        due: due && { from: told(due.from), to: told(due.to) },
        service_date,
        milestones: milestones.map((one) => ({ ...one })),
      })),
  }
}

function movesDue({ due }: Preview['findings'][number]): boolean {
  return due !== null && due.from.at !== due.to.at
}

/** The tag of what a preview moves of what units were told: what the clock has ahead changes every day. */
export function previewTag({ version, current, findings }: Preview): string {
  const dues = findings.flatMap(({ finding, due }) =>
    due ? [[finding.id, due.to.at, due.to.provisional]] : [],
  )
  return contentTag({ version, current, dues })
}

function told({ at, date, time, provisional }: Due) {
  return { at, date, time, provisional }
}
