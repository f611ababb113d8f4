import t from 'tap'
import { instantOf } from '../../src/domain/instant.js'
import type { Actor } from '../../src/domain/situation.js'
import {
  decideSlip,
  reachesUnit,
  SLIP_COMMANDS,
  type Slip,
  type SlipCommand,
  type SlipRung,
} from '../../src/domain/slip.js'
import { ROLES, type Role, SLIP_STATUSES, type SlipStatus } from '../../src/domain/vocabulary.js'
import { handler, leader, person, reporter, reviewer, signedBy } from '../helpers/domain/people.js'

const NOW = instantOf('2022-10-11T02:00:00.000Z')

function slipAt(rung: SlipRung, status: SlipStatus): Slip {
  return {
    ...{ id: 's', office_id: 'o', notice_id: 'n', unit_id: 'u', rung, number: null, status },
    ...{ revision: 1, drafted_at: NOW, issued_at: null, issued_by: null, acknowledged_at: null },
    ...{ acknowledged_by: null, service_account_id: null, withdrawn_at: null, reason: null },
    ...{ addressee: null, copies: [], text: null },
    ...{ entered_by: null, signed_paper_id: null },
  }
}

const alone = (actor: Actor) => ({ actor, paper: null })

const COMMANDS: Record<SlipCommand['name'], SlipCommand> = {
  issue: { name: 'issue', number: '督〔2022〕1号' },
  acknowledge: { name: 'acknowledge' },
  withdraw: { name: 'withdraw', reason: '已整改' },
}

/** lifecycle.md: rung 2 by R, 3 and 4 by B, 5 a proposal to B; acknowledged by the unit. */
function mayAct(name: SlipCommand['name'], rung: SlipRung, role: Role): boolean {
  if (name === 'acknowledge') return role === 'unit.reporter' || role === 'unit.signatory'
  return role === 'office.leader' || (rung === 2 && role === 'office.reviewer')
}

const LEADS_TO: Record<SlipCommand['name'], Partial<Record<SlipStatus, SlipStatus>>> = {
  issue: { draft: 'issued' },
  acknowledge: { issued: 'acknowledged' },
  withdraw: { draft: 'withdrawn', issued: 'withdrawn', acknowledged: 'withdrawn' },
}

t.test('status × command × rung × role', async (t) => {
  for (const rung of [2, 3, 4, 5] as const)
    for (const status of SLIP_STATUSES)
      for (const name of SLIP_COMMANDS)
        for (const role of ROLES) {
          const actor = { person_id: 'p', roles: [role] }
          const ruling = decideSlip(slipAt(rung, status), COMMANDS[name], alone(actor), NOW)
          const label = `${name} at rung ${rung} from ${status} by ${role}`
          const next = LEADS_TO[name][status]
          if (!mayAct(name, rung, role)) {
            const rank = name !== 'acknowledge' && role === 'office.reviewer'
            t.match(ruling, { code: rank ? 'LEADER_REQUIRED' : 'ROLE_NOT_ALLOWED' }, label)
          } else if (next) {
            t.match(ruling, { status: next, revision: 2 }, label)
          } else {
            const superseded = status === 'superseded'
            t.match(ruling, { code: superseded ? 'SUPERSEDED' : 'NOT_IN_THIS_STATE' }, label)
          }
        }
})

t.test('a number to issue it, a reason to withdraw it', async (t) => {
  t.match(decideSlip(slipAt(3, 'draft'), { name: 'issue', number: ' ' }, alone(leader), NOW), {
    code: 'FIELD_REQUIRED',
    field: '/number',
  })
  t.match(decideSlip(slipAt(3, 'draft'), { name: 'withdraw' }, alone(leader), NOW), {
    code: 'FIELD_REQUIRED',
    field: '/reason',
  })
})

