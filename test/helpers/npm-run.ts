import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** `npm run --silent …` as its reader runs it, with `input` on its standard input; resolves when it has ended. */
export async function npmRun(
  command: string,
  args: readonly string[],
  input = '',
): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = spawn('npm', ['run', '--silent', command, '--', ...args], {
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  const said = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text
    })
  }
  child.stdin.end(input)
  const [code] = (await once(child, 'close')) as [number]
  return { code, ...said }
}
