import { spawn } from 'node:child_process'
import t from 'tap'

const MAIN = new URL('../../src/local/main.ts', import.meta.url).href

/** Runs a process made of this body as its main; resolves with its exit code, its output and how long it took. */
async function processOf(body: string) {
  const code = `import { runMain } from '${MAIN}'; await runMain(async () => { ${body} })`
  const began = Date.now()
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => (output += data.toString()))
  }
  const exit = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { exit, output, ms: Date.now() - began }
}

t.test('what a process is for gives its exit code', async (t) => {
  t.match(await processOf(''), { exit: 0, output: '' })
  t.match(await processOf('return 3'), { exit: 3 })
  const broken = await processOf("throw new RangeError('out of reach')")
  t.equal(broken.exit, 1)
  t.match(broken.output, /RangeError: out of reach/)
})

t.test('what somebody left open does not keep a process that is done', async (t) => {
  const left = await processOf('setInterval(() => {}, 1_000); return 4')
  t.equal(left.exit, 4)
  t.ok(left.ms < 20_000, `${left.ms} ms`)
})