t.test('signed on paper: the signer issues it, and who entered the paper is named', async (t) => {
  const enter = (actor: Actor, signer: Actor, rung: SlipRung = 3) =>
    decideSlip(slipAt(rung, 'draft'), COMMANDS.issue, { actor, paper: signedBy(signer) }, NOW)
  t.match(enter(handler, leader), {
    ...{ status: 'issued', issued_by: 'leader', entered_by: 'handler' },
    signed_paper_id: 'paper of leader',
  })
  t.match(enter(leader, reviewer), { issued_by: 'leader', entered_by: null, signed_paper_id: null })
  t.match(enter(handler, reviewer), { code: 'LEADER_REQUIRED' })
  t.match(enter(handler, reviewer, 2), { issued_by: 'reviewer', entered_by: 'handler' })
  t.match(enter(reporter, leader), { code: 'ROLE_NOT_ALLOWED' }, 'the unit enters no office paper')
  t.match(enter(person('auditor', 'auditor'), leader), { code: 'ROLE_NOT_ALLOWED' })
})

t.test('a unit is told of what is issued, and never of a proposal to the leader', async (t) => {
  const told = (rung: SlipRung, issued: boolean) =>
    reachesUnit({ rung, issued_at: issued ? NOW : null })
  for (const rung of [2, 3, 4, 5] as const) {
    t.equal(told(rung, true), rung !== 5, `rung ${rung}`)
    t.equal(told(rung, false), false, `draft of rung ${rung}`)
  }
})

t.test('each command changes these fields and no other', async (t) => {
  const by = alone({ person_id: 'p', roles: ['office.leader', 'unit.signatory'] })
  const before = { ...slipAt(3, 'issued'), number: '1', issued_at: NOW, issued_by: 'q' }
  t.strictSame(decideSlip(slipAt(3, 'draft'), COMMANDS.issue, by, NOW), {
    ...slipAt(3, 'draft'),
    ...{ status: 'issued', revision: 2, number: '督〔2022〕1号', issued_at: NOW, issued_by: 'p' },
  })
  t.strictSame(decideSlip(before, COMMANDS.acknowledge, by, NOW), {
    ...before,
    ...{ status: 'acknowledged', revision: 2, acknowledged_at: NOW, acknowledged_by: 'p' },
  })
  t.strictSame(decideSlip(before, COMMANDS.withdraw, by, NOW), {
    ...before,
    ...{ status: 'withdrawn', revision: 2, withdrawn_at: NOW, reason: '已整改' },
  })
  t.match(decideSlip(before, { name: 'withdraw', reason: ' ' }, by, NOW), { field: '/reason' })
})

t.test('number and reason are kept trimmed', async (t) => {
  const by = alone({ person_id: 'p', roles: ['office.leader'] })
  const decide = (command: SlipCommand) => {
    const ruling = decideSlip(slipAt(3, 'draft'), command, by, NOW)
    return 'code' in ruling ? ruling.code : [ruling.number, ruling.reason]
  }
  t.strictSame(decide({ name: 'issue', number: ' 督〔2022〕1号 ' }), ['督〔2022〕1号', null])
  t.strictSame(decide({ name: 'withdraw', reason: ' 已整改 ' }), [null, '已整改'])
})

t.test('three commands and no other', async (t) => {
  t.strictSame(SLIP_COMMANDS, ['issue', 'acknowledge', 'withdraw'])
})

t.test('whoever signs may say whom it is to, who has a copy and what it says', async (t) => {
  const draft = slipAt(2, 'draft')
  const issue = (more: object) =>
    decideSlip(draft, { name: 'issue', number: '1号', ...more }, alone(reviewer), NOW)
  t.match(issue({}), { addressee: null, copies: [], text: null }, 'its unit, nobody, as usual')
  const words = { addressee: '某局办公室', copies: ['督查室'], text: '请三日内办结。' }
  t.match(issue(words), words)
  t.match(issue({ addressee: ' ', text: ' ' }), { addressee: null, text: null })
})
