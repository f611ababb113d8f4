import fc from 'fast-check'
import t from 'tap'
import {
  type KnownLine,
  matchReading,
  type ReadLine,
  rereadLine,
} from '../../../src/domain/notice/reread.js'

/** A line as a text gives it. */
function read(problem: string, more: Partial<ReadLine> = {}): ReadLine {
  return {
    ...{ unit_id: 'u', asset_id: null, indicator_id: null, severity: 'deduction' },
    ...{ category: '更新不及时', problem, sentence: `某局首页${problem}。` },
    ...{ sentence_start: 0, sentence_end: 9, medium: 'website', place: '首页' },
    ...{ own_due: null, dispatch: 'unit', ...more },
  }
}

interface Stored extends KnownLine {
  line: Parameters<typeof rereadLine>[0]
}

/** The same in a draft, undecided unless it is said otherwise. */
function known(number: number, of: ReadLine, more: Partial<KnownLine> = {}): Stored {
  const { own_due: _due, dispatch: _dispatch, ...line } = of
  return {
    ...{ number, decided: false, was: null },
    ...{ unit_id: of.unit_id, asset_id: of.asset_id, place: of.place },
    ...{ problem: of.problem, sentence: of.sentence },
    ...more,
    line: { ...line, severity_confirmed: false },
  }
}

const numbersIn = ({ pairs, added, gone }: ReturnType<typeof matchReading>) => ({
  pairs: pairs.map(({ known: one, read: line }) => [one.number, line.problem]),
  added: added.map(({ problem }) => problem),
  gone: gone.map(({ number }) => number),
})

t.test('what is said alike is the same, what is not said any more is told', async (t) => {
  const draft = [known(1, read('打不开')), known(2, read('有错链2处')), known(3, read('缺少标识'))]
  t.strictSame(
    numbersIn(matchReading(draft, [read('有错链2处'), read('打不开'), read('长期未更新')])),
    {
      ...{
        pairs: [
          [2, '有错链2处'],
          [1, '打不开'],
        ],
        added: ['长期未更新'],
        gone: [3],
      },
    },
  )
})

t.test('a word put right is no other problem', async (t) => {
  const draft = [known(1, read('有错链2处', { sentence: '某局首页有错链2处。' }))]
  const right = read('有错链3处', { sentence: '某局首页有错链3处。' })
  t.strictSame(numbersIn(matchReading(draft, [right])), {
    pairs: [[1, '有错链3处']],
    added: [],
    gone: [],
  })
  const unit = read('有错链2处', { unit_id: 'v', sentence: '另局首页有错链2处。' })
  t.strictSame(
    numbersIn(matchReading(draft, [unit])).pairs,
    [[1, '有错链2处']],
    'another unit in the same words',
  )
  const object = read('有错链2处', { place: '内页' })
  t.strictSame(
    numbersIn(matchReading(draft, [object])).added,
    ['有错链2处'],
    'another object is another line',
  )
})

t.test('what a person decided is found by what it was, and is never gone', async (t) => {
  const was = { unit_id: 'u', asset_id: null, place: '首页', problem: '打不开' }
  const moved = known(1, read('首页响应缓慢', { unit_id: 'v' }), { decided: true, was })
  const merged = known(2, read('有错链'), { decided: true })
  t.strictSame(numbersIn(matchReading([moved, merged], [read('打不开')])), {
    ...{ pairs: [[1, '打不开']], added: [], gone: [] },
  })
  const byHand = known(3, read('口头反映'), { sentence: null })
  t.strictSame(numbersIn(matchReading([byHand], [])).gone, [], 'no text ever said it')
})

t.test('where the sentence stands, so do the words; what is missing is filled in', async (t) => {
  const {
    own_due: _due,
    dispatch: _dispatch,
    ...line
  } = read('打不开', { unit_id: null, place: '网站首页' })
  const same = read('打不开', {
    asset_id: 'a',
    indicator_id: 'WV-1.5',
    severity: 'veto',
    sentence_start: 3,
  })
  const first = rereadLine({ ...line, severity_confirmed: false }, same)
  t.match(first, {
    unit_id: 'u',
    asset_id: 'a',
    place: '网站首页',
    severity: 'veto',
    sentence_start: 3,
  })
  t.notOk('severity_confirmed' in first)
  t.match(rereadLine({ ...line, severity_confirmed: true }, same), { severity: 'deduction' })
  const other = read('打不开', {
    unit_id: null,
    medium: 'unknown',
    place: null,
    sentence: '首页仍打不开。',
  })
  t.match(rereadLine({ ...line, unit_id: 'w', severity_confirmed: false }, other), {
    ...{ unit_id: 'w', place: '网站首页', medium: 'website', sentence: '首页仍打不开。' },
  })
  const moved = read('打不开', { unit_id: 'v', sentence: '另局打不开。' })
  t.match(rereadLine({ ...line, unit_id: 'u', asset_id: 'a', severity_confirmed: false }, moved), {
    ...{ unit_id: 'v', asset_id: null },
  })
})

