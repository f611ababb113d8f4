import { v7 } from 'uuid'
import { consultationOperations } from '../../src/contracts/consultations.js'
import { contactFaultOperations as operations } from '../../src/contracts/contact-faults.js'
import { letterOperations } from '../../src/contracts/letters.js'
import { meOperations } from '../../src/contracts/me.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { insertMails } from '../../src/db/mail.js'
import { instantOf } from '../../src/domain/instant.js'
import { messageIdOf } from '../../src/domain/mail-id.js'
import { statusNotification } from '../helpers/returned-mail.js'
import { line } from '../http/notice.js'
import { does, type Ground } from './ground.js'

/** The day on which the tour begins. */
export const DAY = '2022-09-05'

/** A mail to somebody of the first unit comes back; then the address is found to be right. */
export async function returnOneMail({ office, as }: Ground): Promise<void> {
  const id = v7()
  const unit_id = office.units[0] ?? ''
  const { person_id } = office.member(0)
  await insertMails(office.worker.pool, [
    {
      ...{ id, office_id: office.office_id, unit_id, person_id, kind: 'unit' },
      ...{ to_name: '联络员', to_address: 'gone@example.com', subject: '一', text: '二' },
      ...{ html: null, rehearsal: true, created_at: instantOf('2022-09-22T02:00:00.000Z') },
    },
  ])
  const handler = as(office.officer('office.handler'))
  const message = statusNotification({ message_id: messageIdOf(id, 'office@example.com') })
  await does(handler, operations.reportBounce, { body: { message } })
  const { body } = await does(handler, operations.listContactFaults)
  const params = { id: body.items[0]?.id ?? '' }
  await does(handler, operations.clearContactFault, { params, body: { reason: '已电话核实' } })
}

/**
 * A draft is shown to the first unit: what it says by telephone is entered, then it says otherwise itself; somebody of it says
 * what they prefer.
 */
export async function consultOne({ office, as }: Ground): Promise<void> {
  const handler = as(office.officer('office.handler'))
  const body = { title: '拟发通报', findings: [line(office.units[0] ?? '')] }
  const drafted = await does(handler, noticeOperations.draftNotice, { body })
  const params = { id: drafted.body.id }
  const { body: asked } = await does(handler, consultationOperations.consultUnits, {
    ...{ params, if_match: drafted.etag },
  })
  const shown = { id: drafted.body.findings[0]?.finding_id ?? '' }
  const answer = { answer: 'false_alarm', words: '当日已更新' }
  const reporter = as(office.member(0))
  const { body: own } = await does(reporter, consultationOperations.listConsultations, {
    query: { notice: asked.notice_id },
  })
  const call = { whom: '王科长', how: 'telephone', said_at: own.items[0]?.asked_at }
  await does(handler, consultationOperations.registerConsultationAnswer, {
    ...{ params: shown, body: { answer: 'confirmed', ...call } },
  })
  await does(reporter, consultationOperations.answerConsultation, {
    ...{ params: shown, body: answer },
  })
  await does(reporter, meOperations.changePreferences, { body: { courtesy_mail: true } })
}

/** The first unit answers a finding by its stamped report, and disputes another. */
export async function answerByLetter({ office, as }: Ground): Promise<void> {
  const leader = as(office.officer('office.leader'))
  const [unit_id = ''] = office.units
  const signer_id = office.officer('office.leader').person_id
  const head = { title: '来文通报', signer_id, issued_on: DAY }
  const body = { ...head, findings: [line(unit_id), line(unit_id), line(unit_id)] }
  const drafted = await does(leader, noticeOperations.draftNotice, { body })
  const params = { id: drafted.body.id }
  // What a draft once said stays inside; what it was changed to is told.
  const changed = await does(leader, noticeOperations.changeNotice, {
    ...{ params, if_match: drafted.etag, body },
  })
  await does(leader, noticeOperations.issueNotice, { params, if_match: changed.etag })
  const ids = changed.body.findings.map(({ finding_id }) => finding_id)
  const letter = { notice_id: params.id, unit_id, number: '函1号', signed_on: DAY }
  const items = [
    { result: 'fixed', cause: '无人维护', measures: '已更新' },
    { result: 'disputed', grounds: '当日已更新' },
    {
      ...{ result: 'beyond_unit', fix_plan: { steps: [{ on: DAY, text: '改造' }] } },
      asked: { on: DAY, whom: '市供电公司' },
    },
  ].map((item, place) => ({ finding_id: ids[place], revision: 1, ...item }))
  const reporter = as(office.member(0))
  await does(reporter, letterOperations.registerLetter, { body: { ...letter, items } })
}
