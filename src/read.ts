import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { readNotice } from './domain/reading/read-notice.js'
import { runMain } from './local/main.js'
import { TroubleError } from './local/trouble.js'
import { textOfPaper } from './notices/paper-text.js'

/**
 * `npm run --silent read -- 通报.txt`: the draft of a ledger that a notice gives, as one JSON object; without a file, or
 * with `-`, the notice comes on standard input. Needs no database; nothing leaves the machine.
 */
const USAGE = '用法：npm run --silent read -- 通报.txt，或不写文件名、从标准输入读取。(usage)'

await runMain(async () => {
  const file = readArguments()
  const bytes = file === '-' ? await buffer(process.stdin) : await bytesOf(file)
  const paper = textOfPaper(bytes, file === '-' ? '' : file)
  if (!paper.ok) throw new TroubleError(`${paper.why}。(not a text)`)
  console.log(JSON.stringify(readNotice(paper.text), null, 2))
})

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
