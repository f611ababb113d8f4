import { MACHINE } from '../../src/domain/machine/table.js'
import {
  PERSON_COMMANDS,
  type PersonCommandName,
  STATES,
  type State,
} from '../../src/domain/vocabulary.js'

/** Only an accepted fix plan leads there, and those are not built yet. */
const NOT_REACHED: readonly State[] = ['ongoing']
/** No answer is taken before its take-down is reported, so there is none left to report when it comes back. */
const NEVER_OPEN = ['returned report_takedown']

/** Which commands were taken and which refused, by the state the finding was in. */
export interface Coverage {
  note(state: State, command: PersonCommandName, taken: boolean): void
  /** Commands of this state that have not been taken yet, or if they are none of it, not refused. */
  untried(state: State): {
    legal: readonly PersonCommandName[]
    illegal: readonly PersonCommandName[]
  }
  /** Pairs of state and command that should have been taken, or refused, and were not. */
  missing(): string[]
  /** How much was covered, in words. */
  told(): string
}

/** Counts pairs of state and command over a whole run. */
export function createCoverage(): Coverage {
  const taken = new Set<string>()
  const refused = new Set<string>()
  const pairs = STATES.filter((state) => !NOT_REACHED.includes(state)).flatMap((state) =>
    PERSON_COMMANDS.map((command) => {
      const name = `${state} ${command}`
      return { name, legal: MACHINE[command].from.includes(state) && !NEVER_OPEN.includes(name) }
    }),
  )
  const legal = pairs.flatMap(({ name, legal: may }) => (may ? [name] : []))
  const illegal = pairs.flatMap(({ name, legal: may }) => (may ? [] : [name]))
  return {
    note(state, command, done) {
      ;(done ? taken : refused).add(`${state} ${command}`)
    },
    untried: (state) => {
      const open = (names: readonly string[], seen: ReadonlySet<string>) =>
        PERSON_COMMANDS.filter((command) => {
          const name = `${state} ${command}`
          return names.includes(name) && !seen.has(name)
        })
      return { legal: open(legal, taken), illegal: open(illegal, refused) }
    },
    missing: () => [
      ...legal.filter((name) => !taken.has(name)).map((name) => `never taken: ${name}`),
      ...illegal.filter((name) => !refused.has(name)).map((name) => `never refused: ${name}`),
      ...illegal.filter((name) => taken.has(name)).map((name) => `taken: ${name}`),
    ],
    told() {
      const [one, other] = [
        legal.filter((name) => taken.has(name)),
        illegal.filter((name) => refused.has(name)),
      ]
      return `legal pairs taken ${one.length} of ${legal.length}, illegal pairs refused ${other.length} of ${illegal.length}`
    },
  }
}
