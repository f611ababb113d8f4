import { catchUp } from '../../src/commands/catch-up.js'
import { takeDue } from '../../src/domain/clock/advance.js'
import { record, type Twin, tell } from './twin.js'

/** A worker wakes for all findings of the notice at once: what is due is taken, in one transaction. */
export async function wake(twin: Twin): Promise<void> {
  const { worker, office_id } = twin.world.office
  const ids = twin.entries.map(({ situation }) => situation.finding.id)
  await catchUp(worker, office_id, ids)
  const done = twin.entries.map((entry) => ({ entry, run: takeDue(entry.situation) }))
  const taken = done.some(({ run }) => run.events.length > 0)
  tell(twin, { who: 'clock', what: 'wake', outcome: taken ? 'something taken' : 'nothing due' })
  record(twin, done)
}
