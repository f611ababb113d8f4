/**
 * The last one to leave. It holds one end of a pipe whose other end only its parent has; when the
 * parent ends in whatever way, kill -9 included, the pipe closes and the keeper stops every child
 * the parent still had. Lines on the pipe: `+PID SIGNAL` a child began, `-PID` a child ended.
 * Plain JavaScript: it must be up before anything it watches.
 */
import { createInterface } from 'node:readline'

const GRACE_MS = 4_000
const children = new Map()

const tell = (pid, signal) => {
  try {
    process.kill(pid, signal)
    return true
  } catch {
    return false
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})

const lines = createInterface({ input: process.stdin })
lines.on('line', (line) => {
  const [pid, signal] = line.slice(1).split(' ')
  if (line.startsWith('+')) children.set(Number(pid), signal)
  else children.delete(Number(pid))
})
lines.on('close', () => {
  for (const [pid, signal] of [...children].reverse()) tell(pid, signal)
  const end = Date.now() + GRACE_MS
  const wait = setInterval(() => {
    for (const pid of children.keys()) if (!tell(pid, 0)) children.delete(pid)
    const late = Date.now() > end
    if (late) for (const pid of children.keys()) tell(pid, 'SIGKILL')
    if (late || children.size === 0) clearInterval(wait)
  }, 50)
})
