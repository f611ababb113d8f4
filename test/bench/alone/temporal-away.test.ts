import t from 'tap'
import { runChaos } from './chaos-run.js'

t.setTimeout(600_000)

t.test(
  'with Temporal away every command succeeds, and its return is caught up at once',
  async (t) => {
    const { code, figures, told } = await runChaos(['--scenario', 'temporal-away', '--away', '10'])
    t.comment(JSON.stringify(figures))
    t.equal(code, 0, told)
    t.match(figures, { failed: 0, wrong: 0 })
    t.ok(Number(figures['commands']) > 100)
    t.ok(Number(figures['caught_up_seconds']) <= 10)
    // What closed before Temporal was back needs no workflow; every other one of the three hundred was compared.
    t.ok(Number(figures['workflows_checked']) > 250)
  },
)
