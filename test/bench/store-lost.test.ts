import t from 'tap'
import { runChaos } from './alone/chaos-run.js'

t.setTimeout(600_000)

t.test("with Temporal's database deleted every open finding waits again", async (t) => {
  const { code, figures, told } = await runChaos(['--scenario', 'store-lost', '--findings', '200'])
  t.comment(JSON.stringify(figures))
  t.equal(code, 0, told)
  t.match(figures, { findings: 200, workflows_checked: 200, wrong: 0 })
})
