import type { Pool } from 'pg'
import { INSERT, SET, STATES } from '../rivals/peer-table.js'
import type { Begin } from './messages.js'

export type Activities = ReturnType<typeof createActivities>

/** What the textbook version's worker does: it writes rows. */
export function createActivities(pool: Pool) {
  return {
    async insert({ id, body }: Begin): Promise<void> {
      await pool.query(INSERT, [id, STATES[0], body])
    },
    async write({ id, body, steps }: Begin & { steps: number }): Promise<void> {
      await pool.query(SET, [id, STATES[steps - 1], steps, body])
    },
  }
}
