import { v7 } from 'uuid'
import { insertEvidence } from '../../src/db/evidence.js'
import { statement } from '../../src/db/handle.js'
import { insertMails } from '../../src/db/mail.js'
import { dateOf, type Instant, instantOf } from '../../src/domain/instant.js'
import type { RetentionDays } from '../../src/domain/retention.js'
import type { TestOffice } from '../helpers/office.js'

const DAY_MS = 86_400_000

/** So many days before the present of the real world, or before an instant. */
export function daysAgo(days: number, from: number = Date.now()): Instant {
  return instantOf(new Date(from - days * DAY_MS).toISOString())
}

/** Everything as short as may be. */
export const SHORTEST: RetentionDays = {
  ...{ security_events: 184, mail_words: 184, answers: 1, import_lines: 30, infected_files: 30 },
}

const DECIDE = statement<never>(
  `insert into retention_version (id, office_id, days, created_at, created_by, reason)
   values ($1, $2, $3::jsonb, $4, $5, $6)`,
)
const EVENT = statement<never>(
  `insert into security_event (id, office_id, at, kind, result, detail)
   values ($1, $2, $3, 'login_refused', 'refused', '{}')`,
)
const ANSWER = statement<never>(
  `insert into command_key (office_id, principal_id, key, fingerprint, status, body, created_at)
   values ($1, $2, $3, 'f', 200, 'null', $4)`,
)
const JOB = statement<never>(
  `insert into operation (id, office_id, kind, status, input, result, created_at, finished_at)
   values ($1, $2, 'import_hits', $3, '{}', '{"lines": 3}', $4, case $3 when 'done' then $4::timestamptz end)`,
)
const IMPORT = statement<never>(
  `insert into hit_import (id, office_id, tool, begun_at, lines) values ($1, $2, 'patrol', $3, 3)`,
)
const LINES = statement<never>(
  `insert into hit_line (import_id, number, office_id, tool_hit_id, result)
   select $1, n, $2, n::text, 'invalid' from generate_series(1, 3) n`,
)
const SENT = statement<never>(
  `update mail set status = 'sent', sent_at = created_at, next_attempt_at = null where id = $1`,
)
const TRIED = statement<never>(
  `insert into mail_attempt (office_id, mail_id, n, at, outcome, reason)
   values ($1, $2, 1, $3, 'deferred', $4)`,
)

/** A decision that has rested long enough. */
export async function decided(
  office: TestOffice,
  days: RetentionDays,
  at = daysAgo(2),
  why = '测试',
) {
  const admin = office.officer('admin').person_id
  await office.owner.run(DECIDE(v7(), office.office_id, JSON.stringify(days), at, admin, why))
}

/** A refusal recorded then, of an office or of none. */
export async function refusedAt({ owner }: TestOffice, office_id: string | null, at: Instant) {
  await owner.run(EVENT(v7(), office_id, at))
}

/** An answer kept under a key since then. */
export async function answeredAt(office: TestOffice, key: string, at: Instant) {
  await office.owner.run(ANSWER(office.office_id, office.member(0).person_id, key, at))
}

/** Three lines of an import that ended then, or still runs. */
export async function importedAt({ owner, office_id }: TestOffice, at: Instant, running = false) {
  const id = v7()
  await owner.run(JOB(id, office_id, running ? 'running' : 'done', at))
  await owner.run(IMPORT(id, office_id, at))
  await owner.run(LINES(id, office_id))
  return id
}

/** A mail to a unit's mailbox or another address, or to one of its people, that left then or is still to leave. */
export async function mailedAt(
  office: TestOffice,
  at: Instant,
  { person = false, queued = false, words = '请尽快办理', to_address = 'UNIT1@example.com' } = {},
) {
  const { owner, office_id, units, member } = office
  const id = v7()
  const to = { to_name: `收件人${words}`, to_address, unit_id: units[0] ?? '' }
  const said = { subject: words, text: words, html: `<p>${words}</p>`, kind: 'digest' }
  const person_id = person ? member(0).person_id : null
  const mail = { id, office_id, person_id, ...to, ...said, rehearsal: false, created_at: at }
  await insertMails(owner, [mail])
  await owner.run(TRIED(office_id, id, at, words))
  if (!queued) await owner.run(SENT(id))
  return id
}

/** A file that a scanner found infected, uploaded then. */
export async function infectedAt(office: TestOffice, sha256: string, at: Instant) {
  const { owner, office_id, units, member } = office
  const id = v7()
  const file = { id, office_id, unit_id: units[0] ?? '', sha256, size: 3, type: 'text/plain' }
  const about = {
    name: '病毒.txt',
    captured_on: dateOf('2022-09-01'),
    masked: true,
    metadata: null,
  }
  const by = { uploaded_by: member(0).person_id, service_account_id: null, uploaded_at: at }
  await insertEvidence(owner, { ...file, ...about, ...by, scan_state: 'infected' })
  return id
}
