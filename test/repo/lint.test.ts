import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'

const run = promisify(execFile)

/** Mistakes the compiler lets through, in a file of that folder, and the rule that must see them. */
const CASES: readonly (readonly [folder: string, code: string, rule: string | null])[] = [
  ['src/a', 'export function f() { work() }', 'typescript(no-floating-promises)'],
  ['src/a', 'export async function f() { await String(1) }', 'typescript(await-thenable)'],
  [
    'src/a',
    'export const f = (): void => run(async () => true)',
    'typescript(no-misused-promises)',
  ],
  ['src/a', 'export const f = (x: any) => x === 1', 'typescript(no-explicit-any)'],
  ['src/a', 'export const f = (x?: string) => x!', 'typescript(no-non-null-assertion)'],
  ['src/a', 'export const f = () => process.env.HOME', 'node(no-process-env)'],
  ['src/a', 'export const f = () => console.log(1)', 'eslint(no-console)'],
  ['src/a', 'export default 1', 'import(no-default-export)'],
  ['src/a', 'export const f = () => process.exit(1)', 'unicorn(no-process-exit)'],
  ['src/a', 'export async function f() { await work() }', null],
  ['test', 'export function f() { work() }', null],
  ['test', 'export async function f() { await String(1) }', 'typescript(await-thenable)'],
]

const HEAD = [
  'const work = async () => 1',
  'const run = (check: () => void) => { check() }',
  'export const used = [work, run]',
].join('\n')

t.test('the linter sees what the compiler does not', async (t) => {
  const tree: Record<string, Record<string, string>> = {}
  CASES.forEach(([folder, code], index) => {
    tree[folder] = { ...tree[folder], [`case-${index}.ts`]: `${HEAD}\n${code}\n` }
  })
  // The tool passes over what git ignores, and so over the place of tap's fixtures.
  const cwd = mkdtempSync(join(tmpdir(), 'zhenggai-lint-'))
  t.teardown(() => rmSync(cwd, { recursive: true }))
  const fixture = t.testdir({
    src: { a: tree['src/a'] ?? {} },
    test: tree.test ?? {},
    '.oxlintrc.json': readFileSync('.oxlintrc.json', 'utf8'),
    'tsconfig.json': JSON.stringify({
      compilerOptions: { module: 'nodenext', target: 'es2023', strict: true, types: [] },
    }),
  })
  cpSync(fixture, cwd, { recursive: true })
  const found = await lint(cwd)
  CASES.forEach(([folder, code, rule], index) => {
    const seen = found.filter(({ filename }) => filename === `${folder}/case-${index}.ts`)
    const rules = seen.map((one) => one.code)
    if (rule === null) t.strictSame(rules, [], `allowed: ${code}`)
    else t.ok(rules.includes(rule), `${rule}: ${code}`)
  })
})

type Diagnostic = { filename: string; code: string }

async function lint(cwd: string): Promise<Diagnostic[]> {
  const args = ['--type-aware', '-f', 'json', 'src', 'test']
  const tools = resolve('node_modules/.bin')
  // Its type-aware half is a program of its own, looked for on the path.
  const env = { ...process.env, PATH: `${tools}${delimiter}${process.env.PATH}` }
  const { stdout } = await run(`${tools}/oxlint`, args, { cwd, env }).catch(
    (error: { stdout: string }) => error,
  )
  return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics
}
