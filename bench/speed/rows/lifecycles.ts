import { openDoor } from '../drive/door.js'
import { inPairs, median, verdictOf } from '../drive/pairs.js'
import { backToBack, type Load, paced } from '../rivals/live.js'
import type { Rival } from '../rivals/rival.js'
import { startDbos, startTextbook } from '../rivals/start-peers.js'
import { zhenggai } from '../rivals/zhenggai.js'
import { type Bench, type Measured, shown } from './row.js'

type Lifecycles =
  | 'lifecycles_per_s'
  | 'lifecycles_paced_per_s'
  | 'peer_lifecycles_per_s'
  | 'textbook_lifecycles_per_s'
  | 'lifecycles_ratio_median'
  | 'lifecycles_ratio_second_worst'

/** Whole lives a second beside the peers'. Only the peer that is being measured runs. */
export async function lifecycles(bench: Bench): Promise<Measured<Lifecycles>> {
  const { system, office, sizes } = bench
  const { callers, perNotice } = sizes
  const door = openDoor(system.api, callers)
  const own = zhenggai(system, door, office)
  const load = { callers, perNotice, findings: sizes.lifecycles.findings }
  const slow = { callers, perNotice, findings: sizes.paced.findings }

  const dbos = await startDbos(system, callers)
  await backToBack(own, load)
  await backToBack(dbos.rival, load)
  const verdict = verdictOf(
    await inPairs(
      sizes.lifecycles.pairs,
      () => backToBack(own, load),
      () => backToBack(dbos.rival, load),
    ),
  )
  const pacedDbos = await runs(sizes.paced.runs, paced, dbos.rival, slow)
  await dbos.close()

  const textbook = await startTextbook(system, callers)
  const plain = { callers, perNotice, findings: sizes.textbook.findings }
  await backToBack(textbook.rival, plain)
  const told = await runs(sizes.textbook.runs, backToBack, textbook.rival, plain)
  const pacedTextbook = await runs(sizes.paced.runs, paced, textbook.rival, slow)
  await textbook.close()

  const pacedOwn = await runs(sizes.paced.runs, paced, own, slow)
  await door.close()
  const [low, high] = verdict.spread
  return {
    figures: {
      lifecycles_per_s: verdict.ours,
      lifecycles_paced_per_s: pacedOwn,
      peer_lifecycles_per_s: verdict.theirs,
      textbook_lifecycles_per_s: told,
      lifecycles_ratio_median: verdict.ratio,
      lifecycles_ratio_second_worst: verdict.secondWorst,
    },
    notes: [
      `${sizes.lifecycles.pairs} pairs of ${load.findings} findings in notices of ${perNotice}; ours ${shown(low)} to ${shown(high)} a second`,
      `paced: DBOS ${shown(pacedDbos)}, textbook ${shown(pacedTextbook)} a second`,
    ],
  }
}

async function runs(
  count: number,
  how: (rival: Rival, load: Load) => Promise<number>,
  rival: Rival,
  load: Load,
): Promise<number> {
  const reached: number[] = []
  for (let run = 0; run < count; run += 1) reached.push(await how(rival, load))
  return median(reached)
}
