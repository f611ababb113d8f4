import { openDoor } from '../drive/door.js'
import { onSchedule } from '../drive/open-loop.js'
import { zhenggai } from '../rivals/zhenggai.js'
import { issuedAndTold } from './issued.js'
import { type Bench, type Measured, shown } from './row.js'

/** How long one caller waits for a command, its send times planned: signing, answering, accepting, closing in turn. */
export async function latency({
  system,
  office,
  sizes,
}: Bench): Promise<Measured<'latency_p50_ms' | 'latency_p99_ms'>> {
  const { perSecond, findings } = sizes.latency
  const door = openDoor(system.api, 1)
  const rival = zhenggai(system, door, office)
  const warming = await issuedAndTold(system, rival, door, office, findings)
  await onSchedule(
    perSecond,
    warming.flatMap(({ steps }) => steps),
  )
  const lives = await issuedAndTold(system, rival, door, office, findings)
  const latencies = await onSchedule(
    perSecond,
    lives.flatMap(({ steps }) => steps),
  )
  await rival.settled(lives.map(({ id }) => id))
  await door.close()
  return {
    figures: { latency_p50_ms: latencies.at(50), latency_p99_ms: latencies.at(99) },
    notes: [
      `${latencies.count} commands planned at ${perSecond} a second, workflows told meanwhile; worst ${shown(latencies.at(100))} ms`,
    ],
  }
}
