import { z } from 'zod'
import { isAddress } from '../domain/address.js'
import { ONE_BY_ONE } from '../domain/bulk.js'
import type { Instant, LocalDate, LocalTime } from '../domain/instant.js'
import { isInstant, isLocalDate, isLocalTime } from '../domain/instant.js'

/** Control and format characters: CR, NUL, bidi overrides, zero-width; halves of characters; odd line ends. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u
const UNSEEN_IN_LINES = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/** The message of an issue that only the house knows; `field-errors.ts` turns it into words. */
export const FIELD_ISSUES = [
  'UNSEEN_CHARACTER',
  'TOO_LONG',
  'MALFORMED',
  'REQUIRED',
  'UNKNOWN_FIELD',
  'OUT_OF_RANGE',
  'BELOW_FLOOR',
  'TAKEN',
  ...ONE_BY_ONE,
] as const
export type FieldIssue = (typeof FIELD_ISSUES)[number]

/** Something is said: spaces alone are as good as nothing. */
const isSaid = (value: string) => /\S/u.test(value)

/** What is wrong with a value, where zod has no word for it. */
export const says = (issue: FieldIssue) => ({ error: issue })

/** One line of text: NFC, nothing invisible, not blank, at most `max` characters (code points). */
export const line = (max: number) =>
  z
    .string()
    .normalize('NFC')
    .min(1)
    .refine(isSaid, says('REQUIRED'))
    .refine((value) => !UNSEEN.test(value), says('UNSEEN_CHARACTER'))
    .refine((value) => Array.from(value).length <= max, says('TOO_LONG'))
    .meta({ maxLength: max })

/** Text of several lines: as `line`, with line feeds and tabs; CRLF becomes LF. */
export const text = (max = 4_000) =>
  z
    .string()
    .overwrite((value) => value.replaceAll('\r\n', '\n'))
    .normalize('NFC')
    .min(1)
    .refine(isSaid, says('REQUIRED'))
    .refine((value) => !UNSEEN_IN_LINES.test(value), says('UNSEEN_CHARACTER'))
    .refine((value) => Array.from(value).length <= max, says('TOO_LONG'))
    .meta({ maxLength: max })

export const id = z.uuid()

/** Years in which anything of an office happens: what lies outside is a slip of the pen. */
const FIRST_YEAR = '1990'
const AFTER_LAST_YEAR = '2200'
const ofOurTime = (value: string) => value >= FIRST_YEAR && value < AFTER_LAST_YEAR

/** RFC 3339 with any offset in; always UTC to the millisecond out; of the years 1990 to 2199. */
export const instant = z.iso
  .datetime({ offset: true })
  .overwrite(inUtc)
  .refine(isInstant, says('MALFORMED'))
  .refine(ofOurTime, says('OUT_OF_RANGE')) as unknown as z.ZodType<Instant, string>

/** What cannot be read stays as it is: an overwrite runs even where the form was wrong. */
function inUtc(value: string): string {
  const ms = Date.parse(value)
  return Number.isNaN(ms) ? value : new Date(ms).toISOString()
}

/** A day that exists, `YYYY-MM-DD`, of the years 1990 to 2199. */
export const localDate = z.iso
  .date()
  .refine(isLocalDate, says('MALFORMED'))
  .refine(ofOurTime, says('OUT_OF_RANGE')) as unknown as z.ZodType<LocalDate, string>

/** A time of day, `HH:mm`. */
export const localTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .refine(isLocalTime, says('MALFORMED')) as unknown as z.ZodType<LocalTime, string>

/** The SHA-256 of a stored file, in lower-case hex. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const count = z.number().int().min(0).max(1_000_000)

/** An address mail is sent to, by the same rule by which mail is sent: plain ASCII, no quoting, no comments. */
export const email = z
  .string()
  .refine(isAddress, says('MALFORMED'))
  .meta({ format: 'email', maxLength: 254 })

/** A telephone number as people write it. */
export const phone = z.string().regex(/^[0-9+()\- ]{5,30}$/)

/** A link people may follow: only the web, nothing invisible in it, and no name before the host to be taken for it. */
export const link = z
  .url({ protocol: /^https?$/, hostname: z.regexes.hostname })
  .max(2_000)
  .refine((value) => !UNSEEN.test(value), says('UNSEEN_CHARACTER'))
  .refine((value) => !/^[^/]*\/\/[^/?#]*@/.test(value), says('MALFORMED'))

/** A list in which each is there once by its key, where it has one; a later one that is there already is TAKEN, at `path` within it. */
export function eachOnce<S extends z.ZodType>(
  list: z.ZodArray<S>,
  keyOf: (one: z.output<S>) => string | null,
  ...path: string[]
) {
  return list.superRefine((given, context) => {
    const before = new Set<string>()
    for (const [index, one] of given.entries()) {
      const key = keyOf(one)
      if (key === null) continue
      const message = 'TAKEN' satisfies FieldIssue
      if (before.has(key)) context.addIssue({ code: 'custom', path: [index, ...path], message })
      before.add(key)
    }
  })
}

/** Ids, each once. */
export const ids = (max: number, min = 0) =>
  eachOnce(z.array(id).min(min).max(max), (one) => one).meta({ uniqueItems: true })
