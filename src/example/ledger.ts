import { z } from 'zod'
import { dateOf, isLocalDate, type LocalDate } from '../domain/instant.js'
import { MEDIA, type Severity } from '../domain/vocabulary.js'

/**
 * A ledger as the reading of a notice leaves it: one line per unit and problem, beside the sentence it came from.
 * Fields we have no use for are let through unread.
 */
const day = z
  .string()
  .refine(isLocalDate)
  .transform((text) => dateOf(text))

/** What may be left out or null is null. */
const maybe = <S extends z.ZodType>(schema: S) =>
  schema.nullish().transform((value) => value ?? null)

/** How a reader judged a line. A candidate for a veto is one nobody has decided yet. */
export const GUESSES = ['veto', 'veto-candidate', 'major', 'deduction', 'management'] as const

const line = z.object({
  n: z.number().int().min(1),
  category: z.string().min(1),
  unit: z.string().min(1),
  scope: z.enum(['unit', 'all-units']).default('unit'),
  medium: z.enum(MEDIA).catch('unknown'),
  assets: z.array(z.string()).default([]),
  accountPlatform: maybe(z.string()),
  problemText: z.string().min(1),
  sentence: maybe(z.string()),
  sentenceStart: maybe(z.number().int().min(0)),
  sentenceEnd: maybe(z.number().int().min(0)),
  severityGuess: z.enum(GUESSES),
  indicatorId: maybe(z.string()),
  deadline: maybe(day),
})

const unit = z.object({
  nameInNotice: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  officeHead: maybe(z.object({ name: z.string().min(1), address: z.string().min(1) })),
})

const ledger = z.object({
  issueDate: maybe(day),
  issuer: maybe(z.string()),
  title: maybe(z.string()),
  number: maybe(z.string()),
  findings: z.array(line).min(1),
  units: z.array(unit).default([]),
})

export type Ledger = z.output<typeof ledger>
export type LedgerLine = Ledger['findings'][number]

/** The ledger a JSON text holds. Throws SyntaxError for what is no JSON, ZodError for what is no ledger. */
export function parseLedger(json: string): Ledger {
  return ledger.parse(JSON.parse(json))
}

/** Whether the line goes to a unit; a collective one (各单位普遍存在…) stays with the office. */
export function isDispatched(line: LedgerLine): boolean {
  return line.scope === 'unit'
}

/**
 * The severity a line is drafted with. A veto candidate is drafted as a veto, the strict reading: nobody below the
 * leader can then close it, and the leader may correct it downwards; the other way round it could slip through.
 */
export function severityOf(line: LedgerLine): Severity {
  return line.severityGuess === 'veto-candidate' ? 'veto' : line.severityGuess
}

/** The day by which the whole notice wants its answers: the latest a line names; null when none does. */
export function deadlineOf({ findings }: Ledger): LocalDate | null {
  const days = findings.flatMap((line) => line.deadline ?? [])
  return days.toSorted().at(-1) ?? null
}

/** The names of the units lines go to, in the order of the notice. */
export function unitNames({ findings }: Ledger): readonly string[] {
  return [...new Set(findings.filter(isDispatched).map((line) => line.unit))]
}
