import { appendFileSync } from 'node:fs'

/** One thing that happened to a process. */
export interface Entry {
  /** Milliseconds since 1970. */
  at: number
  name: string
  what: 'started' | 'ended' | NodeJS.Signals
  pid: number
  signal?: NodeJS.Signals | null
  code?: number | null
}

/** What happened to the processes of a run, in order: in memory for counting, in a file for whoever looks later. */
export interface Diary {
  readonly entries: readonly Entry[]
  note(entry: Omit<Entry, 'at'>): void
}

export function openDiary(file: string): Diary {
  const entries: Entry[] = []
  return {
    entries,
    note(entry) {
      const noted = { at: Date.now(), ...entry }
      entries.push(noted)
      appendFileSync(file, `${JSON.stringify(noted)}\n`)
    },
  }
}
