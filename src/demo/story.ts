import { createHash } from 'node:crypto'
import { type Audit, auditOffice } from '../audit/audit-office.js'
import { readMailFolder } from '../audit/mail-folder.js'
import { readOffice } from '../audit/read-office.js'
import type { LookAtWorkflow } from '../audit/workflow-fact.js'
import type { Client } from '../client/index.js'
import type { Handle } from '../db/handle.js'
import { addWorkingDays } from '../domain/calendar.js'
import type { Instant } from '../domain/instant.js'
import type { Rules } from '../domain/rules.js'
import { localDateOf } from '../domain/zone.js'
import { enrol } from '../example/enrol.js'
import { deadlineOf, type Ledger } from '../example/ledger.js'
import { registerOf, unitSubject } from '../example/register.js'
import { castOf } from './cast.js'
import { advanceTo } from './clock.js'
import { daysOf } from './days.js'
import { handsOf } from './hands-of.js'
import { planStory } from './plan.js'
import { play } from './play.js'
import { page } from './scenes/ending.js'
import type { Stage } from './stage.js'
import { type Tally, tallyOf, waitingOf } from './tally.js'
import { createTeller } from './teller.js'

/** Where a story is played: a fresh rehearsal office, and everything that records what happens in it. */
export interface Theatre {
  office_id: string
  issuer: string
  /** When the office's clock was set. */
  opens: Instant
  rules: Rules
  as: (subject: string) => Promise<Client>
  /** The worker's way to read, for counting and comparing. */
  database: Handle
  look: LookAtWorkflow
  mail_folder: string
  write: (line: string) => void
}

/** What a story came to: its figures, and whether everything recorded of it agrees. */
export interface Played {
  tally: Tally
  audit: Audit
}

/** Plays a ledger's quarter from the first line to the page at the end; then everything is compared with everything. */
export async function playStory(
  theatre: Theatre,
  ledger: Ledger,
  source_text: string | null,
): Promise<Played> {
  const { rules, opens } = theatre
  const issue = localDateOf(rules.calendar.zone, opens)
  const cast = castOf(ledger)
  const days = daysOf(rules, issue, deadlineOf(ledger) ?? addWorkingDays(rules.calendar, issue, 10))
  const admin = await theatre.as('admin')
  let now = opens
  const stage = await setStage(theatre, ledger, { cast, source_text, now: () => now })
  for (const act of planStory(cast, days, rules.calendar)) {
    await advanceTo(admin, act.at)
    now = act.at
    await play(stage, act)
  }
  const record = await readOffice({ ...sourcesOf(theatre), look: theatre.look }, theatre.office_id)
  const files = await stage.mailFolder()
  const tally = tallyOf(record, files)
  page(stage, tally, waitingOf(record))
  return { tally, audit: auditOffice(record, files) }
}

async function setStage(
  theatre: Theatre,
  ledger: Ledger,
  rest: Pick<Stage, 'cast' | 'source_text' | 'now'>,
): Promise<Stage> {
  const register = registerOf(ledger)
  const enrolled = await enrol(await theatre.as('admin'), theatre.issuer, register)
  const callers = new Map<string, Client>()
  for (const { subject } of register.people) callers.set(subject, await theatre.as(subject))
  const hands = (subject: string) => {
    const caller = callers.get(subject)
    if (!caller) throw new RangeError(`nobody logs in as ${subject}`)
    return handsOf(caller)
  }
  const names = [...enrolled.units.keys()]
  return {
    ...rest,
    ledger,
    rules: theatre.rules,
    tell: createTeller(theatre.write, theatre.rules, rest.now),
    office: hands,
    unit: (name, role = 'unit.reporter') => hands(unitSubject(names.indexOf(name), role)),
    units: enrolled.units,
    asset: enrolled.asset,
    leader_id: enrolled.people.get('leader') ?? '',
    findings: new Map(),
    notice_id: '',
    record: () => readOffice({ ...sourcesOf(theatre), look: null }, theatre.office_id),
    mailFolder: () => readMailFolder(theatre.mail_folder),
  }
}

function sourcesOf({ database }: Theatre) {
  return { database, hash: (text: string) => createHash('sha256').update(text).digest('hex') }
}
