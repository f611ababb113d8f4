import type { Client } from 'pg'
import { LOCAL_ISSUER } from '../../../src/auth/local-issuer.js'
import { createVerifier, REMEMBERED_MS } from '../../../src/auth/verify.js'
import { openDoor } from '../drive/door.js'
import { inPairs, verdictOf } from '../drive/pairs.js'
import { commandsPerSecond } from '../rivals/live.js'
import { zhenggai } from '../rivals/zhenggai.js'
import { connect } from '../world/postgres.js'
import type { BenchSystem } from '../world/system.js'
import { issuedAndTold } from './issued.js'
import { type Bench, type Measured, shown } from './row.js'

const FENCED = `select format('%I.%I', relnamespace::regnamespace, relname) as name from pg_class
  where relrowsecurity order by name`
const TOKENS = 500
/** Of the office, who act in a life beside the reporters of the units. */
const OFFICERS = 3

/**
 * What row security and the checking of signatures cost: commands a second in interleaved pairs with the fences of all
 * tables up and down, and the time one signature takes, as often as the interface checks one of those who call it.
 */
export async function guards({ system, office, sizes }: Bench): Promise<Measured<'guards_cost'>> {
  const { callers, commands: size } = sizes
  const door = openDoor(system.api, callers)
  const rival = zhenggai(system, door, office)
  const owner = await connect(system.owner)
  const fenced = (await owner.query<{ name: string }>(FENCED)).rows.map(({ name }) => name)
  const measured = async (up: boolean) => {
    const lives = await issuedAndTold(system, rival, door, office, size.findings)
    await fences(owner, fenced, up)
    try {
      const { perSecond } = await commandsPerSecond(lives, callers)
      await rival.settled(lives.map(({ id }) => id))
      return perSecond
    } finally {
      await fences(owner, fenced, true)
    }
  }
  const [up, down] = [() => measured(true), () => measured(false)]
  await up()
  await down()
  const { ours, theirs, ratio, secondWorst } = verdictOf(await inPairs(size.pairs, up, down))
  const signature = await secondsPerSignature(system)
  const checked = (office.units.length + OFFICERS) / (REMEMBERED_MS / 1_000)
  await owner.end()
  await door.close()
  return {
    figures: { guards_cost: 1 - ratio * (1 - signature * checked) },
    notes: [
      `${fenced.length} tables; commands ${shown(ours)} a second with their fences, ${shown(theirs)} without, median ratio ${shown(ratio)}, second worst ${shown(secondWorst)}`,
      `a signature takes ${shown(signature * 1_000)} ms and is checked once in ${REMEMBERED_MS / 1_000} s of each token; were no token to come twice, both would cost ${shown(1 - ratio * (1 - signature * ours))}`,
    ],
  }
}

/** Nobody waits for a table for long: what is told meanwhile goes on. */
async function fences(owner: Client, tables: readonly string[], up: boolean): Promise<void> {
  for (const table of tables) {
    await owner.query(`alter table ${table} ${up ? 'enable' : 'disable'} row level security`)
  }
}

async function secondsPerSignature({ issuer }: BenchSystem): Promise<number> {
  const verifier = createVerifier([issuer.issuer])
  const tokens: string[] = []
  for (let index = 0; index < TOKENS; index += 1)
    tokens.push(await issuer.mint(`${LOCAL_ISSUER}.${index}`))
  const began = performance.now()
  for (const token of tokens) await verifier.verify(token)
  return (performance.now() - began) / 1_000 / TOKENS
}
