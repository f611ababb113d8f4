import t from 'tap'
import type { Command } from '../../../src/domain/commands.js'
import { allowedActions } from '../../../src/domain/machine/allowed-actions.js'
import { decide } from '../../../src/domain/machine/decide.js'
import { isRejection } from '../../../src/domain/machine/spec.js'
import type { Actor, Situation } from '../../../src/domain/situation.js'
import { PERSON_COMMANDS, PERSON_ROLES, STATES } from '../../../src/domain/vocabulary.js'
import { localDateOf } from '../../../src/domain/zone.js'
import { commandFor } from '../../helpers/domain/fields.js'
import { lifeIn } from '../../helpers/domain/life.js'
import { BY_ROLE, handler, inspector } from '../../helpers/domain/people.js'

/** What dropping a needed field answers; a few fields have a code of their own. */
const OWN_CODE: Readonly<Record<string, string>> = {
  evidence: 'EVIDENCE_REQUIRED',
  retest_reason: 'RETEST_REASON_REQUIRED',
  fields: 'NOTHING_TO_CHANGE',
}

for (const state of STATES) {
  t.test(`${state}: what is said beforehand is what happens`, async (t) => {
    for (const urgent of [false, true]) {
      const { situation } = lifeIn(state, { line: { urgent } })
      for (const role of PERSON_ROLES) {
        const mine = { ...situation, actor: BY_ROLE[role] }
        const actions = allowedActions(mine)
        t.strictSame(
          actions.map((action) => action.command),
          [...PERSON_COMMANDS],
        )
        const wrong = actions.flatMap((action) => {
          const ruling = decide(mine, commandFor(action.command, mine))
          const code = isRejection(ruling) ? ruling.code : null
          const said = action.allowed ? null : action.code
          return code === said ? [] : [`${action.command}: said ${said}, was ${code}`]
        })
        t.strictSame(wrong, [], role)
      }
    }
  })

  t.test(`${state}: every field asked for is needed, and is pointed at`, async (t) => {
    const { situation } = lifeIn(state)
    const people: Actor[] = PERSON_ROLES.map((role) => BY_ROLE[role])
    for (const actor of people) {
      const mine = { ...situation, actor }
      for (const action of allowedActions(mine)) {
        if (!action.allowed) continue
        for (const field of action.needs) {
          const ruling = decide(mine, commandFor(action.command, mine, { [field]: undefined }))
          const code = OWN_CODE[field] ?? 'FIELD_REQUIRED'
          t.match(ruling, { code, field: `/${field}` }, `${action.command} without ${field}`)
        }
      }
    }
  })
}

t.test('with exactly the fields asked for every command is complete', async (t) => {
  const policies = [
    {},
    { stamped_report: 'with_answer' },
    { respond_needs_signatory: true },
  ] as const
  for (const state of STATES)
    for (const policy of policies)
      for (const urgent of [false, true])
        for (const handling of ['normal', 'offline'] as const) {
          const { situation } = lifeIn(state, { policy, line: { urgent, handling } })
          const wrong = PERSON_ROLES.flatMap((role) =>
            incomplete({ ...situation, actor: BY_ROLE[role] }),
          )
          t.strictSame(wrong, [], `${state} ${handling} ${JSON.stringify({ urgent, ...policy })}`)
        }
})

/** Commands that are refused although every field asked for, and no other, is given. */
function incomplete(situation: Situation): string[] {
  const today = localDateOf(situation.rules.calendar.zone, situation.now)
  const report = { on: today, report_number: '函' }
  return allowedActions(situation).flatMap((action) => {
    if (!action.allowed) return []
    const sample = { ...commandFor(action.command, situation), report }
    const given = Object.entries(sample).filter(([field]) => {
      // A request is named by where it is sent, or given its name there.
      return field === 'name' || field === 'request_id' || action.needs.includes(field)
    })
    const ruling = decide(situation, Object.fromEntries(given) as Command)
    return isRejection(ruling) ? [`${action.command}: ${ruling.code} ${ruling.field}`] : []
  })
}

t.test('a reason for accepting is asked for only without a passed re-test', async (t) => {
  const needs = (life = lifeIn('responded')) => {
    const actions = allowedActions({ ...life.situation, actor: handler })
    const accept = actions.find((action) => action.command === 'accept')
    return accept?.allowed ? accept.needs : null
  }
  t.strictSame(needs(), ['conclusion', 'retest_reason'])
  const tested = lifeIn('responded').later(1).does(inspector, 'record_retest')
  t.strictSame(needs(tested), ['conclusion'])
})
