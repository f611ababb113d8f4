import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js'
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker'
import t from 'tap'
import { fromRun } from '../helpers/environment.js'
import { figure } from '../helpers/figure.js'
import { SCENARIOS } from './scenarios.js'

const FOLDER = new URL('../histories/', import.meta.url)
const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.json')).toSorted(byName)

function byName(a: string, b: string): number {
  return a < b ? -1 : 1
}

async function history(name: string) {
  const text = await readFile(new URL(name, FOLDER), 'utf8')
  return historyFromJSON(JSON.parse(text) as unknown)
}

t.test('every shape a run may have been left in goes on with the workflows of today', async (t) => {
  const workflowBundle = { codePath: fromRun('TEST_WORKFLOW_BUNDLE') }
  const recorded = names.map(async (name) => ({
    workflowId: `test:${name}`,
    history: await history(name),
  }))
  const results = Worker.runReplayHistories({ workflowBundle }, await Promise.all(recorded))
  for await (const { workflowId, error } of results) t.equal(error, undefined, workflowId)
  for (const scenario of Object.keys(SCENARIOS)) {
    t.ok(
      names.some((name) => name.startsWith(`${scenario}.`)),
      `${scenario} is recorded`,
    )
  }
})

t.test(
  'a workflow that does things in another order is caught by name, whichever it is',
  async (t) => {
    const logger = new DefaultLogger('WARN', () => undefined)
    const workflowsPath = fileURLToPath(new URL('reordered.ts', import.meta.url))
    const workflowBundle = await bundleWorkflowCode({ workflowsPath, logger })
    const recorded = names.map(async (name) => ({ workflowId: name, history: await history(name) }))
    const results = Worker.runReplayHistories({ workflowBundle }, await Promise.all(recorded))
    const caught: string[] = []
    for await (const { workflowId, error } of results) {
      if (error?.name === 'DeterminismViolationError') caught.push(workflowId)
    }
    t.same(caught.toSorted(byName), names, 'each history by the name of its scenario')
    figure(
      `${names.length} recorded histories replayed, ${caught.length} reorderings caught by name`,
    )
  },
)
