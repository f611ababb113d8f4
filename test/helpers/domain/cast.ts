import type { Actor, SignedPaper } from '../../../src/domain/situation.js'
import {
  clock,
  colleague,
  handler,
  helper,
  inspector,
  leader,
  neighbour,
  person,
  reporter,
  reviewer,
  signatory,
  signedBy,
} from './people.js'

/** Somebody who acts, with the paper they enter if any. */
export interface Part {
  actor: Actor
  paper: SignedPaper | null
}

const alone = (actor: Actor): Part => ({ actor, paper: null })

/** Everybody who acts in a random history; some hold two roles, some enter what others signed. */
export const CAST: readonly Part[] = [
  ...[reporter, signatory, person('second reporter', 'unit.reporter')].map(alone),
  ...[handler, colleague, reviewer, leader, inspector, neighbour, helper, clock].map(alone),
  alone(person('second leader', 'office.leader')),
  alone(person('double', 'office.handler', 'office.reviewer')),
  { actor: reporter, paper: signedBy(signatory) },
  { actor: handler, paper: signedBy(reviewer) },
  { actor: handler, paper: signedBy(leader) },
  { actor: colleague, paper: signedBy(leader) },
]
