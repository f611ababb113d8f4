import { readFile, writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { Cli } from 'kysely-codegen'
import pg from 'pg'
import { readConfig } from './config.js'
import { migrateToLatest } from './db/migrations.js'
import { runMain } from './local/main.js'
import { TroubleError } from './local/trouble.js'

const OUT = new URL('./db/schema.gen.ts', import.meta.url)
const DOMAIN = '../domain'
/** SQLSTATE object_in_use */
const IN_USE = '55006'

/** Types of the house for column types and for columns; whatever is not named keeps the generator's own. */
const TYPE_MAPPING = {
  timestamptz: 'Instant',
  date: 'LocalDate',
  time: 'LocalTime',
  int8: 'number',
}
const IMPORTS: Record<string, readonly string[]> = {
  [`${DOMAIN}/instant.js`]: ['Instant', 'LocalDate', 'LocalTime'],
  [`${DOMAIN}/finding.js`]: ['CurrentRound', 'DueBasis', 'Finding', 'NewestRetest'],
  [`${DOMAIN}/events.js`]: ['EventData', 'Texts'],
  [`${DOMAIN}/hit.js`]: ['HitDecision', 'HitReport', 'HitResult', 'HitStatus'],
  [`${DOMAIN}/retention.js`]: ['RetentionClass', 'RetentionDays'],
  [`${DOMAIN}/retest.js`]: ['RetestEnd', 'RetestReason', 'StoredRetestStatus'],
  [`${DOMAIN}/hours.js`]: ['OfficeHours'],
  [`${DOMAIN}/office-head.js`]: ['OfficeHead'],
  [`${DOMAIN}/notice-deadline.js`]: ['NoticeDeadline'],
  [`${DOMAIN}/picture-metadata.js`]: ['PictureMetadata'],
  [`${DOMAIN}/policy.js`]: ['Policy'],
  [`${DOMAIN}/notice/consultation.js`]: ['ConsultAnswer'],
  [`${DOMAIN}/notice/consultation-answer.js`]: ['ConsultChannel'],
  [`${DOMAIN}/letter/words.js`]: ['LetterOutcome', 'LetterResult'],
  [`${DOMAIN}/contact-fault.js`]: ['ContactFaultHow'],
  [`${DOMAIN}/security-event.js`]: ['SecurityEventKind', 'SecurityResult'],
  [`${DOMAIN}/service-account.js`]: ['KeyScope', 'ServiceAccountKind'],
  [`${DOMAIN}/slip.js`]: ['SlipRung'],
  [`${DOMAIN}/milestone.js`]: ['Milestone'],
  [`${DOMAIN}/vocabulary.js`]: [
    'Audience',
    'EventType',
    'Fixed',
    'Handling',
    'Medium',
    'MessageKind',
    'MilestoneKind',
    'NoticeKind',
    'NoticeStatus',
    'OfficeMilestoneKind',
    'Outcome',
    'PersonRole',
    'Recipient',
    'Reported',
    'RejectionCode',
    'RequestKind',
    'RequestStatus',
    'Result',
    'Role',
    'Severity',
    'SlipStatus',
    'State',
  ],
}
const COLUMNS: Record<string, string> = {
  'asset.medium': 'Medium',
  'asset.status': "Generated<'open' | 'closed'>",
  'calendar_day.kind': "'holiday' | 'workday'",
  'command_key.body': 'unknown',
  'evidence.metadata': 'PictureMetadata[] | null',
  'evidence.scan_state': "Generated<'pending' | 'clean' | 'infected' | 'unscanned'>",
  'finding.audience': 'Generated<Audience>',
  'finding.delegated_to': "Finding['delegated_to']",
  'finding.supports': "Finding['supports']",
  'finding.dispatch': "Generated<'unit' | 'none'>",
  'finding.dispute': "Finding['dispute']",
  'finding.transfer': "Finding['transfer']",
  'finding.due_basis': 'DueBasis | null',
  'finding.due_from_receipt': "Finding['due_from_receipt']",
  'finding.extension': "Finding['extension']",
  'finding.fix_steps': "Finding['fix_steps']",
  'finding.fixed': 'Fixed',
  'finding.handling': 'Handling',
  'finding.late_from': "Finding['late_from']",
  'finding.lookback': "Finding['lookback']",
  'finding.lookbacks': "Finding['lookbacks']",
  'finding.medium': 'Generated<Medium>',
  'finding.original_due_basis': 'DueBasis | null',
  'finding.place': 'unknown',
  'finding.progress': "Finding['progress']",
  'finding.repeats': "Finding['repeats']",
  'finding.reported': 'Reported',
  'finding.retest': 'NewestRetest | null',
  'finding.round': 'CurrentRound | null',
  'finding.severity': 'Severity',
  'finding.state': 'State',
  'finding_event.actor_role': 'Role',
  'finding_event.audience': 'Audience',
  'finding_event.data': 'EventData[EventType]',
  'finding_event.texts': 'Texts | null',
  'finding_event.type': 'EventType',
  'consultation_line.answer': 'ConsultAnswer | null',
  'consultation_line.how': 'ConsultChannel | null',
  'letter_line.result': 'LetterResult',
  'letter_line.outcome': 'LetterOutcome',
  'letter_line.code': 'RejectionCode | null',
  'contact_fault.how': 'ContactFaultHow',
  'hit.decision': 'HitDecision | null',
  'hit.status': 'Generated<HitStatus>',
  'retention_sweep.class': 'RetentionClass',
  'retention_version.days': 'RetentionDays',
  'retest.cancelled_why': 'RetestEnd | null',
  'retest.reason': 'RetestReason',
  'retest.status': 'Generated<StoredRetestStatus>',
  'hit_line.report': 'HitReport | null',
  'hit_line.result': 'HitResult | null',
  'mail_attempt.outcome': "'accepted' | 'deferred' | 'refused' | 'bounced'",
  'mail.status': "Generated<'queued' | 'sent' | 'failed' | 'refused' | 'bounced'>",
  'membership.role': 'PersonRole',
  'message.kind': 'MessageKind',
  'message.recipient': 'Recipient',
  'message.status': "Generated<'waiting' | 'claimed' | 'said' | 'dropped' | 'parked'>",
  'milestone.kind': 'MilestoneKind | OfficeMilestoneKind',
  'milestone.outcome': 'Outcome | null',
  'milestone.reason': "Generated<Milestone['reason']>",
  'notice.deadline': 'NoticeDeadline',
  'notice.kind': 'Generated<NoticeKind>',
  'notice.status': 'Generated<NoticeStatus>',
  'office.hours': 'OfficeHours',
  'operation.input': 'unknown',
  'operation.progress': 'unknown',
  'operation.result': 'unknown',
  'operation.status': "Generated<'running' | 'done' | 'failed' | 'cancelled'>",
  'person.status': "Generated<'active' | 'disabled'>",
  'policy_version.policy': 'Policy',
  'request.kind': 'RequestKind',
  'request.status': 'RequestStatus',
  'round.asked': '{ on: LocalDate; whom: string | null; evidence: string[] } | null',
  'round.fix_steps': '{ on: LocalDate; text: string | null }[] | null',
  'round.result': 'Result',
  'security_event.detail': 'Readonly<Record<string, unknown>>',
  'security_event.kind': 'SecurityEventKind',
  'security_event.result': 'SecurityResult',
  'service_account.kind': 'ServiceAccountKind',
  'service_account.scopes': 'KeyScope[]',
  'slice_proof.how': "'mail' | 'opened'",
  'slip.audience': 'Generated<Audience>',
  'slip.rung': 'SlipRung',
  'slip.status': 'Generated<SlipStatus>',
  'unit.office_head': 'OfficeHead | null',
  'unit.status': "Generated<'open' | 'closed'>",
  'workflow_sync.kind': "'finding' | 'office' | 'operation'",
}

/** The types of a database at `url`, as TypeScript. */
function typesOf(url: string): Promise<string> {
  const customImports = Object.entries(IMPORTS).flatMap(([path, names]) =>
    names.map((name): [string, string] => [name, path]),
  )
  return new Cli().generate({
    url,
    dialect: 'postgres',
    logLevel: 'silent',
    outFile: null,
    excludePattern: '*.kysely_migration*',
    typeMapping: TYPE_MAPPING,
    customImports: Object.fromEntries(customImports),
    overrides: { columns: COLUMNS },
  })
}

/** Runs `work` on a new database of the server at `url`, migrated and dropped again. */
async function onFreshDatabase(url: string, work: (url: string) => Promise<string>) {
  const name = `zhenggai_types_${process.pid}`
  const fresh = new URL(url)
  fresh.pathname = `/${name}`
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  try {
    await admin.query(`create database ${name}`)
    await migrateToLatest(fresh.href)
    return await work(fresh.href)
  } finally {
    await drop(admin, name)
    await admin.end()
  }
}

/** The generator's pool reports itself closed a moment before the server has let go of it. */
async function drop(admin: pg.Client, name: string, attempts = 50): Promise<void> {
  try {
    await admin.query(`drop database if exists ${name}`)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== IN_USE || attempts === 0) throw error
    await setTimeout(100)
    await drop(admin, name, attempts - 1)
  }
}

async function main(): Promise<void> {
  const url = readConfig().secrets.databaseUrl
  if (url === null) {
    throw new TroubleError('请设置 DATABASE_URL：要在其服务器上新建一个临时库。(DATABASE_URL)')
  }
  const types = await onFreshDatabase(url, typesOf)
  if (!process.argv.includes('--verify')) return await writeFile(OUT, types)
  if ((await readFile(OUT, 'utf8')) !== types) {
    throw new TroubleError(
      'src/db/schema.gen.ts 与迁移不符，请重新生成：src/db-types.ts。(stale types)',
    )
  }
}

await runMain(main)
