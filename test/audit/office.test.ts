import t from 'tap'
import { auditOffice } from '../../src/audit/audit-office.js'
import type { MailFile } from '../../src/audit/check-mails.js'
import type { OfficeRecord } from '../../src/audit/read-office.js'
import { recordOf } from './life.js'

const { one, around } = recordOf('overdue')
const [draft] = one.slips
const FILES = [...one.mails.keys()].map((id) => ({ id, marked: true }))

t.test('a true office agrees with itself', async (t) => {
  t.same(auditOffice(office(), FILES), { findings: 1, workflows_checked: 1, mismatches: [] })
})

t.test(
  'the mail folder holds what was sent, marked as it should be, and nothing else',
  async (t) => {
    const whatOf = (files: readonly MailFile[], record = office()) =>
      auditOffice(record, files).mismatches.flatMap(({ subject, what }) => [subject, ...what])
    t.same(whatOf(FILES.slice(1)), ['邮件', '邮件 mail 不在邮件夹中'])
    t.same(whatOf([...FILES, { id: 'stray', marked: true }]), ['邮件', '邮件夹中多出 stray'])
    const unmarked = FILES.map((file) => ({ ...file, marked: file.id !== 'mail' }))
    t.same(whatOf(unmarked), ['邮件', '邮件 mail 的演练标记不对'])
    const refused = {
      id: 'refused',
      status: 'refused',
      unit_id: null,
      to_address: '',
      subject: '',
      text: '',
      created_at: around.now,
    } as const
    const mails = [...one.mails.values(), refused]
    t.same(whatOf(FILES, office({ mails })), ['邮件', '邮件 refused 没有发出（refused）'])
  },
)

t.test('a slip that was signed is said to its unit, and one that was not is not', async (t) => {
  if (!draft) throw new Error('the record has no slip')
  const { now } = around
  const slip = { ...draft, status: 'issued' as const, issued_at: now }
  const [message] = one.messages
  if (!message) throw new Error('the record has no message')
  const said = { ...message, finding_id: null, slip_id: slip.id, kind: 'slip_issued' as const }
  const whatOf = (change: Partial<OfficeRecord>) =>
    auditOffice(office(change), FILES).mismatches.map(({ subject, what }) => [subject, what.length])
  t.same(whatOf({ slips: [slip], messages: [said] }), [])
  t.same(whatOf({ slips: [slip], messages: [] }), [['单据', 1]], 'never said')
  t.same(whatOf({ slips: [draft], messages: [said] }), [['单据', 1]], 'said of a draft')
  const dropped = { ...said, status: 'dropped' as const }
  t.same(whatOf({ slips: [slip], messages: [dropped] }), [['单据', 1]], 'dropped')
  const astray = { ...said, unit_id: 'another' }
  t.same(whatOf({ slips: [slip], messages: [astray] }), [['单据', 3]], 'to another unit')
})

function office(change: Partial<OfficeRecord> = {}): OfficeRecord {
  return {
    office: {
      id: 'office',
      name: '演练办公室',
      zone: around.rules.calendar.zone,
      hours: around.rules.hours,
      duty_phone: null,
      calendar_version_id: 'calendar',
      policy_version_id: 'policy',
      rehearsal: true,
      rehearsal_start: around.now,
      standing_clock: around.now,
    },
    now: around.now,
    cases: [{ one, around }],
    mails: [...one.mails.values()],
    messages: one.messages,
    gathered_at: around.gathered_at,
    slips: one.slips,
    ...change,
  }
}
