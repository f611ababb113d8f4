import { reject } from '../situation.js'
import { type CommandSpec, eventMaker } from './spec.js'

/** 另行交办: what was seen again is taken up with a finding of another notice, as that is issued, instead of being reopened. */
export const follow: CommandSpec<'follow'> = {
  from: ['closed'],
  guard: ({ finding }) => (finding.seen_again ? null : reject('NOT_IN_THIS_STATE')),
  needs: () => [],
  decide: (situation, { finding_id: by }) => [eventMaker('follow', situation)('followed', { by })],
}
