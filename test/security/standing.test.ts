import t from 'tap'
import { textOf } from '../helpers/project-files.js'
import { CLAIMS } from './items.js'
import { note, scannedClaims, standing } from './standing.js'

t.test('every item says what is claimed of it', async (t) => {
  const ids = Array.from({ length: 57 }, (_, index) => `S${String(index + 1).padStart(2, '0')}`)
  t.strictSame(Object.keys(CLAIMS), ids)
})

t.test('what is open stands where a reader looks for it', async (t) => {
  const open = Object.entries(CLAIMS).flatMap(([id, claim]) =>
    typeof claim === 'string' ? [] : [id],
  )
  t.strictSame(textOf('src/README.md').match(/\bS\d\d\b/g), open)
})

t.test('built is what a test of that name has shown', async (t) => {
  const ran = { passed: new Set<string>(), failed: new Set<string>() }
  for (const line of [
    '    ok 1 - S01 S02 a name # time=1ms',
    '        not ok 2 - S02 another name',
    'ok 3 - S04 nothing ran # SKIP',
    'ok 4 - test/S05.test.ts # time=2ms',
  ])
    note(ran, line)
  const claims = { S01: 'built', S02: 'built', S03: { open: '未做' }, S04: 'built' } as const
  t.strictSame(standing(claims, ran), {
    built: 3,
    tested: 1,
    open: [{ id: 'S03', why: '未做' }],
    unproved: ['S02', 'S04'],
  })
})

t.test(
  'what a scan has to show is built only where one has shown it of this very code',
  async (t) => {
    const last = { held: true, said: '无注入点', at: '2026-11-30T00:00:00Z', code: 'now' }
    const judged = (result: Partial<typeof last> | { held: null } | null) =>
      scannedClaims(
        { S26: 'scanned', S01: 'built' },
        result ? { S26: { ...last, ...result } } : {},
        'now',
      )
    t.strictSame(judged({}), { S26: 'built', S01: 'built' })
    for (const [result, why] of [
      [null, '还没有扫描过'],
      [{ code: 'before' }, '改过'],
      [{ held: false }, '未通过'],
      [{ held: null }, '未能运行'],
    ] as const) {
      t.match(judged(result), { S26: { open: why }, S01: 'built' })
    }
    const ran = { passed: new Set(['S26']), failed: new Set<string>() }
    t.match(standing(judged(null), ran), { built: 1, open: [{ id: 'S26' }] })
    t.strictSame(standing(judged({}), { ...ran, passed: new Set(['S01']) }).unproved, ['S26'])
  },
)
