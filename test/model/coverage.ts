import { MACHINE } from '../../src/domain/machine/table.js'
import {
  PERSON_COMMANDS,
  type PersonCommandName,
  STATES,
  type State,
} from '../../src/domain/vocabulary.js'
import { goesToRequest } from '../http/command-routes.js'

export interface Pair {
  state: State
  command: PersonCommandName
  kind: 'legal' | 'illegal' | 'never'
}

/**
 * Every state with every command a person may send. Legal is what the machine's table says; but an answer to an urgent
 * finding brings its take-down with it, so that none is left to report once it was returned or planned; whoever asks has
 * signed, and a plan answers whatever was asked.
 */
export const PAIRS: readonly Pair[] = STATES.flatMap((state) =>
  PERSON_COMMANDS.map((command): Pair => {
    const legal = MACHINE[command].from.includes(state)
    const never =
      (['returned', 'ongoing'].includes(state) && command === 'report_takedown') ||
      (['notified', 'ongoing'].includes(state) && goesToRequest(command))
    return { state, command, kind: never ? 'never' : legal ? 'legal' : 'illegal' }
  }),
)

/** Which refusals show that a pair cannot be: by its state, or by a draft that the unit does not even see. */
const REFUSALS: Record<Pair['kind'], readonly string[]> = {
  legal: [],
  illegal: ['NOT_IN_THIS_STATE', 'NOT_FOUND'],
  never: ['NOTHING_TO_CHANGE', 'NOT_FOUND'],
}

/** Which pairs of state and command were taken and which refused for what they are. */
export interface Coverage {
  /** What a command sent in a state was refused with; null where it was done. */
  note(state: State, command: PersonCommandName, refusal: string | null): void
  /** One more of this kind came to this. */
  count(what: string, outcome: string): void
  /** Pairs of these states that were not taken though legal, not refused though not, or taken though not legal. */
  missing(): string[]
  /** How much was covered, in words. */
  told(): string
  /** How often what was sent came to what. */
  counted(): string[]
}

/** Counts pairs over a whole run. */
export function createCoverage(states: readonly State[] = STATES): Coverage {
  const seen = new Map<string, Set<string | null>>()
  const counts = new Map<string, Map<string, number>>()
  const pairs = PAIRS.filter(({ state }) => states.includes(state))
  const refusalsOf = ({ state, command }: Pair) => seen.get(`${state} ${command}`) ?? new Set()
  const covered = (pair: Pair) => {
    const refusals = refusalsOf(pair)
    if (pair.kind === 'legal') return refusals.has(null)
    return REFUSALS[pair.kind].some((code) => refusals.has(code)) && !refusals.has(null)
  }
  const count = (kind: Pair['kind']) => {
    const all = pairs.filter((pair) => pair.kind === kind)
    return `${all.filter(covered).length} of ${all.length}`
  }
  return {
    note(state, command, refusal) {
      const name = `${state} ${command}`
      seen.set(name, (seen.get(name) ?? new Set()).add(refusal))
    },
    count(what, outcome) {
      const of = counts.get(what) ?? new Map<string, number>()
      counts.set(what, of.set(outcome, (of.get(outcome) ?? 0) + 1))
    },
    counted: () =>
      [...counts].map(
        ([what, of]) => `${what}: ${[...of].map(([code, n]) => `${n} ${code}`).join(', ')}`,
      ),
    missing: () =>
      pairs
        .filter((pair) => !covered(pair))
        .map((pair) => {
          const came = [...refusalsOf(pair)].map((code) => code ?? 'done')
          return `${pair.kind}: ${pair.command} in ${pair.state}, came to: ${came.join(', ')}`
        }),
    told: () =>
      `legal pairs taken ${count('legal')}, illegal pairs refused ${count('illegal')}, pairs that never arise refused ${count('never')}`,
  }
}
