import t from 'tap'
import { runChaos } from './alone/chaos-run.js'

t.setTimeout(600_000)

t.test('with the mail server away over an opening each unit still gets one mail', async (t) => {
  const { code, figures, told } = await runChaos(['--scenario', 'mail-away', '--away', '5'])
  t.comment(JSON.stringify(figures))
  t.equal(code, 0, told)
  t.match(figures, { units: 8, mails_to_units: 8, doubled: 0, wrong: 0 })
})
