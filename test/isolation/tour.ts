import { certificateOperations } from '../../src/contracts/certificates.js'
import { checkingOperations } from '../../src/contracts/findings/checking.js'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { jobOperations } from '../../src/contracts/long-jobs.js'
import { draftOperations } from '../../src/contracts/notices/draft-operations.js'
import { matchingOperations } from '../../src/contracts/notices/matching.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { aliasOperations } from '../../src/contracts/register/aliases.js'
import { handoverOperations } from '../../src/contracts/register/handover.js'
import { successionOperations } from '../../src/contracts/register/succession.js'
import { signedPaperOperations } from '../../src/contracts/signed-papers.js'
import { slipOperations } from '../../src/contracts/slips.js'
import { instantOf } from '../../src/domain/instant.js'
import { PERSON_COMMANDS, type PersonCommandName } from '../../src/domain/vocabulary.js'
import { personOperations, whereTo } from '../http/command-routes.js'
import { livesOf, type Who } from '../http/lives.js'
import { line } from '../http/notice.js'
import type { Send } from '../http/support.js'
import { does, type Ground } from './ground.js'
import { letMachinesIn } from './tour-accounts.js'
import { sendToMany } from './tour-bulk.js'
import { answerByLetter, consultOne, DAY, returnOneMail } from './tour-contacts.js'
import { reportHits } from './tour-hits.js'
import { enterRegisters } from './tour-registers.js'

/** Where the findings are overdue and their reminders wait for a signature. */
const OVERDUE = instantOf('2022-09-22T02:00:00.000Z')
const DEADLINE = {
  kind: 'date',
  date: '2022-09-16',
  time: null,
  words: '9月16日前',
  inclusive: true,
  day_off: 'roll_on',
}

/**
 * Everything that can be asked of the interface and changes something, done once with success: the registers, a
 * notice to the first two units, every command on a finding of the first, papers, slips and the clock. `evidence` is
 * the hash of a file of the first unit.
 */
export async function tour(ground: Ground, evidence: string): Promise<void> {
  const { office, as } = ground
  await enterRegisters(ground)
  const leader = as(office.officer('office.leader'))
  const findings = await issueLines(ground)
  const colleague = office.member(0, 'unit.signatory').person_id
  const paper = { signer_id: colleague, unit_id: office.units[0] ?? '', signed_on: DAY }
  const entered = await does(leader, signedPaperOperations.enterSignedPaper, {
    body: { ...paper, paper_number: '1号' },
  })
  const lives = livesOf({ evidence: [evidence], colleague, other: office.units.at(-1) ?? '' })
  const live = async (name: PersonCommandName) => {
    const finding = { id: findings[name] ?? '' }
    for (const [who, command, body = {}] of lives[name]) {
      const send = as(personOf(ground, who))
      const reader = who === 'neighbour' ? as(personOf(ground, 'signatory')) : send
      const seen = await does(reader, findingOperations.getFinding, { params: finding })
      const params = whereTo(command, seen.body.finding)
      const if_match = seen.etag
      const more = moreOf(command, entered.body.id)
      await does(send, personOperations[command], { params, body: { ...body, ...more }, if_match })
    }
  }
  await checkOne(ground, { id: findings['respond'] ?? '' }, evidence)
  for (const name of PERSON_COMMANDS) if (name !== 'close_unreported') await live(name)
  await ground.until(OVERDUE)
  await live('close_unreported')
  await signSlips(ground)
  await does(as(office.officer('office.reviewer')), successionOperations.reassignFindings, {
    params: { id: office.units.at(-1) ?? '' },
    body: { successor_id: office.units[0] ?? '', reason: '职责划回' },
  })
  const admin = as(office.officer('admin'))
  await does(admin, handoverOperations.handOverFindings, {
    params: { id: office.officer('office.reviewer').person_id },
    body: { to_person_id: office.officer('office.handler').person_id },
  })
  await supplementAndRevoke(ground)
  await returnOneMail(ground)
  await consultOne(ground)
  await reportHits(ground)
  await answerByLetter(ground)
  await sendToMany(ground)
  await letMachinesIn(ground)
  const advance = await does(admin, jobOperations.advanceRehearsal, { body: { days: 1 } })
  await does(admin, jobOperations.cancelOperation, { params: { id: advance.body.id } })
}

