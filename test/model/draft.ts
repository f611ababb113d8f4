import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { blankFinding } from '../../src/domain/finding.js'
import type { Instant } from '../../src/domain/instant.js'
import type { Situation } from '../../src/domain/situation.js'
import { localDateOf } from '../../src/domain/zone.js'
import type { LifeOptions } from '../helpers/domain/life.js'
import { local } from '../helpers/domain/world.js'
import type { Coverage } from './coverage.js'
import { knownTo } from './real.js'
import type { Twin } from './twin.js'
import type { World } from './world.js'

/** Drafts a notice of so many findings of one kind, when and under the policy the options say. */
export async function draftTwin(
  world: World,
  coverage: Coverage,
  chosen: LifeOptions,
  count = 1,
): Promise<Twin> {
  const policy = await world.setPolicy(chosen.policy ?? {})
  const now = local(chosen.served ?? '2026-03-02 10:00')
  await world.setClock(now)
  const issued_on = localDateOf(policy.rules.calendar.zone, now)
  const { deadline = null } = chosen
  const findings = Array.from({ length: count }, () => lineOf(world, chosen))
  const head = { title: '通报', number: null, signer_id: world.leader.person_id, issued_on }
  const body = { ...head, deadline, findings }
  const drafted = await world.as(world.leader)(noticeOperations.draftNotice, { body })
  if (drafted.status !== 201) throw new Error(`not drafted: ${drafted.text}`)
  const { id: notice_id, revision } = drafted.body
  const entries = drafted.body.findings.map(({ finding_id, number }) => {
    const ids = { id: finding_id, office_id: world.office.office_id, notice_id, number }
    return { situation: situationOf(world, chosen, ids, policy, now), events: [] }
  })
  return {
    ...{ world, coverage, chosen, notice_id, entries, revision, issued: false, now },
    ...{ slices: [], slips: [], kept: [], log: [`drafted at ${now}`] },
  }
}

const kindOf = ({ line = {} }: LifeOptions) => {
  const { severity = 'deduction', handling = 'normal', urgent = false } = line
  return { severity, handling, urgent }
}

function lineOf({ unit_id }: World, chosen: LifeOptions) {
  const { own: own_due = null } = chosen
  const kind = kindOf(chosen)
  const offline = kind.handling === 'offline'
  const words = offline ? { category: '线下' } : { category: '内容', problem: '栏目未更新' }
  const line = { unit_id, asset_id: null, indicator_id: 'none', ...kind, ...words, own_due }
  return { ...line, severity_confirmed: true, medium: 'website' as const }
}

type Ids = Pick<Situation['finding'], 'id' | 'office_id' | 'notice_id' | 'number'>

function situationOf(
  world: World,
  chosen: LifeOptions,
  ids: Ids,
  { rules, version: policy_version }: Awaited<ReturnType<World['setPolicy']>>,
  now: Instant,
): Situation {
  const { unit_id } = world
  const line = { unit_id, indicator_id: 'none', ...kindOf(chosen) }
  const finding = { ...blankFinding({ ...ids, policy_version }), ...line }
  const nobody = { person_id: null, roles: [] }
  return {
    ...{ finding, milestones: [], actor: nobody, paper: null, now, rules },
    ...{ proof: null, unit_open: true, target_open: true, known: knownTo(world, unit_id) },
  }
}
