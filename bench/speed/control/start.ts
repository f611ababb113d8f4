import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDoor } from '../drive/door.js'
import type { Life } from '../rivals/rival.js'
import { connect } from '../world/postgres.js'
import { startServer } from '../world/server.js'
import type { BenchSystem } from '../world/system.js'
import { WORDS } from '../world/words.js'
import { record } from './recording.js'
import { createControl, seedControl } from './schema.js'

/** The control: gives findings in place of real ones, whose steps write the same rows. */
export interface Control {
  prepare(findings: number): Promise<readonly Life[]>
  close(): Promise<void>
}

/** Records what the commands of one life write, and starts the server that writes the same. */
export async function startControl(
  system: BenchSystem,
  life: Life,
  callers: number,
): Promise<Control> {
  const recording = await record(system.database, life)
  const file = join(system.folder, 'recording.json')
  writeFileSync(file, JSON.stringify(recording))
  const owner = await connect(system.owner)
  await createControl(owner)
  const { address, child } = await startServer(system, 'bench/speed/control/server.ts', {
    BENCH_DATABASE_URL: system.owner,
    BENCH_RECORDING: file,
  })
  const door = openDoor(address, callers)
  // As many bytes as a real answer brings.
  const body = { cause: WORDS.cause, measures: WORDS.measures }
  return {
    async prepare(findings) {
      const ids = await seedControl(owner, recording, findings)
      return ids.map((id) => ({
        id,
        steps: recording.steps.map((_, step) => async () => {
          await door.ask({ method: 'POST', path: `/findings/${id}/${step}`, body })
        }),
      }))
    },
    async close() {
      await door.close()
      await child.stop()
      await owner.end()
    },
  }
}
