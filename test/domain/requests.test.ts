import t from 'tap'
import type { OpenExtension } from '../../src/domain/open-request.js'
import {
  daysAsked,
  isHeld,
  isRequestKind,
  leaderDecides,
  waitingRequests,
} from '../../src/domain/requests.js'
import { MILESTONES, OFFICE_LIMITS, SEVERITIES } from '../../src/domain/vocabulary.js'
import { lifeIn } from '../helpers/domain/life.js'
import { reviewer, signatory } from '../helpers/domain/people.js'
import { day } from '../helpers/domain/world.js'

const life = () => lifeIn('rectifying')
const held = ({ finding }: ReturnType<typeof life>) =>
  MILESTONES.filter((kind) => isHeld(finding, kind))

t.test(
  'an extension holds what falls from the due on, a pause all but the office’s own',
  async (t) => {
    t.strictSame(held(life()), [])
    t.strictSame(held(life().does(signatory, 'request_extension')), ['fall_due', 'climb'])
    const paused = life().does(signatory, 'dispute')
    t.strictSame(
      held(paused),
      MILESTONES.filter((kind) => kind !== 'nag_office'),
    )
    paused.does(reviewer, 'decide_request', { verdict: 'refused' }).does(signatory, 'dispute')
    t.strictSame(held(paused), [], 'a second dispute does not pause')
  },
)

t.test('what waits, the extension first', async (t) => {
  const both = life().does(signatory, 'dispute').does(signatory, 'request_extension')
  t.strictSame(
    waitingRequests(both.finding).map(({ kind, request }) => [kind, request.number]),
    [
      ['extension', 2],
      ['dispute', 1],
    ],
  )
  t.strictSame(waitingRequests(life().finding), [])
  t.strictSame(OFFICE_LIMITS.filter(isRequestKind), ['extension', 'dispute', 'transfer'])
})

t.test('the leader decides beyond what the policy leaves to others', async (t) => {
  const { finding, situation } = life().does(signatory, 'request_extension')
  const { policy } = situation.rules
  const { extension } = finding
  if (!extension) throw new Error('nothing asked')
  const until = (date: string): OpenExtension => ({
    ...extension,
    due: { ...extension.due, date: day(date) },
  })
  const reserved = (more: Partial<typeof finding>, request = extension) =>
    leaderDecides({ ...finding, ...more }, { kind: 'extension', request }, policy)
  t.equal(daysAsked(finding, extension), 7)
  t.equal(daysAsked({ due: null }, extension), 0)
  t.notOk(reserved({ extensions: 1 }))
  t.ok(reserved({ extensions: 2 }), 'a third')
  t.notOk(reserved({ extension_days: 23 }), 'thirty days in all')
  t.ok(reserved({ extension_days: 24 }))
  t.notOk(reserved({}, until('2026-04-15')))
  t.ok(reserved({}, until('2026-04-16')))
  const raised = life().does(signatory, 'dispute').finding
  const { dispute } = raised
  if (!dispute) throw new Error('nothing raised')
  t.strictSame(
    SEVERITIES.filter((severity) =>
      leaderDecides({ ...raised, severity }, { kind: 'dispute', request: dispute }, policy),
    ),
    ['veto', 'major'],
  )
})
