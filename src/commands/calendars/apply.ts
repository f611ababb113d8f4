import { markApplied } from '../../db/calendar.js'
import { findOffice, type Office, updateOffice } from '../../db/office.js'
import { dropOpening, lockOffice, planOpening } from '../../db/office-clock.js'
import { insertOperation, type Operation, runningOperation } from '../../db/operation.js'
import { becomeSystem } from '../../db/principal.js'
import type { Transaction } from '../../db/transaction.js'
import { wantSubjects } from '../../db/workflow-sync.js'
import { nextOpening } from '../../domain/hours.js'
import type { Instant } from '../../domain/instant.js'
import { type Rejection, reject } from '../../domain/situation.js'
import type { Deps } from '../deps.js'
import { CommandError } from '../errors.js'
import { openingRow } from '../office-day/opening.js'
import { type Answer, type KeyUse, once, type Work } from '../once.js'
import type { Principal } from '../principal.js'
import { rulesKey } from '../rules.js'
import { type Preview, preview } from './preview.js'

export interface CalendarApplication {
  principal: Principal
  key: KeyUse | null
  calendar_version: string
  reason: string
  /** Whether the caller has seen what the version would move as it stands now. */
  seen: (preview: Preview) => boolean
}

export type ApplyOutcome =
  | { kind: 'started'; operation: Operation }
  | { kind: 'stale'; preview: Preview }
  | { kind: 'running' }
  | { kind: 'refused'; rejection: Rejection }

/** What the operation goes on from. */
export interface ApplyInput {
  calendar_version: string
  /** The calendar that was in force before. */
  before: string
  reason: string
}

/**
 * Brings a calendar into force for all that is decided from now on, and starts the long job that moves what the preview
 * showed. The version in force is applied again where something is left to move, as after a job that was stopped.
 * Throws CommandError NOT_FOUND, LOCKED, KEY_REUSED.
 */
export async function applyCalendar(
  deps: Deps,
  application: CalendarApplication,
  present: (outcome: ApplyOutcome) => Answer,
): Promise<Answer> {
  const { principal, key, calendar_version } = application
  const { office_id } = principal
  // Before anything is locked: it reads every finding, and is compared with the calendar in force under the lock.
  const shown = await preview(deps, principal, { calendar_version }).catch(notFound)
  return once(deps, principal, key, {
    load(tx) {
      return Promise.all([
        lockOffice(tx, office_id),
        findOffice(tx, office_id),
        runningOperation(tx, office_id, 'apply_calendar'),
      ])
    },
    async act(tx, [, office, running]) {
      if (!office) throw new CommandError('NOT_FOUND')
      const answered = (outcome: ApplyOutcome): Work => ({ answer: present(outcome), writes: [] })
      if (running) return answered({ kind: 'running' })
      const seen = application.seen(shown) && office.calendar_version_id === shown.current
      if (!seen) return answered({ kind: 'stale', preview: shown })
      if (office.calendar_version_id === calendar_version && shown.findings.length === 0) {
        return answered({ kind: 'refused', rejection: reject('NOTHING_TO_CHANGE') })
      }
      await becomeSystem(tx)
      return start(tx, deps, office, application, present)
    },
  })
}

/** To whoever applies it an unknown version is a place that is not there. */
function notFound(error: unknown): never {
  const unknown = error instanceof CommandError && error.code === 'UNKNOWN_REFERENCE'
  throw unknown ? new CommandError('NOT_FOUND') : error
}

async function start(
  tx: Transaction,
  deps: Deps,
  office: Office & { now: Instant },
  { principal, calendar_version, reason }: CalendarApplication,
  present: (outcome: ApplyOutcome) => Answer,
): Promise<Work> {
  const { id: office_id, now, calendar_version_id: before } = office
  const { person_id } = principal
  const { calendar, hours } = await deps.rules.of(tx, { ...rulesKey(office), calendar_version })
  const input: ApplyInput = { calendar_version, before, reason }
  const operation: Operation = {
    id: deps.newId(),
    office_id,
    kind: 'apply_calendar',
    status: 'running',
    input,
    progress: null,
    result: null,
    requested_by: person_id,
    created_at: now,
    finished_at: null,
  }
  const opening = openingRow(deps, office, nextOpening(calendar, hours, now))
  return {
    answer: present({ kind: 'started', operation }),
    writes: [
      updateOffice(tx, office_id, { calendar_version_id: calendar_version }),
      // A job that is taken up again brings nothing into force anew.
      ...(before === calendar_version
        ? []
        : [
            markApplied(tx, calendar_version, {
              applied_at: now,
              applied_by: person_id,
              applied_because: reason,
            }),
          ]),
      dropOpening(tx, office_id, now),
      planOpening(tx, opening),
      insertOperation(tx, operation),
      wantSubjects(tx, [
        { subject_id: operation.id, office_id, kind: 'operation' },
        { subject_id: office_id, office_id, kind: 'office' },
      ]),
    ],
  }
}
