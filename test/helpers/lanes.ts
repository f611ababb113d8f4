/** Test files that are run beside others or after them. */
export interface Lane {
  readonly files: readonly string[]
  /** How many of them at a time. */
  readonly jobs: number
  /** How far it lets the others go first when all want the processor: 0, the usual, to 19. */
  readonly niceness: number
}

/** What waits for the wall's clock most of its time and measures little of it, with what it waits for. */
export const WAITING: Readonly<Record<string, string>> = {
  'test/activities/real-timers.test.ts':
    'the next whole minute, to which an office keeps its times',
  'test/bench/mail-away.test.ts':
    'an opening at a whole minute, a minute until mail is tried again',
  'test/bench/store-lost.test.ts': 'the round of each minute in which a worker finds a new store',
  'test/engine/syncer.test.ts': 'calls to a server that is away, until their time is over',
  'test/engine/worker-process.test.ts':
    'ten seconds without a word from each worker that was killed',
}

/** What only thinks: it asks no server, starts no process and may take as long as it likes. */
const THINKING = /^test\/(?:contracts|domain|example|reading|tables)\//
/** Those of them that measure how fast they think. */
const MEASURED = [
  'test/domain/calendar-counted.test.ts',
  'test/domain/zone.test.ts',
  'test/reading/any-text.test.ts',
]

/** Each of these is a whole system under load on its own: beside another it measures the other. */
const ALONE = /^test\/bench\/alone\//

/**
 * Files in the two lanes of whatever is run, one for each of two cores: a third that works as hard makes late what these
 * measure.
 */
export function usualLane(files: readonly string[]): Lane {
  return { files, jobs: 2, niceness: 0 }
}

/**
 * Every test file of a whole run: first lanes beside each other, in which those that wait and those that only think take
 * what the usual two leave of the processor, then those that run by themselves.
 */
export function lanesOf(files: readonly string[]): {
  readonly beside: readonly Lane[]
  readonly after: Lane
} {
  const those = (kind: Kind) => files.filter((file) => kindOf(file) === kind)
  return {
    beside: [
      usualLane(those('usual')),
      { files: those('waiting'), jobs: 1, niceness: 0 },
      { files: those('thinking'), jobs: 1, niceness: 10 },
    ],
    after: { files: those('alone'), jobs: 1, niceness: 0 },
  }
}

type Kind = 'usual' | 'waiting' | 'thinking' | 'alone'

function kindOf(file: string): Kind {
  if (ALONE.test(file)) return 'alone'
  if (file in WAITING) return 'waiting'
  return THINKING.test(file) && !MEASURED.includes(file) ? 'thinking' : 'usual'
}
