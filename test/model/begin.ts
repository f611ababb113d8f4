import { noticeOperations } from '../../src/contracts/notices/operations.js'
import type { NewEvent } from '../../src/domain/events.js'
import { blankFinding } from '../../src/domain/finding.js'
import type { Instant } from '../../src/domain/instant.js'
import { run } from '../../src/domain/machine/run.js'
import type { Situation } from '../../src/domain/situation.js'
import { localDateOf } from '../../src/domain/zone.js'
import { commandFor, issueFields } from '../helpers/domain/fields.js'
import type { LifeOptions } from '../helpers/domain/life.js'
import type { World } from './world.js'

/** A draft notice of the interface, and its findings as the machine knows them. */
export interface Begun {
  drafts: readonly Situation[]
  /** Issues the notice; returns what the machine makes of each finding, or null where the notice was refused. */
  issue(): Promise<readonly { situation: Situation; events: readonly NewEvent[] }[] | null>
}

/** Drafts a notice of findings of one kind at the given instant, under the world's present policy. */
export async function begin(
  world: World,
  chosen: LifeOptions,
  {
    now,
    policy,
    count = 1,
  }: { now: Instant; policy: Awaited<ReturnType<World['setPolicy']>>; count?: number },
): Promise<Begun> {
  await world.setClock(now)
  const { rules, version } = policy
  const as = world.server.as(world.leader)
  const today = localDateOf(rules.calendar.zone, now)
  const { severity = 'deduction', handling = 'normal', urgent = false } = chosen.line ?? {}
  const { own = null, deadline = null } = chosen
  const lines = Array.from({ length: count }, () => ({
    ...{ unit_id: world.unit_id, asset_id: null, indicator_id: 'none', severity, handling, urgent },
    ...{ severity_confirmed: true, medium: 'website' as const, own_due: own },
    ...(handling === 'offline'
      ? { category: '线下' }
      : { category: '内容', problem: '栏目未更新' }),
  }))
  const head = { title: '通报', number: null, signer_id: world.leader.person_id, issued_on: today }
  const body = { ...head, deadline, findings: lines }
  const drafted = await as(noticeOperations.draftNotice, { body })
  if (drafted.status !== 201) throw new Error(`not drafted: ${drafted.text}`)
  const { id: notice_id } = drafted.body
  const leader = { person_id: world.leader.person_id, roles: ['office.leader'] as const }
  const drafts = drafted.body.findings.map(({ finding_id, number }): Situation => {
    const ids = { id: finding_id, office_id: world.server.office.office_id, notice_id, number }
    const blank = blankFinding({ ...ids, policy_version: version })
    const line = { unit_id: world.unit_id, indicator_id: 'none', severity, handling, urgent }
    return {
      ...{ finding: { ...blank, ...line }, milestones: [], actor: leader, now, rules, paper: null },
      ...{ proof: null, unit_open: true, known: new Set(Object.values(world.real)) },
    }
  })
  return {
    drafts,
    async issue() {
      const params = { id: notice_id }
      const { etag } = await as(noticeOperations.getNotice, { params })
      const told = await as(noticeOperations.issueNotice, { params, if_match: etag, body: {} })
      const lives = drafts.map((draft) => {
        const fields = issueFields(draft, { own, deadline })
        return run(draft, commandFor('issue', draft, fields), null)
      })
      const refused = lives.some(({ verdict }) => verdict.kind === 'refused')
      if (refused !== (told.status !== 200)) throw new Error(`issue: ${told.status} ${told.text}`)
      return refused ? null : lives
    },
  }
}
