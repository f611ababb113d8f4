import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import { fieldCodeOf } from '../contracts/field-code.js'
import type { FieldCode } from '../contracts/field-errors.js'
import { type hitBatch, hitReport, MOST_HITS } from '../contracts/hits.js'
import type { StagedLine } from '../db/hit-import.js'
import type { HitReport } from '../domain/hit.js'
import { ProblemError } from './frame/problem-error.js'
import { bodyOf, type NdjsonLine, ndjsonLines } from './ndjson.js'

const PAGE = 1_000
const LINE_BYTES = 64 * 1024
/** Of everything that is sent line by line. */
export const NDJSON_BYTES = 64 * 1024 * 1024

/** Hits on their way in, page by page; the print, once all are read, tells what was sent from anything else. */
export interface HitArrival {
  pages: AsyncIterable<readonly StagedLine[]>
  print: () => unknown
}

/** Hits that were sent whole. */
export function hitsInBatch(batch: z.output<typeof hitBatch>): HitArrival {
  const lines = batch.hits.map((report, index) => staged(index + 1, report))
  const pages = async function* () {
    yield lines
  }
  return { pages: pages(), print: () => batch }
}

/**
 * Hits that are sent line by line. A line that is no hit is kept as what is wrong with it. Throws BODY_TOO_LARGE, and
 * VALIDATION_FAILED for a line too many and for a body that breaks off or has none.
 */
export function hitsInLines(body: Readable, most: number = MOST_HITS.ndjson): HitArrival {
  const hash = createHash('sha256')
  const lines = ndjsonLines(bodyOf(body, NDJSON_BYTES, hash), LINE_BYTES)
  return { pages: pagesOf(lines, most), print: () => hash.copy().digest('hex') }
}

async function* pagesOf(
  lines: AsyncIterable<NdjsonLine>,
  most: number,
): AsyncGenerator<StagedLine[]> {
  let page: StagedLine[] = []
  let hits = 0
  for await (const line of lines) {
    hits += 1
    if (hits > most) throw refused('TOO_LONG', line.number)
    page.push(readLine(line))
    if (page.length === PAGE) {
      yield page
      page = []
    }
  }
  if (hits === 0) throw refused('REQUIRED', null)
  if (page.length > 0) yield page
}

function refused(code: FieldCode, line: number | null): ProblemError {
  return new ProblemError('VALIDATION_FAILED', [{ in: 'body', pointer: '', code, line }])
}

function readLine({ number, text, fault }: NdjsonLine): StagedLine {
  if (text === null) return faulty(number, '', fault)
  const given = parsed(text)
  const report = hitReport.safeParse(given)
  if (report.success) return staged(number, report.data)
  const [issue] = report.error.issues
  const field = issue?.path[0]
  if (!issue || field === undefined) {
    const unknown = issue?.code === 'unrecognized_keys'
    return faulty(number, '', unknown ? 'UNKNOWN_FIELD' : 'MALFORMED')
  }
  const missing = typeof given !== 'object' || given === null || !Object.hasOwn(given, field)
  return faulty(number, `/${String(field)}`, fieldCodeOf(issue, missing))
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function staged(number: number, given: z.output<typeof hitReport>): StagedLine {
  const { id, captured_at, observation, gone } = given
  const { url = null, account = null, screenshot = null, indicator_id = null } = given
  const content = { url, account, screenshot, indicator_id, observation }
  const report: HitReport = { id, captured_at, gone, ...content }
  return { number, tool_hit_id: id, report, fault_field: null, fault_code: null }
}

function faulty(number: number, fault_field: string, fault_code: FieldCode): StagedLine {
  return { number, tool_hit_id: null, report: null, fault_field, fault_code }
}
