import { readFileSync } from 'node:fs'
import { chinaCalendar } from '../../src/domain/china-calendar.js'
import { DEFAULT_HOURS } from '../../src/domain/hours.js'
import { DEFAULT_POLICY } from '../../src/domain/policy.js'
import type { Rules } from '../../src/domain/rules.js'
import { type Ledger, parseLedger } from '../../src/example/ledger.js'

export const EXAMPLE: Ledger = parseLedger(
  readFileSync(new URL('../../example/ledger.json', import.meta.url), 'utf8'),
)

export const RULES: Rules = {
  calendar: chinaCalendar('test', 'Asia/Shanghai'),
  hours: DEFAULT_HOURS,
  policy: DEFAULT_POLICY,
}

/** A ledger of so many units with so many lines each, all alike but for their numbers. */
export function ledgerOf(...counts: readonly number[]): Ledger {
  const units = counts.flatMap((count, index) => Array<string>(count).fill(`单位${index + 1}`))
  return parseLedger(
    JSON.stringify({
      findings: units.map((unit, index) => ({
        n: index + 1,
        category: '内容',
        unit,
        medium: 'channel',
        problemText: `问题${index + 1}`,
        severityGuess: 'deduction',
        indicatorId: 'WD-04',
        deadline: '2022-09-30',
      })),
    }),
  )
}