/** The unit asks what an answer lacks that says all there is to say. */
async function checkOne({ office, as }: Ground, params: { id: string }, hash: string) {
  const asked = { on: DAY, whom: '市供电公司', evidence: [hash] }
  const fix_plan = { fixed_by: '2022-10-20', steps: [{ on: '2022-09-20', text: '完成改造' }] }
  const report = { on: DAY, report_number: '1号' }
  const texts = { cause: '无人维护', measures: '已更新', paper_number: '1号' }
  const body = { ...texts, result: 'beyond_unit', fix_plan, asked, report, evidence: [hash] }
  await does(as(office.member(0)), checkingOperations.checkAnswer, { params, body })
}

/** A supplement to the first notice that is out, revoked again, and what certifies that. */
async function supplementAndRevoke({ office, as }: Ground): Promise<void> {
  const leader = as(office.officer('office.leader'))
  const query = { status: 'issued', limit: '1' }
  const listed = await does(leader, noticeOperations.listNotices, { query })
  const signer_id = office.officer('office.leader').person_id
  const findings = [line(office.units[0] ?? '')]
  const supplements = listed.body.items[0]?.id
  const head = { title: '补充通报', signer_id, issued_on: DAY, supplements }
  const whole = { ...head, findings }
  await does(leader, noticeOperations.readNotice, {
    body: { text: '一、某单位“公告”栏目未更新。' },
  })
  await does(leader, aliasOperations.learnAlias, {
    ...{ params: { id: office.units[0] ?? '' }, body: { alias: '某单位' } },
  })
  await does(leader, matchingOperations.matchNames, {
    body: { units: ['某单位'], assets: [{ name: '公告', unit: '某单位', platform: null }] },
  })
  const drafted = await does(leader, noticeOperations.draftNotice, { body: whole })
  const params = { id: drafted.body.id }
  // What a draft once said stays inside; what it was changed to is told.
  const changed = await does(leader, noticeOperations.changeNotice, {
    ...{ params, if_match: drafted.etag, body: whole },
  })
  const issued = await does(leader, noticeOperations.issueNotice, {
    ...{ params, if_match: changed.etag },
  })
  const body = { reason: '口径有误' }
  await does(leader, noticeOperations.revokeNotice, { params, body, if_match: issued.etag })
  await does(leader, certificateOperations.getNoticeCertificate, { params })
  await does(leader, certificateOperations.downloadNoticeCertificate, { params })
  const withdrawn = { params: { id: changed.body.findings[0]?.finding_id ?? '' } }
  await does(leader, certificateOperations.getFindingCertificate, withdrawn)
  await does(leader, certificateOperations.downloadFindingCertificate, withdrawn)
}

/** What a command can carry beside what its life gives it. */
function moreOf(command: PersonCommandName, signed_paper_id: string): object {
  if (command === 'register_response') return { report: { on: DAY, report_number: '1号' } }
  return command === 'acknowledge' ? { signed_paper_id } : {}
}

function personOf({ office }: Ground, who: Who) {
  switch (who) {
    case 'reporter':
      return office.member(0)
    case 'signatory':
      return office.member(0, 'unit.signatory')
    case 'handler':
      return office.officer('office.handler')
    case 'reviewer':
      return office.officer('office.reviewer')
    case 'leader':
      return office.officer('office.leader')
    case 'neighbour':
      return office.member(office.units.length - 1)
  }
}

