import type { Scene } from '../scene.js'

/** How large a scenario is played. */
export interface Scale {
  /** Seconds for which a server is away. */
  away: number
  findings: number
  perSecond: number
}

/** What a scenario measured, and what of it is wrong, in words. */
export interface Played {
  figures: Readonly<Record<string, number>>
  wrong: readonly string[]
}

/** One thing that happens to a server while the system is in use; `say` tells how far it is. */
export type Scenario = (scene: Scene, scale: Scale, say: (line: string) => void) => Promise<Played>
