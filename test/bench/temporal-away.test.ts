import t from 'tap'
import { runChaos } from './chaos-run.js'

t.test(
  'with Temporal away every command succeeds, and its return is caught up at once',
  async (t) => {
    const { code, figures, told } = await runChaos(['--scenario', 'temporal-away', '--away', '10'])
    t.comment(JSON.stringify(figures))
    t.equal(code, 0, told)
    t.match(figures, { failed: 0, wrong: 0 })
    t.ok(Number(figures['commands']) > 100)
    t.ok(Number(figures['caught_up_seconds']) <= 10)
    t.equal(figures['workflows_checked'], 300)
  },
)
