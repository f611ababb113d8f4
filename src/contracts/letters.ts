import { z } from 'zod'
import * as enums from './enums.js'
import { count, eachOnce, id, instant, line, localDate, text } from './fields.js'
import { answerFields, evidence } from './findings/commands.js'
import { named } from './named.js'
import { operation } from './operation.js'
import { byId } from './params.js'
import { pageOf, paging } from './query.js'

const tag = '盖章反馈'

const head = {
  notice_id: id,
  unit_id: id,
  /** 文号; null where the paper has none. */
  number: line(100).nullable(),
  signed_on: localDate,
  /** The day the paper arrived; null where the unit sent it itself. */
  received_on: localDate.nullable(),
}

export const letter = named(
  'Letter',
  z.strictObject({
    ...{ id, ...head },
    /** SHA-256 of its scan. */
    scan: z.array(z.string()),
    signed_paper_id: id.nullable(),
    registered_by: id,
    /** The portal through which that was; null where they came themselves. */
    service_account_id: id.nullable(),
    registered_at: instant,
  }),
)

/** What a letter says of one finding and what became of that. */
export const letterLine = named(
  'LetterLine',
  z.strictObject({
    finding_id: id,
    number: count,
    result: enums.letterResult,
    outcome: enums.letterOutcome,
    /** Why it was refused or returned, and the field of the item that is the reason. */
    code: z.string().nullable(),
    reason: z.string().nullable(),
    pointer: z.string().nullable(),
  }),
)

export const letterWithLines = named(
  'LetterWithLines',
  z.strictObject({ letter, lines: z.array(letterLine) }),
)

const { result: _result, report: _report, ...answer } = answerFields

const item = named(
  'LetterItem',
  z.strictObject({
    finding_id: id,
    /** The finding's revision as the writer has seen it. */
    revision: count,
    result: enums.letterResult,
    ...answer,
    paper_number: line(100).optional(),
    /** Of what is disputed, or said to be another unit's. */
    grounds: text().optional(),
    unit_id: id.optional(),
  }),
)

const ITEMS = 500

const UNIT = ['unit.reporter', 'unit.signatory'] as const
const OFFICE = ['office.handler', 'office.reviewer', 'office.leader'] as const

export const letterOperations = {
  registerLetter: operation({
    id: 'registerLetter',
    method: 'POST',
    path: '/v1/letters',
    tag,
    summary: '登记盖章反馈：逐条处理所列问题',
    policy: [...UNIT, ...OFFICE],
    body: named(
      'NewLetter',
      z.strictObject({
        ...head,
        number: head.number.optional(),
        received_on: localDate.optional(),
        scan: evidence,
        signed_paper_id: id.optional(),
        items: eachOnce(
          z.array(item).min(1).max(ITEMS),
          ({ finding_id }) => finding_id,
          'finding_id',
        ),
      }),
    ),
    status: 201,
    response: letterWithLines,
    errors: [
      ...['NOT_FOUND', 'FIELD_REQUIRED', 'FUTURE_DATE', 'DUE_NOT_ALLOWED', 'EVIDENCE_REQUIRED'],
      ...['UNKNOWN_REFERENCE', 'LOCKED'],
    ] as const,
    idempotent: true,
  }),
  listLetters: operation({
    id: 'listLetters',
    method: 'GET',
    path: '/v1/letters',
    tag,
    summary: '盖章反馈清单',
    policy: [...UNIT, ...OFFICE, 'auditor'],
    query: z.strictObject({ ...paging, notice: id.optional(), unit: id.optional() }),
    status: 200,
    response: named('LetterPage', pageOf(letter)),
    errors: ['CURSOR_INVALID'],
  }),
  getLetter: operation({
    id: 'getLetter',
    method: 'GET',
    path: '/v1/letters/{id}',
    tag,
    summary: '盖章反馈及逐条处理结果',
    policy: [...UNIT, ...OFFICE, 'auditor'],
    params: byId,
    status: 200,
    response: letterWithLines,
  }),
} as const
