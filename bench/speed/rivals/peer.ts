import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { poll } from '../../../src/local/ports.js'
import type { Door } from '../drive/door.js'
import { WORDS } from '../world/words.js'
import { ACTS } from './peer-table.js'
import { createReached } from './reached.js'
import { AuditError, type Issue, type Life, type Rival } from './rival.js'

const SETTLE_MS = 120_000
const { cause, measures, conclusion, problem } = WORDS
const BODIES = {
  acknowledge: {},
  respond: { result: 'fixed', cause, measures },
  accept: { conclusion },
  close: { conclusion },
}

/** A peer behind the bench's own form of the interface; `running` counts the workflows that have not ended. */
export function peer(
  name: string,
  door: Door,
  database: Pool,
  running: () => Promise<number>,
): Rival {
  const waitFor = createReached(async (keys) => {
    const wanted = keys.map((key) => key.split('/'))
    const { rows } = await database.query<{ key: string }>(
      `select id || '/' || wanted.steps as key from finding
       join unnest($1::uuid[], $2::integer[]) as wanted (id, steps) using (id)
       where finding.steps >= wanted.steps`,
      [wanted.map(([id]) => id), wanted.map(([, steps]) => Number(steps))],
    )
    return rows.map(({ key }) => key)
  })
  const countClosed = async (ids: readonly string[]) => {
    const text = `select count(*)::integer from finding where id = any ($1::uuid[]) and state = 'closed'`
    return (await database.query<{ count: number }>(text, [ids])).rows[0]?.count
  }
  return {
    name,
    prepare: async (findings, perNotice) => noticesOf(door, findings, perNotice),
    reached: (id, steps) => waitFor(`${id}/${steps}`),
    async settled(ids) {
      const closed = async () => (await countClosed(ids)) === ids.length
      const done = async () => ((await closed()) && (await running()) === 0 ? true : undefined)
      if (await poll(done, SETTLE_MS, 20)) return
      throw new AuditError(`${name}: ${await countClosed(ids)} of ${ids.length} are closed`)
    },
  }
}

function noticesOf(door: Door, findings: number, perNotice: number): Issue[] {
  const ids = Array.from({ length: findings }, () => randomUUID())
  return Array.from({ length: Math.ceil(findings / perNotice) }, (_, index) => {
    const own = ids.slice(index * perNotice, (index + 1) * perNotice)
    return async () => {
      const body = { findings: own.map((id) => ({ id, body: { problem } })) }
      await door.ask({ method: 'POST', path: '/notices', body })
      return own.map((id) => lifeOf(door, id))
    }
  })
}

function lifeOf(door: Door, id: string): Life {
  const steps = ACTS.map((act) => async () => {
    await door.ask({ method: 'POST', path: `/findings/${id}/${act}`, body: BODIES[act] })
  })
  return { id, steps }
}
