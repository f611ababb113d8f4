import { toEpoch } from '../domain/instant.js'
import { isSettled } from '../domain/overdue.js'
import type { Check } from './case.js'

/**
 * A finding that is out has a workflow that knows its newest version and waits for its next milestone. A settled one
 * has none running: it ended, or was never needed, or the server has forgotten it.
 */
export const checkWorkflow: Check = ({ stored: { finding }, sync, workflow, milestones }) => {
  if (finding.state === 'draft') return sync ? ['草稿不应通知 Temporal'] : []
  if (!sync) return ['没有登记需要通知 Temporal']
  if (!workflow) return ['没有查询 Temporal']
  const behind =
    sync.told === sync.wanted ? [] : [`Temporal 只知道第${sync.told}版，应为第${sync.wanted}版`]
  if (isSettled(finding, milestones)) {
    return OVER.includes(workflow.status)
      ? behind
      : [...behind, `已办结，工作流却是 ${workflow.status}`]
  }
  const { waiting } = workflow
  if (workflow.status !== 'RUNNING' || !waiting)
    return [...behind, `工作流没有在运行：${workflow.status}`]
  const live = milestones.filter((row) => row.outcome === null)
  const soonest = live.map((row) => row.at).toSorted()[0]
  const awaited = live.some(
    (row) =>
      row.at === soonest &&
      row.kind === waiting.next?.kind &&
      row.step === waiting.next.step &&
      toEpoch(row.wake_at) === waiting.next.wake_at,
  )
  return [
    ...behind,
    ...(waiting.version === sync.told ? [] : [`工作流停在第${waiting.version}版`]),
    ...(waiting.state === finding.state ? [] : [`工作流以为状态是 ${waiting.state}`]),
    ...(awaited || (live.length === 0 && waiting.next === null)
      ? []
      : ['工作流等的不是最近的时点']),
  ]
}

const OVER = ['COMPLETED', 'NOT_FOUND']
