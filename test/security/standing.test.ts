import t from 'tap'
import { CLAIMS } from './items.js'
import { note, standing } from './standing.js'

t.test('every item says what is claimed of it', async (t) => {
  const ids = Array.from({ length: 57 }, (_, index) => `S${String(index + 1).padStart(2, '0')}`)
  t.strictSame(Object.keys(CLAIMS), ids)
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
