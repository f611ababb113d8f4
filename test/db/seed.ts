import { v7 } from 'uuid'
import type { NewCalendar } from '../../src/db/calendar.js'
import { insertDraftFindings, updateFindings } from '../../src/db/finding.js'
import type { FindingLine, LockedFinding } from '../../src/db/finding-row.js'
import type { Handle } from '../../src/db/handle.js'
import { insertMemberships } from '../../src/db/membership.js'
import { insertNotice, type Notice } from '../../src/db/notice.js'
import { createOffice } from '../../src/db/office.js'
import { insertPeople } from '../../src/db/person.js'
import { insertSlices } from '../../src/db/slice.js'
import { insertUnits } from '../../src/db/unit.js'
import { blankFinding, type Due, type Finding } from '../../src/domain/finding.js'
import { DEFAULT_HOURS } from '../../src/domain/hours.js'
import { dateOf, type Instant, instantOf } from '../../src/domain/instant.js'
import { DEFAULT_POLICY } from '../../src/domain/policy.js'

export const AT = instantOf('2022-09-05T01:00:00.000Z')
export const DAY = dateOf('2022-09-05')

/** An office with two units, one person in each and one in the office, and an issued notice to both units. */
export interface Seed {
  office: string
  calendar: string
  policy: string
  units: readonly [string, string]
  people: { handler: string; reporters: readonly [string, string] }
  notice: string
}

/** Writes an office; a rehearsal when a clock is given. Asks for the migration role. */
export async function seedOffice(h: Handle, clock: Instant | null = null): Promise<Seed> {
  const seed: Seed = {
    office: v7(),
    calendar: v7(),
    policy: v7(),
    units: [v7(), v7()],
    people: { handler: v7(), reporters: [v7(), v7()] },
    notice: v7(),
  }
  const office_id = seed.office
  const { handler, reporters } = seed.people
  await createOffice(h, {
    office: {
      id: office_id,
      name: '市政务公开办公室',
      zone: 'Asia/Shanghai',
      hours: DEFAULT_HOURS,
      duty_phone: null,
      rehearsal: clock !== null,
      rehearsal_start: clock,
      standing_clock: clock,
    },
    calendar: { source: 'test', calendar: calendarOf(seed.calendar) },
    policy: { id: seed.policy, policy: DEFAULT_POLICY },
  })
  await insertUnits(
    h,
    seed.units.map((id, index) => ({
      id,
      office_id,
      parent_id: null,
      name: `单位${index + 1}`,
      aliases: ['简称'],
      mailbox: null,
      office_head: null,
      status: 'open',
    })),
  )
  const people = [handler, ...reporters]
  await insertPeople(
    h,
    people.map((id, index) => ({
      id,
      office_id,
      name: `人员${index + 1}`,
      email: `p${index}@example.test`,
      phone: null,
      issuer: 'https://issuer.test',
      subject: `subject-${index}`,
      status: 'active',
    })),
  )
  await insertMemberships(
    h,
    people.map((person_id, index) => ({
      id: v7(),
      office_id,
      person_id,
      unit_id: index === 0 ? null : (seed.units[index - 1] ?? null),
      role: index === 0 ? 'office.handler' : 'unit.reporter',
      from_on: DAY,
      until_on: null,
    })),
  )
  await insertNotice(h, noticeOf(seed))
  await insertSlices(
    h,
    seed.units.map((unit_id) => ({
      office_id,
      notice_id: seed.notice,
      unit_id,
      served_at: AT,
      service_date: DAY,
      received_at: null,
      received_by: null,
      service_account_id: null,
      receipt_deemed: false,
    })),
  )
  return seed
}

function calendarOf(version: string): NewCalendar['calendar'] {
  return {
    version,
    exceptions: new Map([[dateOf('2022-10-01'), { kind: 'holiday', name: '国庆节' }]]),
    definite_years: new Set([2022]),
  }
}

/** An issued notice of the seed's office. */
export function noticeOf(seed: Seed, more: Partial<Notice> = {}): Notice {
  return {
    id: seed.notice,
    office_id: seed.office,
    number: '2022年第3号',
    title: '关于政府网站检查情况的通报',
    kind: 'inspection',
    signer_id: seed.people.handler,
    issued_on: DAY,
    period: '2022年第三季度',
    basis: ['国办秘函〔2019〕19号'],
    deadline: null,
    source_text: '原文',
    catalogue_version: '1',
    status: 'issued',
    revision: 1,
    created_by: seed.people.handler,
    created_at: AT,
    issued_at: AT,
    supplements_id: null,
    revoked_at: null,
    revoked_because: null,
    revoked_by: null,
    revoked_paper_id: null,
    consulting_until: null,
    ...more,
  }
}

export const LINE: FindingLine = {
  category: '信息更新',
  problem: '首页栏目超过两周未更新',
  sentence: '单位1首页栏目超过两周未更新。',
  sentence_start: 3,
  sentence_end: 18,
  medium: 'website',
  place: { url: 'https://unit.test/' },
  own_due_date: null,
  own_due_time: null,
  severity_confirmed: true,
  dispatch: 'unit',
  follows_id: null,
  supporting_unit_ids: [],
}

/** A due at an instant, on the day of the seed. */
export function dueAt(at: Instant, seed: Seed): Due {
  const basis = { rule: 'notice_date', from: DAY, working_days: null, calendar_days: null } as const
  return {
    at,
    date: DAY,
    time: null,
    provisional: false,
    basis: { ...basis, calendar_version: seed.calendar },
  }
}

/** Writes issued findings of the seed's notice, numbered from 1 above those there. */
export async function seedFindings(
  h: Handle,
  seed: Seed,
  findings: readonly Partial<Finding>[],
  first = 1,
): Promise<LockedFinding[]> {
  const { office: office_id, notice: notice_id, policy: policy_version } = seed
  const full = findings.map((more, index) => ({
    ...blankFinding({ id: v7(), office_id, notice_id, number: first + index, policy_version }),
    unit_id: seed.units[0],
    state: 'notified' as const,
    ...more,
  }))
  const handler_id = seed.people.handler
  await insertDraftFindings(
    h,
    full.map((finding) => ({ finding, line: LINE, handler_id, created_at: AT })),
  )
  const locked = full.map(
    (finding): LockedFinding => ({
      finding,
      handler_id,
      audience: finding.state === 'draft' ? 'office' : 'unit',
      last_hash: null,
      last_event_at: null,
    }),
  )
  await updateFindings(h, locked)
  return locked
}
