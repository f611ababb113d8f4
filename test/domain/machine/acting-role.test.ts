import t from 'tap'
import { actingRole, needsLeader, paperOf } from '../../../src/domain/permissions.js'
import type { SignedPaper, Situation } from '../../../src/domain/situation.js'
import { COMMANDS, type Role, SEVERITIES } from '../../../src/domain/vocabulary.js'
import { lifeIn } from '../../helpers/domain/life.js'
import { leader, person, reviewer, signatory, signedBy } from '../../helpers/domain/people.js'

// From the highest down, as lifecycle.md lists the roles: whoever may decide more stands higher.
const FROM_THE_TOP: readonly Role[] = [
  'office.leader',
  'office.reviewer',
  'office.handler',
  'unit.signatory',
  'unit.reporter',
  'inspector',
  'auditor',
]

function situation(paper: SignedPaper | null, ...roles: readonly Role[]): Situation {
  return { ...lifeIn('responded').situation, actor: person('somebody', ...roles), paper }
}

t.test(
  'of two roles a command is recorded under the higher, in whatever order they are held',
  async (t) => {
    FROM_THE_TOP.forEach((higher, at) => {
      for (const lower of FROM_THE_TOP.slice(at + 1)) {
        t.equal(
          actingRole('comment', situation(null, higher, lower)),
          higher,
          `${higher}, ${lower}`,
        )
        t.equal(
          actingRole('comment', situation(null, lower, higher)),
          higher,
          `${lower}, ${higher}`,
        )
      }
    })
  },
)

t.test('a role that may not send the command lends it no name, however high', async (t) => {
  t.equal(actingRole('record_retest', situation(null, 'unit.signatory', 'inspector')), 'inspector')
  t.equal(actingRole('respond', situation(null, 'office.leader', 'unit.reporter')), 'unit.reporter')
  t.equal(actingRole('catch_up', situation(null, 'office.leader', 'system')), 'system')
})

t.test(
  'who enters a paper that another signed is recorded under the highest own role',
  async (t) => {
    for (const other of ['inspector', 'admin'] as const) {
      const roles: readonly Role[] = [other, 'office.handler']
      t.equal(actingRole('close', situation(signedBy(reviewer), ...roles)), 'office.handler')
      t.equal(
        actingRole('close', situation(signedBy(reviewer), ...roles.toReversed())),
        'office.handler',
      )
    }
  },
)

t.test('a command rests on a paper only where its signer decides or answers', async (t) => {
  const rests = (name: (typeof COMMANDS)[number], paper: SignedPaper, role: Role) =>
    paperOf(name, situation(paper, role)) !== null
  t.ok(rests('close', signedBy(leader), 'office.handler'), 'a leader closes on paper')
  t.notOk(rests('close', signedBy(leader), 'unit.reporter'), 'a unit enters no leader’s paper')
  t.ok(rests('register_response', signedBy(signatory), 'office.handler'), 'a signatory’s answer')
  t.notOk(rests('comment', signedBy(signatory), 'office.handler'), 'a signatory says nothing else')
  const reporter = signedBy(person('another', 'unit.reporter'))
  t.notOk(rests('register_response', reporter, 'office.handler'), 'a reporter signs no answer')
})

t.test('only closing and withdrawing are ever reserved to a leader', async (t) => {
  const reserved = COMMANDS.flatMap((name) =>
    SEVERITIES.filter((severity) => needsLeader(name, { severity })).map(
      (severity) => `${name} ${severity}`,
    ),
  )
  t.strictSame(reserved.toSorted(), [
    'close major',
    'close veto',
    'close_unreported major',
    'close_unreported veto',
    'withdraw veto',
  ])
})
