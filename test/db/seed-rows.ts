import { v7 } from 'uuid'
import { insertAssets } from '../../src/db/asset.js'
import { insertConsultation } from '../../src/db/consultation.js'
import { insertContactFault } from '../../src/db/contact-fault.js'
import { appendEvents, type StoredEvent } from '../../src/db/event.js'
import { insertEvidence } from '../../src/db/evidence.js'
import type { Handle } from '../../src/db/handle.js'
import { insertLetter } from '../../src/db/letter.js'
import { insertMails, recordAttempt } from '../../src/db/mail.js'
import { insertMessages, type WaitingMessage } from '../../src/db/message.js'
import { insertMilestones, type StoredMilestone } from '../../src/db/milestone.js'
import { insertOperation } from '../../src/db/operation.js'
import { insertRequests, type StoredRequest } from '../../src/db/request.js'
import { insertRounds, type Round } from '../../src/db/round.js'
import { insertSignedPaper } from '../../src/db/signed-paper.js'
import { proveSlices } from '../../src/db/slice.js'
import { joinDraftSlips, openDraftSlips, updateSlips } from '../../src/db/slip.js'
import { wantSubjects } from '../../src/db/workflow-sync.js'
import type { Finding } from '../../src/domain/finding.js'
import { AT, DAY, type Seed, seedFindings } from './seed.js'
import { seedMachines } from './seed-account.js'

/** A milestone of a finding, a day after the seed's instant. */
export function milestoneOf(
  finding: Finding,
  more: Partial<StoredMilestone> = {},
): StoredMilestone {
  return {
    id: v7(),
    office_id: finding.office_id,
    subject_id: finding.id,
    finding_id: finding.id,
    unit_id: finding.unit_id,
    plan: 1,
    kind: 'fall_due',
    step: 0,
    at: AT,
    wake_at: AT,
    reason: { rule: 'notice_date' },
    taken_at: null,
    outcome: null,
    ...more,
  }
}

/** An event of a finding, as its unit's or its office's. */
export function eventOf(finding: Finding, more: Partial<StoredEvent> = {}): StoredEvent {
  const { id: finding_id, office_id, unit_id } = finding
  const event = {
    office_id,
    finding_id,
    unit_id,
    seq: 1,
    audience: 'unit',
    type: 'commented',
    data: { audience: 'unit' },
    texts: { text: '请抓紧' },
    salt: 'salt',
    actor: { person_id: null, role: 'system', signed_paper_id: null },
    at: AT,
    effective_at: AT,
    canonical: '{}',
    previous_hash: '0',
    hash: '1',
    ...more,
  }
  return event as StoredEvent
}

export function roundOf(finding: Finding, seed: Seed, more: Partial<Round> = {}): Round {
  return {
    office_id: seed.office,
    finding_id: finding.id,
    number: 1,
    unit_id: finding.unit_id ?? seed.units[0],
    result: 'fixed',
    cause: '人手不足',
    measures: '已更新',
    completed_on: DAY,
    taken_down_at: null,
    evidence: ['a'.repeat(64)],
    ...{ submitted_by: seed.people.reporters[0], service_account_id: null },
    signed_paper_id: null,
    registered: false,
    received_on: null,
    submitted_at: AT,
    effective_at: AT,
    working_days_late: 0,
    ...{ fixed_by: null, fix_steps: null, asked: null },
    ...more,
  }
}

export function requestOf(finding: Finding, unit_id: string): StoredRequest {
  const { id: finding_id, office_id } = finding
  return {
    ...{ id: v7(), office_id, finding_id, unit_id, kind: 'extension', status: 'pending' },
    ...{ asked_at: AT, asked_seq: 1, proposed_seq: null, ended_at: null, ended_seq: null },
    ...{ target_unit_id: null, viewed_seq: null },
  }
}

export function messageOf(finding: Finding, more: Partial<WaitingMessage> = {}): WaitingMessage {
  return {
    id: v7(),
    office_id: finding.office_id,
    unit_id: finding.unit_id,
    finding_id: finding.id,
    notice_id: finding.notice_id,
    slip_id: null,
    contact_fault_id: null,
    cause: 'event/1',
    kind: 'returned',
    recipient: 'unit',
    urgent: false,
    created_at: AT,
    ...more,
  }
}

