import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { wordsOf } from './contracts/errors.js'
import { runMain } from './local/main.js'
import { TroubleError } from './local/trouble.js'
import { PaperError } from './notices/paper.js'
import { createPaperReader } from './notices/reader.js'
import type { Task } from './notices/task.js'

/**
 * `npm run --silent read -- 通报.docx`: the draft of a ledger that a notice gives, as one JSON object, with the text its
 * places are counted in; without a file, or with `-`, the notice comes on standard input. Needs no database; nothing
 * leaves the machine.
 */
const USAGE =
  '用法：npm run --silent read -- 通报.docx（或 .xlsx、.csv、.txt、.pdf），或不写文件名、从标准输入读取。(usage)'

await runMain(async () => {
  const file = readArguments()
  const bytes = file === '-' ? await buffer(process.stdin) : await bytesOf(file)
  const { reading, kind, text, notes } = await draft({ bytes, name: file === '-' ? '' : file })
  console.log(JSON.stringify({ ...reading, source: { kind, text, notes } }, null, 2))
})

async function draft(task: Task) {
  const reader = createPaperReader()
  try {
    return await reader.read(task)
  } catch (error) {
    if (!(error instanceof PaperError)) throw error
    throw new TroubleError(`${wordsOf(error.code).detail}(${error.code})`)
  } finally {
    await reader.close()
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch {
    throw new TroubleError(`读不了 ${file}：请检查文件名和权限。(cannot read)`)
  }
}

function readArguments(): string {
  try {
    const { positionals } = parseArgs({ options: {}, strict: true, allowPositionals: true })
    const [file = '-', ...more] = positionals
    if (more.length > 0) throw new TroubleError(USAGE)
    return file
  } catch {
    throw new TroubleError(USAGE)
  }
}
