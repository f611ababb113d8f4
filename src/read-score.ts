import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { wordsOf } from './contracts/errors.js'
import { readNotice } from './domain/reading/read-notice.js'
import { type NoticeScore, scoreNotice, totalOf } from './domain/reading/score.js'
import { runMain } from './local/main.js'
import { TroubleError } from './local/trouble.js'
import { PaperError } from './notices/paper.js'
import { textOf } from './notices/plain-text.js'

/**
 * `npm run --silent read-score -- 文件夹`: reads every NAME.txt of a folder and compares it with NAME.json beside it, the
 * answer key; prints recall and precision per file and in all, `--json` as one object with what was missed and invented.
 */
const USAGE =
  '用法：npm run --silent read-score -- 文件夹 [--json]，文件夹内放 NAME.txt 和 NAME.json。(usage)'

/** A key as the draft is written, or as ledgers are: `problemText` for `problem`. Other fields are let through unread. */
const finding = z
  .object({
    unit: z.string().nullish(),
    asset: z.string().nullish(),
    problem: z.string().optional(),
    problemText: z.string().optional(),
  })
  .transform(({ unit = null, asset = null, problem, problemText }) => ({
    unit,
    asset,
    problem: problem ?? problemText ?? '',
  }))
const deadline = z
  .object({
    kind: z.enum(['feedback', 'receipt', 'recheck', 'self-inspection', 'other']),
    ...{ date: z.string().nullish(), time: z.string().nullish() },
    ...{ working_days: z.number().nullish(), hours: z.number().nullish() },
  })
  .transform(({ kind, date = null, time = null, working_days = null, hours = null }) => ({
    kind,
    date,
    time,
    working_days,
    hours,
  }))
const answerKey = z.object({ findings: z.array(finding), deadlines: z.array(deadline).default([]) })

interface Scored {
  name: string
  score: NoticeScore
}

await runMain(async () => {
  const { folder, json } = readArguments()
  const names = await namesIn(folder)
  const scored: Scored[] = []
  for (const name of names) {
    const reading = readNotice(await textIn(join(folder, `${name}.txt`)))
    scored.push({ name, score: scoreNotice(await keyIn(join(folder, `${name}.json`)), reading) })
  }
  const total = totalOf(scored.map(({ score }) => score))
  if (json)
    console.log(
      JSON.stringify({ total, notices: scored.map(({ name, score }) => ({ name, ...score })) }),
    )
  else tell(scored, total)
})

function tell(scored: readonly Scored[], total: ReturnType<typeof totalOf>): void {
  for (const { name, score } of scored) {
    const { findings, deadlines } = score
    console.log(
      `${name}：问题 应有${findings.wanted}、读出${findings.read}、正确${findings.right}；期限 应有${deadlines.wanted}、读出${deadlines.read}、正确${deadlines.right}`,
    )
    for (const { unit, asset, problem } of findings.missed)
      console.log(`  漏读  ${unit ?? '（未指明）'} | ${asset ?? '—'} | ${problem}`)
    for (const { unit, asset, problem } of findings.invented)
      console.log(`  多读  ${unit ?? '（未指明）'} | ${asset ?? '—'} | ${problem}`)
  }
  const share = (value: number | null) => (value === null ? '—' : value.toFixed(3))
  console.log(
    `合计 ${scored.length} 份：查全率 ${share(total.recall)}，查准率 ${share(total.precision)}，期限 ${share(total.deadlines)}，无问题的通报中多读 ${total.invented_in_empty} 条`,
  )
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const files = await readdir(folder)
    const names = files.filter((file) => file.endsWith('.txt')).map((file) => file.slice(0, -4))
    if (names.length > 0) return names.sort()
  } catch {
    // Told below.
  }
  throw new TroubleError(`${folder} 里没有 NAME.txt：请检查文件夹。(no notices)`)
}

async function textIn(file: string): Promise<string> {
  try {
    return textOf(await readFile(file))
  } catch (error) {
    if (!(error instanceof PaperError)) throw error
    throw new TroubleError(`${file}：${wordsOf(error.code).detail}(${error.code})`)
  }
}

async function keyIn(file: string): Promise<z.output<typeof answerKey>> {
  try {
    return answerKey.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    throw new TroubleError(
      `${file} 缺失或不是答案：应为 {"findings":[…],"deadlines":[…]}。(no answer key)`,
    )
  }
}

function readArguments() {
  try {
    const options = { json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ options, strict: true, allowPositionals: true })
    const [folder, ...more] = positionals
    if (!folder || more.length > 0) throw new TroubleError(USAGE)
    return { folder, json: values.json }
  } catch {
    throw new TroubleError(USAGE)
  }
}
