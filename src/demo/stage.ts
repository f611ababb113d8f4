import type { MailFile } from '../audit/check-mails.js'
import type { OfficeRecord } from '../audit/read-office.js'
import type { Instant } from '../domain/instant.js'
import type { Rules } from '../domain/rules.js'
import type { Registered } from '../example/draft.js'
import type { Ledger } from '../example/ledger.js'
import type { OfficeSubject } from '../example/register.js'
import type { Cast } from './cast.js'
import type { Hands } from './hands.js'
import type { Teller } from './teller.js'

/** Everything a scene may touch: people's hands, the record for looking things up, and the teller. */
export interface Stage {
  ledger: Ledger
  cast: Cast
  /** The office's own calendar, hours and policy, as stored. */
  rules: Rules
  tell: Teller
  /** A person of the office, or of a unit by the unit's name, as they use the interface. */
  office: (subject: OfficeSubject) => Hands
  unit: (name: string, role?: 'unit.reporter' | 'unit.signatory') => Hands
  units: ReadonlyMap<string, string>
  asset: Registered['asset']
  leader_id: string
  source_text: string | null
  /** Ids by the number of the line; filled once the notice is drafted. */
  findings: Map<number, Placed>
  notice_id: string
  now: () => Instant
  /** What is stored of the office at this moment, for counting. */
  record: () => Promise<OfficeRecord>
  mailFolder: () => Promise<MailFile[]>
}

export interface Placed {
  id: string
  number: number
  unit: string
  problem: string
}

/** The finding of a line; RangeError for a number that is not on the stage. */
export function placed(stage: Stage, number: number): Placed {
  const finding = stage.findings.get(number)
  if (!finding) throw new RangeError(`no finding ${number}`)
  return finding
}
