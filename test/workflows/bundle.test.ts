import { readFile } from 'node:fs/promises'
import t from 'tap'
import * as workflows from '../../workflows/index.js'
import { subjectOf, TASK_QUEUE, WORKFLOWS, workflowId } from '../../workflows/messages.js'
import { fromRun } from '../helpers/environment.js'

const SDK = ['@temporalio/common', '@temporalio/workflow', 'long', 'ms', 'nexus-rpc']

t.test(
  'the bundle holds workflows, domain and the SDK: nothing else may sway a replay',
  async (t) => {
    const code = await readFile(fromRun('TEST_WORKFLOW_BUNDLE'), 'utf8')
    const modules = [...code.matchAll(/^\/\*\*\*\/ "([^"]+)"/gm)].map(([, name = '']) => name)
    const own = modules.filter((name) => /^\.\/(workflows|src)\//.test(name))
    t.ok(own.includes('./workflows/finding-lifecycle.ts'))
    t.same(
      own.filter((name) => !/^\.\/(workflows|src\/domain)\//.test(name)),
      [],
    )
    const packages = modules.flatMap(
      (name) => /node_modules\/(@[^/]+\/[^/]+|[^/]+)/.exec(name)?.[1] ?? [],
    )
    t.same([...new Set(packages)].toSorted(), SDK)
    t.same(
      modules.filter((name) => name.startsWith('node:')),
      [],
    )
    t.ok(code.length < 1_900_000, `${code.length} bytes`)
  },
)

t.test('every subject has its workflow, its id and its way back', async (t) => {
  t.same(Object.values(WORKFLOWS).toSorted(), Object.keys(workflows).toSorted())
  t.equal(workflowId('finding', 'o', 'f'), 'finding:o:f')
  t.equal(workflowId('office', 'o', 'o'), 'office:o')
  t.equal(workflowId('operation', 'o', 'p'), 'operation:p')
  t.equal(subjectOf('finding:o:f'), 'f')
  t.equal(TASK_QUEUE, 'zhenggai')
})
