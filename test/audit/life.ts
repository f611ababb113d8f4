import { createHash, randomUUID } from 'node:crypto'
import type { Around, Case } from '../../src/audit/case.js'
import { effectOf } from '../../src/commands/effect.js'
import { roundsOf } from '../../src/commands/rounds.js'
import type { StoredEvent } from '../../src/db/event.js'
import type { LockedFinding } from '../../src/db/finding-row.js'
import type { Message } from '../../src/db/message.js'
import type { Round } from '../../src/db/round.js'
import { takeDue } from '../../src/domain/clock/advance.js'
import type { Command } from '../../src/domain/commands.js'
import { dueOfDate } from '../../src/domain/due.js'
import { blankFinding } from '../../src/domain/finding.js'
import { dateOf, type Instant, instantOf, toEpoch } from '../../src/domain/instant.js'
import { run } from '../../src/domain/machine/run.js'
import { isLive, type Milestone } from '../../src/domain/milestone.js'
import { isSettled } from '../../src/domain/overdue.js'
import { type Actor, type Situation, SYSTEM_ACTOR } from '../../src/domain/situation.js'
import type { Role } from '../../src/domain/vocabulary.js'
import { RULES } from '../helpers/seeds.js'

export const hash = (text: string) => createHash('sha256').update(text).digest('hex')
export const actor = (role: Role, person_id: string = role): Actor => ({ person_id, roles: [role] })
const at = (text: string) => instantOf(`${text}:00.000Z`)
const NAMED = { newId: randomUUID, newSalt: randomUUID, hash }

export type Ending = 'overdue' | 'closed' | 'settled' | 'asked' | 'moved' | 'supported'

/**
 * The true record of one finding: issued 2022-09-08, due 2022-09-30, deemed received, reminded, overdue, called, then
 * answered and `closed`, and `settled` by a look-back; unless told to stop while it is `overdue`, or as soon as its unit has
 * `asked` that nothing was wrong and a decision is proposed, or was then `moved` to another, or `supported` by two others of which
 * one is done and the other released. Made by the machine, kept in memory.
 */
export function recordOf(until: Ending): { one: Case; around: Around } {
  const life = begin()
  const supporting = until === 'supported' ? ['other', 'third'] : []
  life.command(actor('office.leader'), at('2022-09-08T01:30'), { ...issue(), supporting })
  if (until === 'supported') support(life)
  if (until === 'supported') return life.record()
  if (until === 'asked' || until === 'moved') disputeAndPropose(life)
  if (until === 'moved') reassign(life)
  if (until === 'asked' || until === 'moved') return life.record()
  for (const now of [
    '2022-09-14T00:00',
    '2022-09-27T00:00',
    '2022-09-30T16:00',
    '2022-10-09T23:40',
  ]) {
    life.clock(at(now))
  }
  life.command(actor('office.handler'), at('2022-10-10T02:00'), {
    name: 'record_contact',
    whom: '张三',
    words: '请尽快反馈',
  })
  if (until === 'closed' || until === 'settled') answerAndClose(life)
  if (until === 'settled') lookBack(life)
  return life.record()
}

function support(life: ReturnType<typeof begin>): void {
  life.clock(at('2022-09-23T00:00'))
  const roles = ['unit.reporter'] as const
  const third = { person_id: 'third', roles: [], helping: [{ unit_id: 'third', roles }] }
  const contribute = { name: 'contribute', text: '已提供', done: true } as const
  life.command(third, at('2022-09-23T02:00'), contribute)
  const named = { name: 'name_supporting', unit_ids: ['third'] } as const
  life.command(actor('office.reviewer'), at('2022-09-23T03:00'), named)
}

function disputeAndPropose(life: ReturnType<typeof begin>): void {
  life.command(actor('unit.signatory'), at('2022-09-09T03:00'), {
    name: 'dispute',
    request_id: 'request',
    grounds: '当日已更新',
  })
  life.command(actor('office.handler'), at('2022-09-09T06:00'), {
    name: 'propose_decision',
    request_id: 'request',
    verdict: 'refused',
    reason: '经核实属实',
  })
  life.clock(at('2022-09-15T00:00'))
}

