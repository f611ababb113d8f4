import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { type Tally, tallyOf } from '../../src/http/frame/tally.js'

interface Case {
  t: Test
  tally: Tally<string>
  told: [one: string, times: number][]
}

const cases: Record<string, (given: Case & { fail: (how: boolean) => void }) => Promise<void>> = {
  async 'S51 the first at once, the others once, at the end of the window'({ t, tally, told }) {
    for (const one of ['a', 'a', 'b', 'a', 'c']) await tally.add(one)
    const first = [
      ['a', 1],
      ['b', 1],
      ['rest', 1],
    ]
    t.strictSame(told, first)
    await sleep(60)
    t.strictSame(told, [...first, ['a', 2]], 'nobody asked for it')
    await tally.add('c')
    t.strictSame(told.at(-1), ['c', 1], 'a new window tells anew')
  },

  async 'S51 however much comes there are so many records'({ t, tally, told }) {
    await Promise.all(Array.from({ length: 1_000 }, (_, at) => tally.add(String(at % 50))))
    await tally.flush()
    t.equal(told.length, 4 + 2)
    t.equal(
      told.reduce((sum, [, times]) => sum + times, 0),
      1_000,
    )
  },

  async 'S51 what could not be recorded is told, and recorded the next time'({
    t,
    tally,
    told,
    fail,
  }) {
    fail(true)
    await t.rejects(tally.add('a'), { message: 'not now' })
    await tally.add('a')
    await tally.flush()
    t.strictSame(told, [])
    fail(false)
    await tally.flush()
    t.strictSame(told, [['a', 2]])
    await tally.flush()
    t.equal(told.length, 1, 'once')
  },
}

for (const [name, play] of Object.entries(cases)) {
  t.test(name, async (t) => {
    const told: Case['told'] = []
    let failing = false
    const tally = tallyOf<string>({
      ...{ ms: 30, max: 2, rest: () => 'rest' },
      async record(one, times) {
        if (failing) throw new Error('not now')
        told.push([one, times])
      },
    })
    await play({
      ...{ t, tally, told },
      fail: (how) => {
        failing = how
      },
    })
  })
}
