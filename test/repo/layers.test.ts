import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'

const run = promisify(execFile)

/** A file with one import, and the rules that must refuse it; null where it is allowed. */
const CASES: readonly (readonly [file: string, line: string, rule: string | null])[] = [
  ['src/domain/a.ts', "import 'node:fs'", 'domain-may-not-import-that'],
  ['src/domain/b.ts', "import 'zod'", 'domain-may-not-import-that'],
  ['src/domain/c.ts', "import '../db/pool.js'", 'domain-may-not-import-that'],
  ['src/contracts/a.ts', "import 'zod'", null],
  ['src/contracts/b.ts', "import '../db/pool.js'", 'contracts-may-not-import-that'],
  ['src/db/a.ts', "import 'pg'", null],
  ['src/db/b.ts', "import 'fastify'", 'db-may-not-import-that'],
  ['src/db/c.ts', "import '../commands/execute.js'", 'db-may-not-import-that'],
  ['src/commands/a.ts', "import '../db/pool.js'", null],
  ['src/commands/b.ts', "import 'pg'", 'commands-may-not-import-that'],
  ['src/commands/c.ts', "import '../mail/mailer.js'", 'commands-may-not-import-that'],
  ['src/http/a.ts', "import type { A } from '../engine/syncer.js'", null],
  [
    'src/http/b.ts',
    "import { A } from '../engine/syncer.js'",
    'http-may-import-only-types-of-that',
  ],
  ['src/http/c.ts', "import '@temporalio/client'", 'http-may-not-import-that'],
  ['src/files/a.ts', "import '../domain/finding.js'", 'files-may-not-import-that'],
  ['src/files/b.ts', "import 'node:fs'", null],
  ['src/activities/a.ts', "import '../commands/execute.js'", null],
  ['src/activities/b.ts', "import '../engine/syncer.js'", 'activities-may-not-import-that'],
  ['src/client/a.ts', "import '../domain/finding.js'", 'client-may-not-import-that'],
  ['src/engine/a.ts', "import '../../workflows/messages.js'", null],
  ['src/engine/b.ts', "import '../../workflows/life.js'", 'engine-may-not-import-that'],
  ['src/engine/c.ts', "import type { A } from '../activities/index.js'", null],
  [
    'src/engine/d.ts',
    "import { A } from '../activities/index.js'",
    'engine-may-import-only-types-of-that',
  ],
  ['src/local/a.ts', "import 'pg'", null],
  ['src/local/b.ts', "import '../config.js'", 'local-may-not-import-that'],
  ['src/example/a.ts', "import '../local/ports.js'", 'example-may-not-import-that'],
  ['src/audit/a.ts', "import '../commands/execute.js'", 'audit-may-not-import-that'],
  ['src/office/a.ts', "import '../local/ports.js'", null],
  ['src/office/b.ts', "import '../mail/mailer.js'", 'office-may-not-import-that'],
  ['src/demo/a.ts', "import '../local/ports.js'", 'demo-may-not-import-that'],
  ['src/tool.ts', "import 'tap'", 'no-development-packages-in-production'],
  ['src/lost.ts', "import './nowhere.js'", 'no-unresolved'],
  ['workflows/a.ts', "import type { A } from '../src/activities/index.js'", null],
  [
    'workflows/b.ts',
    "import { A } from '../src/activities/index.js'",
    'workflows-may-import-only-types-of-that',
  ],
  ['workflows/c.ts', "import 'node:crypto'", 'workflows-may-not-import-that'],
  ['workflows/d.ts', "import '@temporalio/workflow'", null],
  ['workflows/e.ts', "import '@temporalio/client'", 'workflows-may-not-import-that'],
  ['migrations/a.ts', "import 'kysely'", null],
  ['migrations/b.ts', "import '../src/domain/finding.js'", 'migrations-import-kysely-only'],
  [
    'src/mail/a.ts',
    "import '../local/ports.js'",
    'mail-may-not-import-that only-processes-import-their-support',
  ],
  [
    'src/auth/a.ts',
    "import '../config.js'",
    'auth-may-not-import-that only-processes-import-their-support',
  ],
  ['src/process.ts', "import './local/ports.js'", null],
  ['src/other.ts', "import './process.js'", 'nobody-imports-a-process'],
  ['src/test-reader.ts', "import '../test/helper.js'", 'nobody-imports-tests'],
  ['src/new-room/a.ts', "import '../domain/finding.js'", 'every-room-is-in-the-table'],
  ['src/cycle.ts', "import './domain/egg.js'", null],
  ['src/domain/egg.ts', "import './hen.js'", 'no-cycles'],
]

const TARGETS = [
  ...['src/domain/finding.ts', 'src/db/pool.ts', 'src/commands/execute.ts', 'src/mail/mailer.ts'],
  ...['src/engine/syncer.ts', 'src/activities/index.ts', 'src/local/ports.ts', 'src/config.ts'],
  ...['workflows/messages.ts', 'workflows/life.ts', 'test/helper.ts'],
]

type Report = { summary: { violations: { from: string; rule: { name: string } }[] } }

t.test('the import table is enforced', async (t) => {
  const tree: Record<string, string> = {
    'package.json': JSON.stringify({
      type: 'module',
      dependencies: { pg: '8', zod: '4' },
      devDependencies: { tap: '21' },
    }),
    'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'nodenext', rootDir: '.' } }),
  }
  for (const file of TARGETS) tree[file] = 'export type A = string\nexport const A = 1\n'
  tree['src/domain/hen.ts'] = "import './egg.js'\n"
  for (const [file, line] of CASES) tree[file] = `${line}\nexport {}\n`
  const folder = t.testdir(nested(tree))
  const violations = await cruise(folder)
  for (const [file, line, rules] of CASES) {
    const broken = violations.filter(({ from }) => from === file).map((one) => one.rule.name)
    t.strictSame(
      [...new Set(broken)].sort(),
      rules === null ? [] : rules.split(' '),
      `${file}: ${line}`,
    )
  }
})

/** Everything the cruiser finds against its own configuration. */
async function cruise(cwd: string): Promise<Report['summary']['violations']> {
  const config = resolve('.dependency-cruiser.cjs')
  const args = ['src', 'workflows', 'migrations', '--config', config, '--output-type', 'json']
  const tool = resolve('node_modules/.bin/depcruise')
  const { stdout } = await run(tool, args, { cwd, maxBuffer: 1e8 }).catch(
    (error: { stdout: string }) => error,
  )
  return (JSON.parse(stdout) as Report).summary.violations
}

type Tree = { [name: string]: string | Tree }

function nested(files: Record<string, string>): Tree {
  const root: Tree = {}
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split('/')
    const name = parts.pop() ?? ''
    let place = root
    for (const part of parts) {
      const next = place[part]
      place = typeof next === 'object' ? next : (place[part] = {})
    }
    place[name] = text
  }
  return root
}