function reassign(life: ReturnType<typeof begin>): void {
  life.command(actor('office.reviewer'), at('2022-09-15T03:00'), {
    name: 'reassign',
    unit_id: 'other',
    reason: '栏目由其主管',
  })
  life.clock(at('2022-09-20T00:00'))
}

function answerAndClose(life: ReturnType<typeof begin>): void {
  life.command(actor('unit.reporter'), at('2022-10-10T03:00'), {
    name: 'respond',
    result: 'fixed',
    cause: '无人负责',
    measures: '已更新',
    completed_on: dateOf('2022-10-10'),
    evidence: ['e'.repeat(64)],
    report: { on: dateOf('2022-10-10'), report_number: '函1号' },
  })
  life.command(actor('office.handler'), at('2022-10-10T06:00'), {
    name: 'accept',
    conclusion: '属实',
    retest_reason: '人工核对',
  })
  life.command(actor('office.reviewer'), at('2022-10-11T06:00'), {
    name: 'close',
    conclusion: '同意',
  })
}

function lookBack(life: ReturnType<typeof begin>): void {
  life.clock(at('2022-10-30T23:40'))
  life.command(actor('inspector'), at('2022-10-31T03:00'), {
    name: 'record_retest',
    result: 'pass',
    observed_at: at('2022-10-31T02:00'),
    seen: '两周内有更新',
  })
}

function issue() {
  return {
    name: 'issue',
    line: {
      unit_id: 'unit',
      asset_id: null,
      indicator_id: 'WD-04',
      severity: 'deduction',
      handling: 'normal',
      urgent: false,
    },
    served_at: at('2022-09-08T01:30'),
    service_date: dateOf('2022-09-08'),
    due: dueOfDate(RULES, dateOf('2022-09-30'), null, 'notice_date'),
    due_from_receipt: null,
    policy_version: 'policy',
    severity_confirmed: true,
  } as const satisfies Command
}

function begin() {
  const proof = { at: at('2022-09-08T01:40'), how: 'mail' } as const
  const ids = { id: randomUUID(), office_id: 'office', notice_id: 'notice', number: 1 }
  let locked: LockedFinding = {
    finding: blankFinding({ ...ids, policy_version: 'policy' }),
    handler_id: null,
    audience: 'office',
    last_hash: null,
    last_event_at: null,
  }
  let milestones: readonly Milestone[] = []
  const events: StoredEvent[] = []
  const messages: Message[] = []
  const rounds: Round[] = []
  let requests: Case['requests'] = []
  const slips: Case['slips'][number][] = []
  let now = at('2022-09-08T01:00')

  function step(
    who: Actor,
    when: Instant,
    work: (situation: Situation) => ReturnType<typeof takeDue>,
  ) {
    now = when
    const { finding } = locked
    const known = new Set(['e'.repeat(64), 'other'])
    const shared = {
      now,
      rules: RULES,
      paper: null,
      proof,
      known,
      ...{ unit_open: true, target_open: true },
    }
    const before: Situation = { finding, milestones, actor: who, ...shared }
    const after = work(before)
    const effect = effectOf(NAMED, before, after, locked)
    locked = effect.locked
    const rows = [...effect.created, ...effect.changed]
    milestones = [...milestones.filter((row) => !rows.some(({ id }) => id === row.id)), ...rows]
    events.push(...effect.events)
    rounds.push(...roundsOf(locked.finding, effect.events))
    const { asked, changed } = effect.requests
    requests = [...requests, ...asked].map((row) => {
      const news = Object.entries(changed.find(({ id }) => id === row.id) ?? {})
      // As the table does: nothing new takes nothing away.
      return { ...row, ...Object.fromEntries(news.filter(([, value]) => value !== null)) }
    })
    const { joins } = effect.slips
    if (joins) slips.push({ ...SLIP, rung: joins, drafted_at: now })
    const ears = { office_id: 'office', finding_id: finding.id, notice_id: null }
    const said = { status: 'said', said_at: now, slip_id: null, contact_fault_id: null } as const
    const mailOf = ({ recipient, unit_id }: Pick<Message, 'recipient' | 'unit_id'>) =>
      recipient !== 'unit' ? 'office-mail' : unit_id === 'unit' ? 'mail' : `${unit_id}-mail`
    messages.push(
      ...effect.messages.map((one) => ({
        ...{ ...one, ...ears, ...said, created_at: now },
        mail_id: mailOf(one),
      })),
    )
  }

  return {
    clock: (when: Instant) => step(SYSTEM_ACTOR, when, takeDue),
    command: (who: Actor, when: Instant, command: Command) =>
      step(who, when, (situation) => {
        const done = run(situation, command, null)
        if (done.verdict.kind !== 'done') throw new Error(JSON.stringify(done.verdict))
        return done
      }),
    record: () =>
      recorded({ locked, milestones, events, rounds, requests, messages, slips, now, proof }),
  }
}