/** Issues a notice with a finding of the first unit for every command, and two for nothing; tells them by command. */
async function issueLines({ office, as }: Ground): Promise<Partial<Record<string, string>>> {
  const leader = as(office.officer('office.leader'))
  const [first = '', second = ''] = office.units
  const lines = [
    ...PERSON_COMMANDS.map((name) =>
      line(first, name === 'report_takedown' ? { indicator_id: 'WV-1.1', severity: 'veto' } : {}),
    ),
    line(first),
    line(second),
  ]
  const head = { title: '通报', signer_id: office.officer('office.leader').person_id }
  const whole = { ...head, issued_on: DAY, deadline: DEADLINE, findings: lines }
  const drafted = await does(leader, noticeOperations.draftNotice, { body: whole })
  const params = { id: drafted.body.id }
  const changed = await does(leader, noticeOperations.changeNotice, {
    params,
    if_match: drafted.etag,
    body: whole,
  })
  await does(leader, noticeOperations.issueNotice, { params, query: { dry_run: true } })
  await does(leader, noticeOperations.issueNotice, { params, if_match: changed.etag })
  const signatory = as(office.member(1, 'unit.signatory'))
  const slices = await does(signatory, noticeOperations.listSlices, { params })
  await does(signatory, noticeOperations.acknowledgeSlice, {
    params: { ...params, unit_id: second },
    if_match: slices.body.items[0]?.etag ?? '',
  })
  // A draft stays behind that nobody but the office may see.
  const inside = { ...head, findings: [line(first), line(null)] }
  const kept = await does(leader, noticeOperations.draftNotice, { body: inside })
  const expanded = await does(leader, noticeOperations.expandFinding, {
    params: { id: kept.body.id, number: '2' },
    if_match: kept.etag,
    body: { unit_ids: [first, second] },
  })
  await editLines(leader, kept.body.id, expanded.etag)
  const ids = changed.body.findings.map(({ finding_id }) => finding_id)
  return Object.fromEntries(PERSON_COMMANDS.map((name, index) => [name, ids[index] ?? '']))
}

/** What can be done to the lines of a draft, each once. */
async function editLines(leader: Send, id: string, seen: string | null): Promise<void> {
  const fields = { problem: '首页打不开', place: '首页' }
  const own = { reason: '原文如此', paper_number: '1号' }
  let if_match = seen
  for (const edit of [
    { kind: 'change', number: 1, fields },
    { kind: 'split', number: 1, parts: [{ problem: '甲' }, { problem: '乙' }] },
    { kind: 'merge', numbers: [1, 4], fields },
    { kind: 'withhold', numbers: [1], ...own },
    { kind: 'dispatch', numbers: [1], ...own },
    { kind: 'drop', numbers: [2], reason_code: 'other', ...own },
  ]) {
    const edited = await does(leader, draftOperations.editDraft, {
      ...{ params: { id }, if_match, body: { edit } },
    })
    if_match = edited.etag
  }
  await does(leader, draftOperations.rereadNotice, {
    ...{ params: { id }, if_match, body: { text: '某单位“公告”栏目未更新。' } },
  })
}

/** Issues the slip of the first unit, has it signed for, and withdraws it. */
async function signSlips({ office, as }: Ground): Promise<void> {
  const reviewer = as(office.officer('office.reviewer'))
  const query = { status: 'draft', unit: office.units[0] ?? '' }
  const drafts = await does(reviewer, slipOperations.listSlips, { query })
  const slip = drafts.body.items.find(({ rung }) => rung === 2)
  const params = { id: slip?.id ?? '' }
  const seen = await does(reviewer, slipOperations.getSlip, { params })
  const body = { number: '催〔2022〕1号' }
  const issued = await does(reviewer, slipOperations.issueSlip, {
    params,
    if_match: seen.etag,
    body,
  })
  const signed = await does(as(office.member(0)), slipOperations.acknowledgeSlip, {
    params,
    if_match: issued.etag,
  })
  await does(reviewer, slipOperations.withdrawSlip, {
    params,
    if_match: signed.etag,
    body: { reason: '编号有误' },
  })
}
