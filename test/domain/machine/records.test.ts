import t from 'tap'
import { PHOTO, SECTION, UNIT } from '../../helpers/domain/fields.js'
import { lifeIn } from '../../helpers/domain/life.js'
import {
  auditor,
  handler,
  inspector,
  leader,
  reporter,
  reviewer,
  signedBy,
} from '../../helpers/domain/people.js'
import { day, local } from '../../helpers/domain/world.js'

t.test('a re-test sets the fact and decides nothing', async (t) => {
  for (const [result, fixed] of [
    ['pass', 'yes'],
    ['fail', 'no'],
    ['inconclusive', 'unknown'],
  ] as const) {
    for (const state of ['rectifying', 'responded', 'closed'] as const) {
      const life = lifeIn(state)
      const { revision } = life.finding
      life.later(1000).does(inspector, 'record_retest', { result })
      t.match(life.finding, { state, fixed, revision, retest: { result } })
    }
  }
})

t.test('the newest observation counts, however late it is entered', async (t) => {
  const life = lifeIn('rectifying').at('2026-03-05 10:00')
  life.does(inspector, 'record_retest', { observed_at: local('2026-03-05 09:00') })
  const older = { result: 'fail', observed_at: local('2026-03-04 09:00') } as const
  life.later(1000).does(handler, 'record_retest', older)
  t.match(life.finding, { fixed: 'yes', retest: { observed_at: local('2026-03-05 09:00') } })
  life.later(1000).does(inspector, 'record_retest', { result: 'inconclusive' })
  t.match(life.finding, { fixed: 'yes', retest: { result: 'inconclusive' } })
})

t.test('a re-test says what was seen and when', async (t) => {
  const life = lifeIn('rectifying')
  const refuse = (fields: object) => life.refuses(inspector, 'record_retest', fields)
  t.equal(refuse({ result: undefined }), 'FIELD_REQUIRED /result')
  t.equal(refuse({ observed_at: undefined }), 'FIELD_REQUIRED /observed_at')
  t.equal(refuse({ seen: '' }), 'FIELD_REQUIRED /seen')
  t.equal(refuse({ observed_at: local('2026-03-03 10:00') }), 'FUTURE_DATE /observed_at')
})

t.test('delegating stays inside the unit and before the due', async (t) => {
  const life = lifeIn('rectifying')
  const refuse = (fields: object) => life.refuses(reporter, 'delegate', fields)
  t.equal(refuse({ unit_id: undefined }), 'FIELD_REQUIRED /unit_id')
  t.equal(refuse({ person_id: 'stranger' }), 'UNIT_REQUIRED /person_id')
  t.equal(refuse({ unit_id: undefined, person_id: 'stranger' }), 'UNIT_REQUIRED /person_id')
  t.equal(refuse({ inner_due: day('2026-03-01') }), 'DUE_NOT_ALLOWED /inner_due')
  life.does(reporter, 'delegate', { inner_due: day('2026-03-10') })
  const delegated_to = { unit_id: SECTION, person_id: null, inner_due: '2026-03-10' }
  t.match(life.finding, { state: 'rectifying', delegated_to })
  t.equal(life.finding.unit_id, UNIT, 'the unit itself still answers')
})

t.test('progress is a note, and points done of all', async (t) => {
  const life = lifeIn('rectifying')
  const refuse = (fields: object) => life.refuses(reporter, 'report_progress', fields)
  t.equal(refuse({ note: '' }), 'FIELD_REQUIRED /note')
  t.equal(refuse({ total: undefined }), 'FIELD_REQUIRED /total')
  t.equal(refuse({ done: 4 }), 'FIELD_REQUIRED /total')
  const { revision } = life.finding
  life.does(reporter, 'report_progress')
  t.match(life.finding, { progress: { done: 1, total: 3 }, state: 'rectifying', revision })
  life.does(reporter, 'report_progress', { done: undefined, total: undefined })
  t.match(life.finding.progress, { done: 1, total: 3 }, 'a note alone leaves the points')
})

