import type { LocalDate } from '../../domain/instant.js'
import { RUNG_LABELS } from '../../domain/paper-labels.js'
import { REQUEST_KIND_LABELS, VERDICT_LABELS } from '../../domain/request-labels.js'
import type { SlipRung } from '../../domain/slip.js'
import type { RequestKind, Verdict } from '../../domain/vocabulary.js'
import { type Block, heading, item, type Message, message } from '../blocks.js'
import { type ConsultedNotice, consultedBlock } from './consultation.js'
import { type FailedContactOfUnit, failedContactBlock } from './contact-fault.js'
import type { FindingFacts, NoticeFacts } from './facts.js'
import { hiddenBlocks, hiddenSubject, split } from './hidden.js'
import { day, noticeWords, problemWords, titleOf } from './words.js'

/** A finding that waits for somebody of the office. */
export interface WaitingFinding {
  finding: FindingFacts
  /** Working days it has waited, and whether that is past the office's own limit. */
  working_days: number
  over_limit: boolean
}

/** What a unit asks for and waits for. */
export interface WaitingRequest extends WaitingFinding {
  kind: RequestKind
  /** The day an extension asks for. */
  new_date: LocalDate | null
  /** The unit that a transfer proposes, and whether it would take the finding; null while it has not said. */
  target_unit: string | null
  agrees: boolean | null
  /** The day by which it was to say so has passed, and it has not. */
  view_missed: boolean
  proposed: Verdict | null
}

export interface WaitingSlip {
  rung: SlipRung
  number: string | null
  unit_name: string
  drafted_on: LocalDate
  findings: readonly FindingFacts[]
}

/** A unit's slice whose delivery nothing proves. */
export interface UnprovenSlice {
  unit_name: string
  notice: NoticeFacts
  served_on: LocalDate
  findings: readonly FindingFacts[]
}

/** What a unit wrote; `by` is one that helps with it, null its own. */
export interface CommentOfUnit {
  finding: FindingFacts
  text: string
  by: string | null
}

/** What waits for one person of the office; empty lists say nothing. */
export interface OfficeDigestInput {
  to_review: readonly WaitingFinding[]
  to_close: readonly WaitingFinding[]
  requests: readonly WaitingRequest[]
  slips: readonly WaitingSlip[]
  unproven: readonly UnprovenSlice[]
  third_returns: readonly { finding: FindingFacts; returns: number }[]
  /** Closed findings to be looked at again, and those whose problem was seen again. */
  lookbacks: readonly FindingFacts[]
  seen_again: readonly FindingFacts[]
  comments: readonly CommentOfUnit[]
  failed_contacts: readonly FailedContactOfUnit[]
  consulted: readonly ConsultedNotice[]
}

/** What waits for the handler, reviewer or leader, signatures first. */
export function officeDigest(input: OfficeDigestInput): Message {
  const slips = splitGroups(input.slips)
  const unproven = splitGroups(input.unproven)
  const thirds = split(input.third_returns, (entry) => entry.finding)
  const requests = split(input.requests, (entry) => entry.finding)
  const reviews = split(input.to_review, (entry) => entry.finding)
  const closings = split(input.to_close, (entry) => entry.finding)
  const lookbacks = split(input.lookbacks, (finding) => finding)
  const seenAgain = split(input.seen_again, (finding) => finding)
  const comments = split(input.comments, (entry) => entry.finding)
  const sections = [
    section('待签发', '份', slips.shown.map(slipBlock)),
    section('申请待审批', '件', requests.shown.map(requestBlock)),
    section('第三次退回', '项', thirds.shown.map(thirdBlock)),
    section('联系方式失效', '个', input.failed_contacts.map(failedContactBlock)),
    section('发文前核实结束', '件', input.consulted.map(consultedBlock)),
    section('送达待确认', '个单位', unproven.shown.map(unprovenBlock)),
    section('待初核', '项', reviews.shown.map(waitingBlock)),
    section('待复核销号', '项', closings.shown.map(waitingBlock)),
    section('回头看未通过', '项', seenAgain.shown.map(seenAgainBlock)),
    section('回头看待复查', '项', lookbacks.shown.map(lookbackBlock)),
    section('沟通记录', '条', comments.shown.map(commentBlock)),
  ].filter((part) => part.blocks.length > 0)
  const all = [slips, requests, thirds, unproven, reviews, closings, seenAgain, lookbacks, comments]
  const hidden = all.flatMap((s) => s.hidden)
  return message([...sections.map((part) => part.name), ...hiddenSubject(hidden)].join('、'), [
    ...sections.flatMap((part) => [heading(part.name), ...part.blocks]),
    ...hiddenBlocks(hidden),
  ])
}

