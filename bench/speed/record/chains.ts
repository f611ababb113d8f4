import { originOf } from '../../../src/audit/chains/chains.js'
import { headsAfter } from '../../../src/db/chain.js'
import { appendEvents, listEvents, type StoredEvent } from '../../../src/db/event.js'
import { statement } from '../../../src/db/handle.js'
import { openPool } from '../../../src/db/pool.js'
import { json, updateText } from '../../../src/db/setwise.js'
import { transaction } from '../../../src/db/transaction.js'
import { genesis, type HashText, linkEvent, type Origin } from '../../../src/domain/chain.js'

/** As many as one statement takes, and how many events a finding has at least and at most. */
const FINDINGS = 100
const [FEWEST, MOST] = [10, 50]
/** The digits of a salt. */
const SALT = 32
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'
const ENDS = statement<never>(updateText('finding', ['id'], ['seq', 'last_hash']))

/**
 * Gives every other finding of the model's office a chain of its own: the model's events over and over, each linked anew.
 * Gives how many events there are of them. `owner` is the owner's way into the database.
 */
export async function fillChains(owner: string, hash: HashText, model: string): Promise<number> {
  const role = { role: 'zhenggai_migrate', max: 1, applicationName: 'bench' } as const
  const pool = openPool({ url: owner, ...role, statementTimeout: 60_000 })
  try {
    const lived = await listEvents(pool, model)
    let events = 0
    for (let after: string | undefined = BEFORE_ALL; after !== undefined; ) {
      const heads = await headsAfter(pool, after, FINDINGS)
      after = heads.at(-1)?.finding_id
      const chains = heads
        .filter(({ office_id, finding_id }) => {
          return office_id === lived[0]?.office_id && finding_id !== model
        })
        .map((head) =>
          chainOf(hash, originOf(head), lived, FEWEST + (head.number % (MOST - FEWEST + 1))),
        )
      await transaction(pool, async (tx) => {
        await appendEvents(tx, chains.flat())
        await tx.run(ENDS(json(chains.flatMap((chain) => endOf(chain)))))
      })
      events += chains.flat().length
    }
    return events
  } finally {
    await pool.close()
  }
}

function chainOf(
  hash: HashText,
  origin: Origin,
  lived: readonly StoredEvent[],
  length: number,
): StoredEvent[] {
  const chain: StoredEvent[] = []
  for (let index = 0; index < length; index += 1) {
    const model = lived[index % lived.length]
    if (!model) break
    const said = { ...model, finding_id: origin.finding_id, seq: index + 1 }
    const before = chain.at(-1)?.hash ?? genesis(hash, origin)
    const salt = hash(`${origin.finding_id} ${index}`).slice(0, SALT)
    const link = linkEvent(hash, origin, said, salt, before)
    chain.push({ ...said, salt: said.texts && salt, ...link })
  }
  return chain
}

function endOf(chain: readonly StoredEvent[]) {
  return chain.slice(-1).map(({ finding_id: id, seq, hash: last_hash }) => ({ id, seq, last_hash }))
}