t.test('the stamped report: by its number or its scan, once', async (t) => {
  const refuse = (fields: object) => lifeIn('notified').refuses(handler, 'register_report', fields)
  t.equal(refuse({ on: undefined }), 'FIELD_REQUIRED /on')
  t.equal(refuse({ on: day('2026-03-03') }), 'FUTURE_DATE /on')
  t.equal(refuse({ report_number: ' ' }), 'FIELD_REQUIRED /report_number')
  t.equal(refuse({ evidence: ['unknown'] }), 'EVIDENCE_REQUIRED /evidence')
  const scanned = lifeIn('notified').does(reporter, 'register_report', {
    report_number: undefined,
    evidence: [PHOTO],
  })
  t.equal(scanned.finding.reported, 'yes')
  t.equal(scanned.refuses(handler, 'register_report'), 'NOTHING_TO_CHANGE')
  const late = lifeIn('notified').does(reviewer, 'exempt_report').does(reporter, 'register_report')
  t.equal(late.finding.reported, 'yes', 'a report may come although it was exempted')
  t.equal(
    lifeIn('notified').refuses(leader, 'exempt_report', { reason: '' }),
    'FIELD_REQUIRED /reason',
  )
})

t.test('a contact says whom and in what words, and changes no answer in the making', async (t) => {
  const life = lifeIn('notified').later(60_000)
  const { revision } = life.finding
  t.equal(life.refuses(handler, 'record_contact', { whom: '' }), 'FIELD_REQUIRED /whom')
  t.equal(life.refuses(handler, 'record_contact', { words: '' }), 'FIELD_REQUIRED /words')
  const tomorrow = { at: local('2026-03-03 10:00') }
  t.equal(life.refuses(handler, 'record_contact', tomorrow), 'FUTURE_DATE /at')
  life.does(handler, 'record_contact')
  t.match(life.finding, { contact_at: life.now, revision })
  const first = life.now
  life.later(60_000).does(handler, 'record_contact')
  t.equal(life.finding.contact_at, first, 'the first one is the proof')
})

t.test('comments reach the unit or stay inside', async (t) => {
  const life = lifeIn('rectifying')
  t.equal(life.refuses(reporter, 'comment', { text: ' ' }), 'FIELD_REQUIRED /text')
  t.equal(life.refuses(auditor, 'comment', { audience: undefined }), 'FIELD_REQUIRED /audience')
  for (const who of [handler, inspector, auditor]) life.does(who, 'comment', { audience: 'office' })
  life.does(reporter, 'comment')
  t.match(life.news, [{ type: 'commented', data: { audience: 'unit' }, texts: { text: '请尽快' } }])
})

t.test('words are erased by number, once each, and by the leader alone', async (t) => {
  const life = lifeIn('rectifying')
  const { revision } = life.finding
  const [newest] = life.later(1000).does(leader, 'erase_words', { events: [2, 1, 2] }).news
  t.match(newest, { type: 'words_erased', data: { events: [1, 2], about: 'letter_writer' } })
  t.match(life.finding, { state: 'rectifying', revision }, 'it makes no answer stale')
  const refuse = (fields: object) => lifeIn('closed').refuses(leader, 'erase_words', fields)
  t.equal(refuse({ events: [] }), 'FIELD_REQUIRED /events')
  t.equal(refuse({ about: undefined }), 'FIELD_REQUIRED /about')
  t.equal(refuse({ reason: ' ' }), 'FIELD_REQUIRED /reason')
  t.equal(refuse({ basis: undefined }), 'FIELD_REQUIRED /basis')
  t.equal(refuse({ events: [1_000] }), 'NOTHING_TO_CHANGE /events', 'without words')
  t.equal(lifeIn('closed').refuses(reviewer, 'erase_words'), 'ROLE_NOT_ALLOWED')
  const signed = lifeIn('closed').does(handler, 'erase_words', {}, signedBy(leader))
  t.match(signed.news, [{ type: 'words_erased', actor: { signed_paper_id: signedBy(leader).id } }])
})

t.test('what a leader wrote stays in the office and moves nothing', async (t) => {
  for (const state of ['rectifying', 'responded', 'closed'] as const) {
    const life = lifeIn(state)
    const { revision } = life.finding
    life.later(1000).does(handler, 'record_instruction')
    t.match(life.finding, { state, revision })
  }
  const refuse = (fields: object) =>
    lifeIn('rectifying').refuses(handler, 'record_instruction', fields)
  t.equal(refuse({ on: undefined }), 'FIELD_REQUIRED /on')
  t.equal(refuse({ on: day('2026-03-03') }), 'FUTURE_DATE /on')
  t.equal(refuse({ leader: ' ' }), 'FIELD_REQUIRED /leader')
  t.equal(refuse({ text: undefined }), 'FIELD_REQUIRED /text')
})
