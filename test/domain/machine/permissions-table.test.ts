import t from 'tap'
import { decide, permitted } from '../../../src/domain/machine/decide.js'
import { isRejection } from '../../../src/domain/machine/spec.js'
import type { Actor, Situation } from '../../../src/domain/situation.js'
import {
  COMMANDS,
  type CommandName,
  REQUEST_COMMANDS,
  ROLES,
  type Role,
  STATES,
  type State,
} from '../../../src/domain/vocabulary.js'
import { commandFor } from '../../helpers/domain/fields.js'
import { lifeFrom, lifeIn } from '../../helpers/domain/life.js'
import {
  BY_ROLE,
  clock,
  handler,
  inspector,
  reporter,
  signatory,
  signedBy,
} from '../../helpers/domain/people.js'

// lifecycle.md, "Commands", as text. Who: U reporter or signatory; G signatory; H handler and above, R reviewer and above,
// B leader; I inspector; S the clock; everybody: all who see a finding, and admins decide no cases.
// From: "unit's turn" is notified, rectifying, returned, ongoing; open is notified … ongoing.
const LIFECYCLE = `
  issue             | B          | draft
  acknowledge       | U          | notified
  delegate          | U          | unit's turn
  name_supporting   | R          | unit's turn
  contribute        | T          | open
  report_takedown   | U          | unit's turn
  report_progress   | U          | unit's turn
  respond           | U          | unit's turn
  register_response | H          | unit's turn
  recall            | U          | responded
  begin_review      | H          | responded
  accept            | H          | responded
  accept_plan       | R          | responded
  return            | H          | responded, verified
  close             | R          | verified
  close_unreported  | R          | notified, rectifying, returned
  reopen            | R          | closed
  follow            | B          | closed
  withdraw          | R          | draft, open
  revoke            | B          | draft, open, closed
  correct           | H          | draft, open
  reassign          | R          | unit's turn
  reschedule        | B          | unit's turn
  recalculate       | B          | open, closed
  request_extension | G          | notified, rectifying, returned
  dispute           | G          | notified, rectifying, returned
  request_transfer  | G          | notified, rectifying
  give_view         | T          | rectifying
  withdraw_request  | U          | unit's turn
  propose_decision  | H          | open
  decide_request    | R          | open
  record_retest     | I, H       | open, closed
  register_report   | U, H       | open
  exempt_report     | R          | open
  record_contact    | H          | open
  record_instruction | H         | open, closed
  comment           | everybody  | open, closed, withdrawn
  erase_words       | B          | draft, open, closed, withdrawn
  catch_up          | S          | draft, open, closed, withdrawn
`

const WHO: Readonly<Record<string, readonly Role[]>> = {
  U: ['unit.reporter', 'unit.signatory'],
  G: ['unit.signatory'],
  H: ['office.handler', 'office.reviewer', 'office.leader'],
  R: ['office.reviewer', 'office.leader'],
  B: ['office.leader'],
  I: ['inspector'],
  // Of the unit that is proposed or helps alone, whatever they are to the finding's own.
  T: [],
  S: ['system'],
  everybody: [
    'unit.reporter',
    'unit.signatory',
    'office.handler',
    'office.reviewer',
    'office.leader',
    'inspector',
    'auditor',
  ],
}

const UNITS_TURN: readonly State[] = ['notified', 'rectifying', 'returned', 'ongoing']
const FROM: Readonly<Record<string, readonly State[]>> = {
  "unit's turn": UNITS_TURN,
  open: [...UNITS_TURN, 'responded', 'verified'],
}

const TABLE = new Map(
  LIFECYCLE.trim()
    .split('\n')
    .map((row) => {
      const [name = '', who = '', from = ''] = row.split('|').map((cell) => cell.trim())
      const roles = who.split(', ').flatMap((word) => WHO[word] ?? [])
      const states = from
        .split(', ')
        .flatMap((word) => FROM[word] ?? STATES.filter((state) => state === word))
      return [name, { roles, states }] as const
    }),
)

/**
 * What the table says of one command by one role in one state; the take-down that ripe findings owe is not delayed,
 * nothing is asked yet, and what was returned was received too long ago to be disputed.
 */
function expected(name: CommandName, role: Role, state: State): string {
  const row = TABLE.get(name)
  if (!row?.roles.includes(role)) return 'ROLE_NOT_ALLOWED'
  if (!row.states.includes(state)) return 'NOT_IN_THIS_STATE'
  if (REQUEST_COMMANDS.some((one) => one === name)) return 'NO_SUCH_REQUEST'
  // What ripe findings were answered with is final.
  if (name === 'accept_plan') return 'NOT_IN_THIS_STATE'
  // The calendar has not changed.
  if (name === 'recalculate') return 'NOTHING_TO_CHANGE'
  // What was found fixed was not seen again.
  if (name === 'follow') return 'NOT_IN_THIS_STATE'
  if (name === 'dispute' && state === 'returned') return 'TOO_LATE_TO_ASK'
  return name === 'reschedule' || name === 'request_extension' ? 'DUE_NOT_ALLOWED' : 'allowed'
}

/**
 * A finding in which nothing but role and state can stand in the way: urgent, overdue, re-tested and found fixed,
 * answered by the person who tries, accepted by somebody else, and no stamped report wanted.
 */