/** A group is shown with its normal findings; one that has none is not shown at all. */
function splitGroups<T extends { findings: readonly FindingFacts[] }>(groups: readonly T[]) {
  const parted = groups.map((group) => ({ group, ...split(group.findings, (f) => f) }))
  return {
    shown: parted.filter((p) => p.shown.length > 0).map((p) => ({ ...p.group, findings: p.shown })),
    hidden: parted.flatMap((p) => p.hidden),
  }
}

function section(name: string, unit: string, blocks: readonly Block[]) {
  return { name: `${name}${blocks.length}${unit}`, blocks }
}

function slipBlock({ rung, number, unit_name, drafted_on, findings }: WaitingSlip): Block {
  return item(`${unit_name} ${RUNG_LABELS[rung]}${number ?? ''}`, [
    `涉及问题${findings.length}项，${day(drafted_on)}拟稿`,
    ...findings.map(titleOf),
  ])
}

function unprovenBlock({ unit_name, notice, served_on, findings }: UnprovenSlice): Block {
  return item(`${unit_name} ${noticeWords(notice)}`, [
    `${day(served_on)}送达，问题${findings.length}项，无送达凭证，请电话核实并登记`,
  ])
}

function thirdBlock({ finding, returns }: { finding: FindingFacts; returns: number }): Block {
  return item(`${finding.unit_name} ${titleOf(finding)}`, [
    problemWords(finding),
    `已退回整改${returns}次，请审定处理意见`,
  ])
}

function waitingBlock(waiting: WaitingFinding): Block {
  const { finding } = waiting
  return item(`${finding.unit_name} ${titleOf(finding)}`, [
    problemWords(finding),
    waitedWords(waiting),
  ])
}

function seenAgainBlock(finding: FindingFacts): Block {
  return item(`${finding.unit_name} ${titleOf(finding)}`, [
    problemWords(finding),
    '销号后复查发现问题仍在，请决定重新列入台账或另行交办',
  ])
}

function lookbackBlock(finding: FindingFacts): Block {
  return item(`${finding.unit_name} ${titleOf(finding)}`, [
    problemWords(finding),
    '已到回头看时间，请安排复查并登记结果',
  ])
}

function requestBlock(waiting: WaitingRequest): Block {
  const { finding, kind, new_date, target_unit, proposed } = waiting
  const until = new_date ? `至${day(new_date)}` : ''
  const target = target_unit ? `至${target_unit}（${viewWords(waiting)}）` : ''
  return item(`${finding.unit_name} ${titleOf(finding)}`, [
    `${REQUEST_KIND_LABELS[kind]}${until}${target}`,
    proposed && `拟办意见：${VERDICT_LABELS[proposed]}`,
    waitedWords(waiting),
  ])
}

function viewWords({ agrees, view_missed }: WaitingRequest): string {
  if (agrees === null) return view_missed ? '逾期未反馈意见，可直接审批' : '尚未反馈意见'
  return agrees ? '同意承接' : '不同意承接'
}

function waitedWords({ working_days, over_limit }: WaitingFinding): string {
  return `已等待${working_days}个工作日${over_limit ? '，已超过办理时限' : ''}`
}

function commentBlock({ finding, text, by }: CommentOfUnit): Block {
  return item(`${finding.unit_name} ${titleOf(finding)}`, [by === null ? text : `${by}：${text}`])
}
