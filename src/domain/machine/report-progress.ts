import { reject } from '../situation.js'
import { UNITS_TURN } from '../vocabulary.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/** 报送进展: a note, and points done of a total where there are points. */
export const reportProgress: CommandSpec<'report_progress'> = {
  from: UNITS_TURN,
  needs: ({ finding }) => textNeeds(finding, 'note'),
  decide(situation, command) {
    const { note, done, total } = command
    const wrong = checkTexts(situation.finding, command, { note })
    if (wrong) return wrong
    if ((done === undefined) !== (total === undefined)) return reject('FIELD_REQUIRED', '/total')
    const progress = done === undefined || total === undefined ? null : { done, total }
    if (progress && progress.done > progress.total) return reject('FIELD_REQUIRED', '/total')
    return [
      eventMaker('report_progress', situation)(
        'progress_reported',
        { progress },
        recordedTexts(command, { note }),
      ),
    ]
  },
}
