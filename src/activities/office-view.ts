import { readView } from '../db/clock-view.js'
import { markAnswered } from '../db/workflow-sync.js'
import type { OfficeView } from '../domain/clock-view.js'
import type { ActivityDeps } from './deps.js'

/** What the office's workflow waits for from now on, as the answer of its own activity. */
export async function officeView(
  { pool }: Pick<ActivityDeps, 'pool'>,
  officeId: string,
): Promise<OfficeView> {
  const told = await readView(pool, officeId)
  if (!told || told.kind !== 'office') throw new Error(`no office ${officeId}`)
  await markAnswered(pool, { subject_id: officeId, version: told.view.version })
  return told.view as OfficeView
}
