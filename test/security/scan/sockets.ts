/** How many sockets a run of slowhttptest had at once, closed ones with them, and how many were open at its end. */
export interface Sockets {
  opened: number
  leftOpen: number
}

/** What it says where it ends before its time. */
const ALL_CLOSED = /No open connections left/

/**
 * Reads the table slowhttptest writes with `-g`: a line a second, its columns by their names; and what it said at its end,
 * for the second in which the last sockets are closed has no line any more.
 */
export function socketsIn(table: string, said: string): Sockets {
  const [head = '', ...lines] = table.split('\n').filter((line) => line.trim() !== '')
  const names = head.split(',')
  const seconds = lines.map((line) => {
    const cells = line.split(',')
    const of = (name: string) => Number(cells[names.indexOf(name)] ?? 0)
    const [connected, pending] = [of('Connected'), of('Pending')]
    return { opened: connected + of('Closed'), open: connected + pending }
  })
  return {
    opened: Math.max(0, ...seconds.map(({ opened }) => opened)),
    leftOpen: ALL_CLOSED.test(said) ? 0 : (seconds.at(-1)?.open ?? 0),
  }
}
