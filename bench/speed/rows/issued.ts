import { poll } from '../../../src/local/ports.js'
import { calm } from '../drive/calm.js'
import type { Door } from '../drive/door.js'
import { AuditError, type Life, type Rival } from '../rivals/rival.js'
import { isTold } from '../rivals/zhenggai.js'
import type { BenchOffice } from '../world/office.js'
import type { BenchSystem } from '../world/system.js'

const TELL_MS = 300_000
/** Counting what waits takes its own share while much does. */
const LOOK_MS = 100
/** Issuing so many keeps the interface busy long enough to refuse others meanwhile. */
const LARGE = 100

/** Findings as they usually are when somebody acts on them: issued a while ago, their workflows waiting. */
export async function issuedAndTold(
  system: BenchSystem,
  rival: Rival,
  door: Door,
  office: BenchOffice,
  findings: number,
): Promise<Life[]> {
  const [issue] = await rival.prepare(findings, findings)
  const lives = (await issue?.()) ?? []
  await untilTold(system, office)
  if (findings >= LARGE) await calm(door)
  return [...lives]
}

/** Resolves when every workflow of the office knows everything. Throws AuditError after five minutes. */
export async function untilTold(system: BenchSystem, office: BenchOffice): Promise<void> {
  const told = async () => ((await isTold(system, office)) ? true : undefined)
  if (await poll(told, TELL_MS, LOOK_MS)) return
  throw new AuditError('workflows are still untold after five minutes')
}
