import type { CommandOf } from '../commands.js'
import type { EventActor, EventData, EventOf, NewEvent, Texts } from '../events.js'
import type { Instant } from '../instant.js'
import { actingRole, paperOf } from '../permissions.js'
import type { Rejection, Situation } from '../situation.js'
import type { CommandName, EventType, State } from '../vocabulary.js'

/** What a command's own rules answer: the events that happen, or why not. */
export type Ruling = readonly NewEvent[] | Rejection

/** One command of the machine. `decide` runs only after role, state and `guard` have let it through. */
export interface CommandSpec<N extends CommandName> {
  from: readonly State[]
  /** Rules that need no fields, so that `allowed_actions` can tell them beforehand. */
  guard?: (situation: Situation) => Rejection | null
  /** Fields a person must fill in, as shown in `allowed_actions`: with these the command is complete. */
  needs: (situation: Situation) => readonly string[]
  decide: (situation: Situation, command: CommandOf<N>) => Ruling
}

/** Whether a ruling is a refusal. */
export function isRejection(ruling: Ruling): ruling is Rejection {
  return 'code' in ruling
}

/** The envelope's actor for a command: person, role acted in, paper it rests on, portal it came through. */
export function actorOf(name: CommandName, situation: Situation): EventActor {
  const { person_id, service_account_id } = situation.actor
  return {
    person_id,
    role: actingRole(name, situation),
    signed_paper_id: paperOf(name, situation)?.id ?? null,
    ...(service_account_id ? { service_account_id } : {}),
  }
}

/** Builds events of one command: same actor, effective now unless told otherwise. */
export function eventMaker(
  name: CommandName,
  situation: Situation,
  effective_at: Instant = situation.now,
) {
  const actor = actorOf(name, situation)
  return <T extends EventType>(
    type: T,
    data: EventData[T],
    texts: Texts | null = null,
  ): EventOf<T> => ({ type, data, texts, effective_at, actor })
}