type Kept = Pick<Case, 'events' | 'rounds' | 'requests' | 'messages' | 'slips' | 'proof'> & {
  locked: LockedFinding
  milestones: readonly Milestone[]
  now: Instant
}

function recorded({ locked, milestones, now, ...kept }: Kept) {
  const { finding } = locked
  const rows = milestones.map((row) => ({
    ...row,
    id: row.id ?? '',
    office_id: 'office',
    subject_id: finding.id,
    finding_id: finding.id,
    unit_id: 'unit',
  }))
  const [next] = rows.filter(isLive).toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const waiting = {
    version: 7,
    state: finding.state,
    settled: false,
    next: next ? { kind: next.kind, step: next.step, wake_at: toEpoch(next.wake_at) } : null,
  }
  const settled = isSettled(finding, rows)
  const words = { to_address: 'unit@example.com', subject: '主题', text: '正文' }
  const sent = { ...words, status: 'sent', created_at: now } as const
  const one = {
    stored: { ...locked, line: LINE, created_at: now },
    ...kept,
    milestones: rows,
    mails: new Map([
      ['mail', { ...sent, id: 'mail', unit_id: 'unit' }],
      ['other-mail', { ...sent, id: 'other-mail', unit_id: 'other' }],
      ['third-mail', { ...sent, id: 'third-mail', unit_id: 'third' }],
      ['office-mail', { ...sent, id: 'office-mail', unit_id: null }],
    ]),
    sync: { subject_id: finding.id, kind: 'finding', wanted: 7, told: 7 },
    workflow: { status: settled ? 'COMPLETED' : 'RUNNING', waiting: settled ? null : waiting },
  } satisfies Case
  return { one, around: { now, rules: RULES, gathered_at: now, opened_at: now, hash } }
}

const SLIP: Omit<Case['slips'][number], 'rung' | 'drafted_at'> = {
  id: 'slip',
  office_id: 'office',
  notice_id: 'notice',
  unit_id: 'unit',
  audience: 'office',
  status: 'draft',
  number: null,
  revision: 0,
  issued_at: null,
  issued_by: null,
  entered_by: null,
  signed_paper_id: null,
  acknowledged_at: null,
  acknowledged_by: null,
  service_account_id: null,
  withdrawn_at: null,
  addressee: null,
  copies: [],
  text: null,
  reason: null,
}

const LINE: Case['stored']['line'] = {
  category: '内容',
  problem: '未更新',
  sentence: null,
  sentence_start: null,
  sentence_end: null,
  medium: 'channel',
  place: null,
  own_due_date: null,
  own_due_time: null,
  severity_confirmed: true,
  dispatch: 'unit',
  follows_id: null,
  supporting_unit_ids: [],
}
