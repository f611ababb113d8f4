import { STATES } from '../vocabulary.js'
import type { CommandSpec } from './spec.js'

/** Takes what is due and nothing else; that happens before any command is decided. */
export const catchUp: CommandSpec<'catch_up'> = {
  from: STATES,
  needs: () => [],
  decide: () => [],
}
