import { startControl } from '../control/start.js'
import { openDoor } from '../drive/door.js'
import { inPairs, verdictOf } from '../drive/pairs.js'
import { commandsPerSecond } from '../rivals/live.js'
import { zhenggai } from '../rivals/zhenggai.js'
import { issuedAndTold } from './issued.js'
import { type Bench, type Measured, shown } from './row.js'

/**
 * Commands a second with all callers at once, in interleaved pairs with a bare route that writes the same rows in
 * one statement. Our worker runs beside it all the time and tells workflows as the commands come.
 */
export async function commands({
  system,
  office,
  sizes,
}: Bench): Promise<Measured<'commands_per_s' | 'control_commands_per_s' | 'commands_vs_control'>> {
  const { callers, commands: size } = sizes
  const door = openDoor(system.api, callers)
  const rival = zhenggai(system, door, office)
  const [model] = await issuedAndTold(system, rival, door, office, 1)
  if (!model) throw new Error('nothing was issued')
  const control = await startControl(system, model, callers)
  const slowest: number[] = []
  const ours = async () => {
    const lives = await issuedAndTold(system, rival, door, office, size.findings)
    const { perSecond, latencies } = await commandsPerSecond(lives, callers)
    slowest.push(latencies.at(99))
    await rival.settled(lives.map(({ id }) => id))
    return perSecond
  }
  const theirs = async () =>
    (await commandsPerSecond(await control.prepare(size.findings), callers)).perSecond
  await ours()
  await theirs()
  slowest.length = 0
  const verdict = verdictOf(await inPairs(size.pairs, ours, theirs))
  await control.close()
  await door.close()
  const [low, high] = verdict.spread
  return {
    figures: {
      commands_per_s: verdict.ours,
      control_commands_per_s: verdict.theirs,
      commands_vs_control: verdict.ratio,
    },
    notes: [
      `${size.pairs} pairs of ${size.findings * 4} commands, ${callers} callers; ours ${shown(low)} to ${shown(high)} a second`,
      `p99 of each run at most ${shown(Math.max(...slowest))} ms; second worst ratio ${shown(verdict.secondWorst)}`,
    ],
  }
}
