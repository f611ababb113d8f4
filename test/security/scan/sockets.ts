/** How many sockets a run of slowhttptest had at once, closed ones with them, and how many were open at its end. */
export interface Sockets {
  opened: number
  leftOpen: number
}

/** Reads the table slowhttptest writes with `-g`: a line a second, its columns by their names. */
export function socketsIn(table: string): Sockets {
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
    leftOpen: seconds.at(-1)?.open ?? 0,
  }
}
