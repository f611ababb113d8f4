import t from 'tap'
import { hitOperations as operations } from '../../src/contracts/hits.js'
import { statement } from '../../src/db/handle.js'
import { findOperation } from '../../src/db/operation.js'
import { instantOf } from '../../src/domain/instant.js'
import { NDJSON, ndjson } from '../http/hits.js'
import { testServer } from '../http/support.js'
import { runOffice, until } from './support.js'

/** Two and a half pages. */
const LINES = 2_500
const HITS = 700

const STATE = statement<{ hits: string; sightings: string; rows: number }>(
  `select md5(string_agg(to_jsonb(h)::text, ' ' order by h.id)) as hits, count(*)::integer as rows,
     (select md5(string_agg(to_jsonb(s)::text, ' ' order by s.hit_id, s.captured_at, s.gone))
      from hit_sighting s join hit of on of.id = s.hit_id where of.tool = $1) as sightings
   from hit h where h.tool = $1`,
)
const PLAIN = statement<{ hit: object }>(
  `select to_jsonb(h) - array['id', 'tool', 'created_at'] || jsonb_build_object('sightings', (
     select jsonb_agg(jsonb_build_array(s.captured_at, s.gone) order by s.captured_at, s.gone)
     from hit_sighting s where s.hit_id = h.id)) as hit
   from hit h where h.tool = $1 order by h.tool_hit_id`,
)

/** A file in which hits come again, older and newer, go and come back; the numbers have no common factor. */
const FILE = Array.from({ length: LINES }, (_, index) => {
  const turn = (index * 7) % 41
  return {
    ...{ id: `h${index % HITS}`, url: `https://a.test/${index % HITS}` },
    captured_at: new Date(Date.UTC(2022, 8, 1, turn)).toISOString(),
    ...{ observation: `第${turn}次`, gone: turn % 5 === 0 },
  }
})
const SHUFFLED = FILE.map((_, index) => FILE[(index * 1_009) % LINES] ?? {})

t.test(
  '2: the same file twice, and shuffled: nothing changes; shuffled and in two parts it says the same',
  async (t) => {
    const clock = instantOf('2022-09-05T02:00:00.000Z')
    const server = await testServer(t, { units: 1, clock })
    const { office, as } = server
    const run = await runOffice(t, office)
    const inspector = as(office.officer('inspector'))
    const bring = async (tool: string, lines: readonly object[]) => {
      const told = await inspector(operations.importHits, {
        ...{ params: { tool }, body: ndjson(lines), headers: NDJSON },
      })
      t.equal(told.status, 202, told.text)
      run.wake()
      const job = await until(async () => {
        const found = await findOperation(office.worker.pool, told.body.id)
        return found?.status === 'running' ? null : found
      }, 30_000)
      return job.result
    }
    const state = (tool: string) => office.owner.run(STATE(tool))
    const nothing = { new: 0, seen_again: 0, gone: 0, invalid: 0 }

    await bring('first', FILE)
    const before = await state('first')
    t.equal(before[0]?.rows, HITS)
    const unchanged = { taken: LINES, ...nothing, unchanged: LINES }
    t.same(await bring('first', FILE), unchanged)
    t.strictSame(await state('first'), before, 'twice')
    t.same(await bring('first', SHUFFLED), unchanged)
    t.strictSame(await state('first'), before, 'and in another order')

    await bring('second', SHUFFLED.slice(1_200))
    await bring('second', SHUFFLED)
    t.strictSame(await office.owner.run(PLAIN('second')), await office.owner.run(PLAIN('first')))
  },
)
