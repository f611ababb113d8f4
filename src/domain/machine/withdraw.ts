import { authoriseLeader } from '../permissions.js'
import { reject } from '../situation.js'
import { OPEN_STATES } from '../vocabulary.js'
import { type CommandSpec, eventMaker } from './spec.js'
import { checkTexts, recordedTexts, textNeeds } from './texts.js'

/** 撤销问题: a draft line or an open finding, with its grounds. */
export const withdraw: CommandSpec<'withdraw'> = {
  from: ['draft', ...OPEN_STATES],
  guard: (situation) => authoriseLeader('withdraw', situation),
  needs: ({ finding }) => ['reason_code', ...textNeeds(finding, 'grounds')],
  decide(situation, command) {
    const { finding } = situation
    const { reason_code, grounds } = command
    if (!reason_code) return reject('FIELD_REQUIRED', '/reason_code')
    const wrong = checkTexts(finding, command, { grounds })
    if (wrong) return wrong
    return [
      eventMaker('withdraw', situation)(
        'withdrawn',
        { reason_code, from: finding.state },
        recordedTexts(command, { grounds }),
      ),
    ]
  },
}
