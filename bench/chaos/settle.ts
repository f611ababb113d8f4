import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from '../../src/db/pool.js'
import { unrest } from './audit/facts.js'

const LOOK = 500

/** Waits until nothing is under way any more; returns the seconds that took, and what still was when time was over. */
export async function settle(
  database: Pool,
  withinMs: number,
): Promise<{ seconds: number; left: { what: string; count: number }[] }> {
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1_000
  for (;;) {
    const left = await unrest(database)
    if (left.length === 0 || seconds() * 1_000 > withinMs) return { seconds: seconds(), left }
    await sleep(LOOK)
  }
}
