import t from 'tap'
import { KINDS } from '../../../bench/chaos/kills.js'
import { runChaos } from './chaos-run.js'

t.setTimeout(600_000)

t.test('everything is killed under load, and nothing is lost, doubled or illegal', async (t) => {
  const { code, figures, told } = await runChaos(['--minutes', '0.1'])
  t.comment(JSON.stringify(figures))
  t.match(figures, { lost: 0, doubled: 0, illegal: 0, mismatches: 0, troubles: 0 }, told)
  t.equal(code, 0, told)
  const { acknowledged, kills, goodput, happened, workflows_checked } = figures as {
    [name: string]: number
  } & { happened: Record<string, number> }
  t.ok(Number(acknowledged) > 500, 'commands were answered')
  t.ok(Number(kills) >= 9, 'processes were killed')
  t.ok(Number(goodput) >= 0.2, `goodput ${goodput}`)
  t.ok(Number(workflows_checked) > 0, 'workflows were compared')
  // Every blow fell, each failpoint among them, so that a run cannot pass by missing its mark.
  for (const kind of KINDS) t.ok((happened[kind] ?? 0) > 0, kind)
})
