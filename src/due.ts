import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { localDate, localTime } from './contracts/fields.js'
import { chinaCalendar } from './domain/china-calendar.js'
import { DEFAULT_HOURS } from './domain/hours.js'
import type { Phrase } from './domain/phrases/phrase.js'
import { type ReadDue, readDue } from './domain/phrases/read-due.js'
import { runMain } from './local/main.js'
import { TroubleError } from './local/trouble.js'

/**
 * `npm run --silent due -- --phrase '收到之日起5个工作日内' --received 2022-09-28`: reads a deadline phrase and prints the
 * date that follows as one JSON object, with the national calendar and the usual office hours; `--batch` answers
 * NDJSON on standard input line by line. Needs no database.
 */
const OFFICE = { calendar: chinaCalendar('china', 'Asia/Shanghai'), hours: DEFAULT_HOURS }
const USAGE =
  "用法：npm run --silent due -- --phrase '收到之日起5个工作日内' --received 2022-09-28 [--issued 2022-09-27]，或 --batch 逐行读取 JSON。日期写作 2022-09-28 或 2022-09-28T16:30。(usage)"
const LINE =
  '每行是一个 JSON 对象：{"phrase":"收到之日起5个工作日内","received":"2022-09-28","issued":"2022-09-27"}，日期可省略或写作 2022-09-28T16:30'

/** A day, or a minute of it: 2022-09-28, 2022-09-28T16:30. */
const moment = z
  .string()
  .regex(/^[^T]+(?:T[^T]+)?$/)
  .transform((text) => {
    const [date, time = null] = text.split('T')
    return { date, time }
  })
  .pipe(z.object({ date: localDate, time: localTime.nullable() }))
const question = z.strictObject({
  phrase: z.string().min(1).max(1_000),
  received: moment.nullish().default(null),
  issued: moment.nullish().default(null),
})

await runMain(async () => {
  const { batch, ...asked } = readArguments()
  if (!batch) {
    const { data } = question.safeParse(asked)
    if (!data) throw new TroubleError(USAGE)
    return say(answer(data))
  }
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== '') say(answerLine(line))
  }
})

function say(object: object): void {
  console.log(JSON.stringify(object))
}

/** A line that cannot be answered says so in its place; the next ones are answered all the same. */
function answerLine(line: string): object {
  const { data } = question.safeParse(parsed(line))
  return data ? answer(data) : { error: 'MALFORMED', detail: LINE }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function answer({ phrase, ...facts }: z.output<typeof question>): object {
  const read = readDue(OFFICE, phrase, facts)
  return {
    phrase,
    words: read.phrase?.words ?? null,
    rule: read.phrase?.rule ?? null,
    ...detailsOf(read.phrase),
    inclusive: inclusiveOf(read.phrase),
    ...dueOf(read),
  }
}

function dueOf({ due_date, due_at, from, inferred, asks, provisional, skipped }: ReadDue) {
  return { due_date, due_at, from, inferred, asks, provisional, skipped }
}

function detailsOf(phrase: Phrase | null): object {
  if (phrase?.rule === 'period') return { length: phrase.length, counts_from: phrase.counts_from }
  if (phrase?.rule === 'lapse') return { length: phrase.length }
  if (phrase?.rule === 'threshold') return { count: phrase.count, side: phrase.side }
  return {}
}

/** Whether the last day or the number named still counts; null where there is neither. */
function inclusiveOf(phrase: Phrase | null): boolean | null {
  switch (phrase?.rule) {
    case 'lapse':
    case 'date':
    case 'recurring':
    case 'threshold':
      return phrase.inclusive
    case 'period':
    case 'cutoff':
      return true
    case 'immediately':
    case undefined:
      return null
  }
}

function readArguments() {
  try {
    const options = {
      phrase: { type: 'string' },
      received: { type: 'string' },
      issued: { type: 'string' },
      batch: { type: 'boolean', default: false },
    } as const
    const { values } = parseArgs({ options, strict: true })
    const alone =
      values.phrase === undefined && values.received === undefined && values.issued === undefined
    if (values.batch && !alone) throw new TroubleError(USAGE)
    return values
  } catch {
    throw new TroubleError(USAGE)
  }
}
