import type { Stand } from '../../harness/stand.js'
import { openScene } from '../scene.js'
import type { Played, Scale, Scenario } from './scenario.js'

/** Plays one scenario on a stand of its own. */
export async function playScenario(
  stand: Stand,
  { play, scale }: { play: Scenario; scale: Scale },
  { say, stop }: { say: (line: string) => void; stop: AbortSignal },
): Promise<Played> {
  const scene = await openScene(stand, stop)
  try {
    return await play(scene, scale, say)
  } finally {
    await scene.close()
  }
}
