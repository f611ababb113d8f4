import { execFile } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Starts something on the first half of the processors and goes on itself on the other, so that whoever asks takes no
 * time of whoever is asked: a system that is measured against itself has the same all the while. What is started by it
 * inherits its half. With one processor, or where processes cannot be bound, both share what there is.
 */
export async function onOwnHalf<T>(start: () => Promise<T>): Promise<T> {
  const processors = availableParallelism()
  const half = Math.floor(processors / 2)
  if (half === 0 || !(await bound(`0-${half - 1}`))) return start()
  try {
    return await start()
  } finally {
    await bound(`${half}-${processors - 1}`)
  }
}

/** Whether this process with all its threads runs on these processors from now on. */
async function bound(processors: string): Promise<boolean> {
  return run('taskset', ['-a', '-c', '-p', processors, String(process.pid)]).then(
    () => true,
    () => false,
  )
}
