import { basename, dirname, join } from 'node:path'
import { environmentWith } from '../../../src/config.js'
import type { Child } from '../../../src/local/children.js'
import { tail } from '../../../src/local/logs.js'
import { nodeProcess } from '../../../src/local/node-process.js'
import { accepts, freePort, poll } from '../../../src/local/ports.js'
import { TroubleError } from '../../../src/local/trouble.js'
import type { BenchSystem } from './system.js'

const READY_MS = 60_000

/** Starts a process of the bench itself that listens on a port; throws TroubleError when it does not come up. */
export async function startServer(
  { children, folder }: Pick<BenchSystem, 'children' | 'folder'>,
  file: string,
  environment: Record<string, string>,
): Promise<{ address: string; child: Child }> {
  const port = await freePort()
  const name = `${basename(dirname(file))}-${basename(file, '.ts')}`
  const child = children.start(
    nodeProcess(name, file, [], {
      env: environmentWith({ ...environment, PORT: String(port) }),
      log: join(folder, 'logs', `${name}.log`),
      stopSeconds: 5,
    }),
  )
  const up = await poll(async () => {
    if (!child.running()) return false
    return (await accepts('127.0.0.1', port, 1_000)) || undefined
  }, READY_MS)
  if (up) return { address: `http://127.0.0.1:${port}`, child }
  throw new TroubleError(`${name} 没有启动起来：${tail(child.log, 8)} (server did not start)`)
}