/** What the register knows of what a text names: of a unit it knows, the sites it knows. */
const looked = (unit_id: string | null, place: string | null) =>
  unit_id !== null && place === '首页' ? `site of ${unit_id}` : null

const anyRead = fc
  .record({
    unit_id: fc.constantFrom(null, 'u', 'v'),
    place: fc.constantFrom(null, '首页', '内页'),
    problem: fc.constantFrom('打不开', '有错链2处', '有错链3处', '超过14天未更新', '长期未更新'),
    sentence: fc.constantFrom('首页打不开。', '首页有错链。', '首页、内页未更新。', '另有他事。'),
    sentence_start: fc.nat(3),
  })
  .map(({ problem, ...more }) =>
    read(problem, { ...more, asset_id: looked(more.unit_id, more.place) }),
  )
/** A reading says no unit's problem of an object twice. */
const reading = fc.uniqueArray(anyRead, {
  maxLength: 8,
  selector: ({ unit_id, place, problem }) => JSON.stringify([unit_id, place, problem]),
})
const anyKnown = fc
  .tuple(anyRead, fc.boolean(), fc.option(anyRead, { nil: null }), fc.boolean())
  .map(([line, decided, was, byHand]) =>
    known(0, line, {
      ...{ decided, was: decided ? was : null },
      ...(byHand ? { sentence: null } : {}),
    }),
  )

/** The draft after a reading of it. */
function applied(draft: readonly Stored[], lines: readonly ReadLine[]): Stored[] {
  const { pairs, added } = matchReading(draft, lines)
  const last = draft.length
  const after = draft.map((one) => {
    const line = pairs.find(({ known: other }) => other.number === one.number)?.read
    if (!line || one.decided) return one
    const { severity_confirmed } = one.line
    const next = {
      ...rereadLine({ ...one.line, sentence: one.sentence }, line),
      severity_confirmed,
    }
    const { unit_id, asset_id, place, problem, sentence } = next
    return { ...one, unit_id, asset_id, place, problem, sentence, line: next }
  })
  return [...after, ...added.map((line, at) => known(last + at + 1, line))]
}

t.test('the same text again changes nothing, and what was decided never changes', async () => {
  fc.assert(
    fc.property(fc.array(anyKnown, { maxLength: 8 }), reading, (given, lines) => {
      const draft = given.map((one, at) => ({ ...one, number: at + 1 }))
      const once = applied(draft, lines)
      const again = applied(once, lines)
      if (matchReading(once, lines).added.length > 0) throw new Error('added again')
      if (JSON.stringify(again) !== JSON.stringify(once)) throw new Error('changed again')
      for (const [at, one] of draft.entries())
        if (one.decided && JSON.stringify(once[at]) !== JSON.stringify(one))
          throw new Error('undone')
      const { pairs, added } = matchReading(draft, lines)
      return (
        pairs.length + added.length === lines.length &&
        new Set(pairs.map(({ known: one }) => one)).size === pairs.length
      )
    }),
    { numRuns: 400 },
  )
})

t.test('thousands of lines that are nearly alike are matched soon', async (t) => {
  const nobody = { unit_id: null, place: null }
  const lines = (words: string) =>
    Array.from({ length: 3_000 }, (_, at) =>
      read(`${words}${at}处`, { ...nobody, sentence: `${at}` }),
    )
  const draft = lines('有错链').map((line, at) => known(at + 1, line))
  const begun = process.cpuUsage()
  const { pairs, added, gone } = matchReading(draft, lines('存在有错链'))
  const took = (process.cpuUsage(begun).user + process.cpuUsage(begun).system) / 1_000
  t.equal(pairs.length + added.length, 3_000)
  t.equal(pairs.length + gone.length, 3_000)
  t.ok(took < 5_000, `${took} ms`)
})
