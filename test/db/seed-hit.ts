import { v7 } from 'uuid'
import type { Handle } from '../../src/db/handle.js'
import { insertHits, insertSightings } from '../../src/db/hit.js'
import { completeHitImport, insertHitImport, insertHitLines } from '../../src/db/hit-import.js'
import { AT } from './seed.js'

/** What the tool `scanner` has sent: one hit, as it was reported and as it is known. */
export async function seedHit(h: Handle, office_id: string): Promise<void> {
  const [id, tool, tool_hit_id] = [v7(), 'scanner', v7()]
  const content = { url: null, account: '政务号', screenshot: null, indicator_id: null }
  const shown = { ...content, observation: '超过14天未更新' }
  const seen = { first_seen: AT, last_seen: AT, gone_at: null, times_seen: 1, created_at: AT }
  await insertHits(h, [{ id, office_id, tool, tool_hit_id, ...shown, ...seen }])
  await insertSightings(h, [{ hit_id: id, captured_at: AT, gone: false, office_id }])
  const sent = { id: v7(), office_id, tool }
  await insertHitImport(h, sent)
  const report = { id: tool_hit_id, captured_at: AT, gone: false, ...shown }
  const right = { fault_field: null, fault_code: null }
  await insertHitLines(h, sent, [{ number: 1, tool_hit_id, report, ...right }])
  await completeHitImport(h, sent.id, 1)
}
