import t from 'tap'
import { npmRun } from '../helpers/npm-run.js'

t.setTimeout(120_000)

/** `npm run --silent due` as its reader runs it. */
async function due(args: readonly string[], input = '') {
  const { stdout, ...ended } = await npmRun('due', args, input)
  return { ...ended, lines: stdout.split('\n').slice(0, -1) }
}

t.test('one phrase is one object', async (t) => {
  const { code, lines } = await due([
    ...['--phrase', '收到之日起5个工作日内', '--received', '2022-09-28', '--issued', '2022-09-27'],
  ])
  t.equal(code, 0)
  t.equal(lines.length, 1)
  t.match(JSON.parse(lines[0] ?? ''), {
    ...{ phrase: '收到之日起5个工作日内', words: '收到之日起5个工作日内', rule: 'period' },
    ...{ length: { count: 5, unit: 'working_days' }, counts_from: 'receipt', inclusive: true },
    ...{ due_date: '2022-10-10', due_at: '2022-10-10T16:00:00.000Z', from: '2022-09-28' },
    ...{ inferred: [], asks: [], provisional: false },
    skipped: [{ date: '2022-10-01', why: '国庆节' }],
  })
})

t.test('a batch is answered line by line, a bad line in its place', async (t) => {
  const input = [
    '{"phrase":"9月30日前","issued":"2022-09-05"}',
    'no object',
    '{"phrase":"5个工作日内","received":"2022-02-30"}',
    '',
    '{"phrase":"超过(含)5个","received":null}',
    '{"phrase":"24小时内","received":"2022-09-28T16:30"}',
  ]
  const { code, lines } = await due(['--batch'], `${input.join('\n')}\n`)
  t.equal(code, 0)
  t.match(
    lines.map((line) => JSON.parse(line) as object),
    [
      { rule: 'date', due_date: '2022-09-30', inferred: ['year'], inclusive: true },
      { error: 'MALFORMED', detail: '每行是一个 JSON 对象' },
      { error: 'MALFORMED' },
      { rule: 'threshold', due_date: null, count: 5, side: 'above', inclusive: true },
      { rule: 'period', due_at: '2022-09-29T08:30:00.000Z' },
    ],
  )
  t.equal(lines.length, 5)
})

t.test('what cannot be asked so is one sentence', async (t) => {
  for (const args of [
    ['--phrase', '5个工作日内', '--received', '2022-13-01'],
    ['--batch', '--phrase', '5个工作日内'],
    [],
  ]) {
    const { code, lines, stderr } = await due(args)
    t.strictSame({ code, lines }, { code: 1, lines: [] }, args.join(' '))
    t.match(stderr, /^\n✗ 用法：.*\n$/)
  }
})