function ripe(state: State, role: Role): Situation {
  const options = { line: { urgent: true }, policy: { stamped_report: 'never' } } as const
  if (state === 'draft') return { ...lifeIn(state, options).situation, actor: BY_ROLE[role] }
  const submitter = role === 'unit.signatory' ? signatory : reporter
  const notified = lifeIn('notified', options)
    .later(40 * 86_400_000)
    .tick()
  const tested = () => notified.later(1000).does(inspector, 'record_retest')
  const answered = () => {
    const { situation } = notified.does(submitter, 'respond')
    return lifeFrom(situation).later(1000).does(inspector, 'record_retest')
  }
  const lives = {
    notified: tested,
    rectifying: () => tested().does(reporter, 'acknowledge'),
    responded: answered,
    verified: () => answered().does(handler, 'accept'),
    returned: () => {
      const life = answered()
        .does(handler, 'return')
        .later(9 * 86_400_000)
        .tick()
      const { situation } = life
      return lifeFrom({ ...situation, finding: { ...situation.finding, taken_down_at: null } })
    },
    ongoing: () => {
      const { situation } = tested().does(reporter, 'acknowledge')
      return lifeFrom({ ...situation, finding: { ...situation.finding, state: 'ongoing' } })
    },
    closed: () => answered().does(handler, 'accept').does(BY_ROLE['office.reviewer'], 'close'),
    withdrawn: () => tested().does(BY_ROLE['office.leader'], 'withdraw'),
  } satisfies Record<Exclude<State, 'draft'>, () => unknown>
  return { ...lives[state]().situation, actor: BY_ROLE[role] }
}

/** Whoever accepts or closes must be another than who answered: the same role, another person where needed. */
function actorFor(situation: Situation): Situation {
  const { roles, person_id } = situation.actor
  const office = roles.some((role) => role.startsWith('office.'))
  return office ? { ...situation, actor: { person_id: `another ${person_id}`, roles } } : situation
}

t.test('S16 every command of the code has its row, and every row its command', async (t) => {
  t.strictSame([...TABLE.keys()], [...COMMANDS])
})

for (const state of STATES) {
  t.test(`S16 ${state}: who may send what`, async (t) => {
    for (const role of ROLES) {
      const situation = actorFor(ripe(state, role))
      t.equal(situation.finding.state, state)
      const verdicts = COMMANDS.map((name) => {
        const refused = permitted(situation, name)
        return `${name} ${refused?.code ?? 'allowed'}`
      })
      const wanted = COMMANDS.map((name) => `${name} ${expected(name, role, state)}`)
      t.strictSame(verdicts, wanted, `${role} beforehand`)

      const rulings = COMMANDS.map((name) => {
        const ruling = decide(situation, commandFor(name, situation))
        if (isRejection(ruling)) return `${name} ${ruling.code}`
        const by = ruling.map((event) => event.actor)
        const own = by.every((a) => a.role === role && a.person_id === situation.actor.person_id)
        return own ? `${name} allowed` : `${name} recorded under ${JSON.stringify(by)}`
      })
      t.strictSame(rulings, wanted, `${role} when it is sent`)
    }
  })
}

t.test('a person of several roles acts in the highest that may', async (t) => {
  const { situation } = lifeIn('notified')
  const actor = { person_id: 'p', roles: ['office.handler', 'office.leader', 'auditor'] as const }
  const ruling = decide({ ...situation, actor }, commandFor('record_contact', situation))
  t.match(ruling, [{ actor: { role: 'office.leader' } }])
  const unit = { person_id: 'p', roles: ['unit.reporter', 'admin'] as const }
  t.match(decide({ ...situation, actor: unit }, commandFor('acknowledge', situation)), [
    { actor: { role: 'unit.reporter' } },
  ])
  t.match(decide({ ...situation, actor: clock }, commandFor('acknowledge', situation)), {
    code: 'ROLE_NOT_ALLOWED',
  })
})

t.test(
  'what reviewers and leaders decide may be entered by a handler from their paper',
  async (t) => {
    const reviewer = BY_ROLE['office.reviewer']
    const leader = BY_ROLE['office.leader']
    for (const [name, { roles, states }] of TABLE) {
      const command = COMMANDS.find((one) => one === name)
      if (!command || roles.includes('office.handler') || !roles.includes('office.leader')) continue
      for (const state of states.filter((one) => one !== 'responded')) {
        const situation = actorFor(ripe(state, 'office.handler'))
        const verdict = (signer: Actor, actor = situation.actor) =>
          permitted({ ...situation, actor, paper: signedBy(signer) }, command)?.code ?? 'allowed'
        const another = { ...leader, person_id: 'another leader' }
        t.equal(verdict(another), expected(command, 'office.leader', state), `${name} in ${state}`)
        const forReviewer = expected(command, 'office.reviewer', state)
        t.equal(verdict({ ...reviewer, person_id: 'another reviewer' }), forReviewer)
        t.equal(verdict(handler), 'ROLE_NOT_ALLOWED', 'a handler signs nothing of this kind')
        t.equal(verdict(another, reporter), 'ROLE_NOT_ALLOWED', 'the unit enters no office paper')
      }
    }
  },
)
