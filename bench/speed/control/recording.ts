import { statement } from '../../../src/db/handle.js'
import type { Pool } from '../../../src/db/pool.js'
import type { Life } from '../rivals/rival.js'

/** Rows of one table as JSON, keyed by column. */
export type Rows = readonly Record<string, unknown>[]

/** Everything one command wrote: the finding as it then stood, what was added, what was marked, the kept answer. */
export interface Written {
  finding: Rows
  finding_event: Rows
  milestone: Rows
  marked: Rows
  message: Rows
  round: Rows
  command_key: Rows
}

/** A finding just issued with its milestones, and what each command of its life then wrote. */
export interface Recording {
  id: string
  issued: { finding: Rows; milestone: Rows }
  steps: readonly Written[]
}

const read = (from: string, order: string) =>
  statement<{ row: Record<string, unknown> }>(
    `select to_jsonb(t) as row from ${from} order by ${order}`,
  )
const FINDING = read('finding t where id = $1', 'id')
const EVENTS = read('finding_event t where finding_id = $1', 'seq')
const MILESTONES = read('milestone t where subject_id = $1', 'id')
const MESSAGES = read('message t where finding_id = $1', 'created_at, id')
const ROUNDS = read('round t where finding_id = $1', 'number')
const KEYS = read(`command_key t where body -> 'finding' ->> 'id' = $1`, 'created_at')

/** Lives one life through the interface and notes, step by step, which rows it leaves in the tables. */
export async function record(database: Pool, life: Life): Promise<Recording> {
  const look = async () => {
    const rows = async (query: typeof FINDING) =>
      (await database.run(query(life.id))).map(({ row }) => row)
    return {
      finding: await rows(FINDING),
      finding_event: await rows(EVENTS),
      milestone: await rows(MILESTONES),
      message: await rows(MESSAGES),
      round: await rows(ROUNDS),
      command_key: await rows(KEYS),
    }
  }
  let before = await look()
  const issued = { finding: before.finding, milestone: before.milestone }
  const steps: Written[] = []
  for (const step of life.steps) {
    await step()
    const after = await look()
    const known = new Map(before.milestone.map((row) => [row.id, row.outcome]))
    steps.push({
      finding: after.finding,
      finding_event: after.finding_event.slice(before.finding_event.length),
      milestone: after.milestone.filter(({ id }) => !known.has(id)),
      marked: after.milestone.filter(
        ({ id, outcome }) => known.has(id) && known.get(id) !== outcome,
      ),
      message: after.message.slice(before.message.length),
      round: after.round.slice(before.round.length),
      command_key: after.command_key.slice(before.command_key.length),
    })
    before = after
  }
  return { id: life.id, issued, steps }
}