/** For each unit of the seed: a finding, and a row of every table that can concern it. */
export async function seedRows(h: Handle, seed: Seed): Promise<readonly [Finding, Finding]> {
  const [a, b] = await seedFindings(h, seed, [
    { unit_id: seed.units[0] },
    { unit_id: seed.units[1] },
  ])
  if (!a || !b) throw new Error('no findings')
  const office_id = seed.office
  for (const [index, { finding }] of [a, b].entries()) {
    const unit_id = seed.units[index === 0 ? 0 : 1]
    const person = seed.people.reporters[index === 0 ? 0 : 1]
    const mail_id = v7()
    await insertAssets(h, [
      {
        id: v7(),
        office_id,
        unit_id,
        operating_unit_id: null,
        medium: 'website',
        name: '门户',
        platform: null,
        url: null,
        status: 'open',
      },
    ])
    await appendEvents(h, [
      eventOf(finding),
      eventOf(finding, { seq: 2, audience: 'office', previous_hash: '1', hash: '2' }),
    ])
    await insertRounds(h, [roundOf(finding, seed)])
    await insertRequests(h, [requestOf(finding, unit_id)])
    const proof = { at: AT, as_of: AT, how: 'mail', mail_id: null } as const
    await proveSlices(h, [{ notice_id: seed.notice, unit_id, proof }])
    await insertMilestones(h, [
      milestoneOf(finding),
      milestoneOf(finding, { kind: 'nag_office' }),
      milestoneOf(finding, { kind: 'remind', outcome: 'taken', taken_at: AT }),
    ])
    await insertMessages(h, [messageOf(finding)])
    await insertMails(h, [
      {
        id: mail_id,
        office_id,
        unit_id,
        person_id: person,
        kind: 'digest',
        to_name: '联络员',
        to_address: 'a@b.test',
        subject: '一',
        text: '二',
        html: null,
        rehearsal: false,
        created_at: AT,
      },
    ])
    await recordAttempt(h, {
      mail_id,
      at: AT,
      outcome: 'accepted',
      reason: null,
      next_attempt_at: null,
      message_id: null,
    })
    await insertContactFault(
      h,
      {
        ...{ id: v7(), office_id, unit_id, person_id: person, name: '联络员', address: 'a@b.test' },
        ...{ how: 'bounced', reason: '退回', mail_id, found_at: AT },
      },
      [],
    )
    await insertConsultation(h, [
      {
        ...{
          finding_id: finding.id,
          office_id,
          notice_id: seed.notice,
          unit_id,
          title: '通报',
          number: 1,
        },
        ...{ category: '类别', problem: '问题', place: null, asset_id: null, indicator_id: 'none' },
        ...{ asked_at: AT, until: AT },
      },
    ])
    const letter_id = v7()
    await insertLetter(
      h,
      {
        ...{ id: letter_id, office_id, notice_id: seed.notice, unit_id, number: '1号' },
        ...{ signed_on: DAY, received_on: null, scan: [], signed_paper_id: null },
        ...{ registered_by: person, service_account_id: null, registered_at: AT },
      },
      [
        {
          ...{
            letter_id,
            place: 0,
            number: 1,
            office_id,
            unit_id,
            finding_id: finding.id,
            result: 'fixed',
          },
          ...{ outcome: 'responded', code: null, field: null },
        },
      ],
    )
    await seedSlips(h, seed, finding, unit_id)
    const file = {
      office_id,
      unit_id,
      size: 5,
      ...{ type: 'image/png', name: '截图.png', masked: true },
      captured_on: DAY,
      uploaded_at: AT,
      metadata: null,
      scan_state: 'unscanned',
    } as const
    await insertEvidence(h, {
      ...file,
      id: v7(),
      sha256: String(index).repeat(64),
      uploaded_by: person,
      service_account_id: null,
    })
    await insertSignedPaper(h, {
      id: v7(),
      office_id,
      unit_id,
      signer_id: person,
      signed_on: DAY,
      paper_number: '1',
      evidence_id: null,
      entered_by: person,
      created_at: AT,
    })
    await seedMachines(h, { office_id, unit_id, created_by: seed.people.handler }, finding.id)
    await wantSubjects(h, [{ subject_id: finding.id, office_id, kind: 'finding' }])
    await insertOperation(h, {
      id: v7(),
      office_id,
      kind: 'export',
      input: {},
      requested_by: person,
      created_at: AT,
    })
  }
  return [a.finding, b.finding]
}

/** One draft and one issued slip of the finding's unit. */
async function seedSlips(h: Handle, seed: Seed, finding: Finding, unit_id: string): Promise<void> {
  const draft = { office_id: seed.office, notice_id: seed.notice, unit_id, drafted_at: AT }
  const issued = { ...draft, id: v7(), rung: 2 } as const
  await openDraftSlips(h, [issued, { ...draft, id: v7(), rung: 3 }])
  const join = { notice_id: seed.notice, unit_id, finding_id: finding.id, joined_at: AT }
  await joinDraftSlips(h, [
    { ...join, rung: 2 },
    { ...join, rung: 3 },
  ])
  await updateSlips(h, [
    {
      ...issued,
      number: '1',
      status: 'issued',
      revision: 2,
      issued_at: AT,
      issued_by: seed.people.handler,
      entered_by: null,
      signed_paper_id: null,
      ...{ acknowledged_at: null, acknowledged_by: null, service_account_id: null },
      withdrawn_at: null,
      addressee: null,
      copies: [],
      text: null,
      reason: null,
    },
  ])
}
