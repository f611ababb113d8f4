import { EVENT_LABELS } from '../../domain/labels.js'
import { RUNG_LABELS } from '../../domain/paper-labels.js'
import { signerOf } from '../../domain/slip.js'
import type { Rung } from '../../domain/vocabulary.js'
import { localDateOf } from '../../domain/zone.js'
import type { Slip } from '../hands.js'
import type { ActOf } from '../plan.js'
import type { Stage } from '../stage.js'

/** What the clock has drafted for a unit waits for a signature; a person gives it, the unit signs for it. */
export async function slip(stage: Stage, act: ActOf<'slip'>): Promise<void> {
  const label = RUNG_LABELS[act.rung]
  stage.tell.scene(`${label}：系统起草，人来签发`)
  const signer = signerOf(act.rung)
  for (const unit of act.units) {
    const unit_id = stage.units.get(unit) ?? ''
    const drafts = await stage.office(signer).draftSlips(unit_id)
    const found = drafts.filter((draft) => draft.rung === act.rung)
    for (const draft of found) {
      const whole = await stage.office(signer).slip(draft.id)
      stage.tell.say(
        `${unit}有${whole.findings.length}条逾期，合并为${found.length}份${label}，待签发。`,
      )
      if (unit === act.units[0]) show(stage, whole)
      const issued = await stage.office(signer).issueSlip(draft.id, await numberOf(stage, act.rung))
      stage.tell.say(`${signer === 'reviewer' ? '复核人' : '审签领导'}签发：${issued.number}。`)
      await stage.unit(unit, 'unit.signatory').signSlip(draft.id)
    }
    if (found.length === 0) stage.tell.say(`${unit}没有待签发的${label}。`)
  }
}

/** The last rung is a proposal that only the leader can take up. */
export async function proposals(stage: Stage): Promise<void> {
  const { slips } = await stage.record()
  const waiting = slips.filter((one) => one.status === 'draft')
  stage.tell.scene('提请通报或约谈')
  stage.tell.say(
    `仍未反馈的，系统拟了${waiting.filter((one) => one.rung === 5).length}份提请，连同未签的${waiting.filter((one) => one.rung < 5).length}份督办单，等审签领导定夺。`,
  )
}

/** The findings of a slip, and below those that share it their history. */
function show(stage: Stage, { findings }: Slip): void {
  const histories = findings.map(({ contacts }) => historyOf(stage, contacts))
  for (const [index, finding] of findings.entries()) {
    stage.tell.detail(`第${finding.number}条 ${finding.problem}`)
    const history = histories[index] ?? ''
    if (history && history !== histories[index + 1]) stage.tell.detail(`　　此前：${history}`)
  }
}

function historyOf({ rules }: Stage, contacts: Slip['findings'][number]['contacts']): string {
  const said = contacts.map(({ at, type }) => {
    const [, month, day] = localDateOf(rules.calendar.zone, at).split('-').map(Number)
    return `${month}月${day}日${EVENT_LABELS[type]}`
  })
  return [...new Set(said)].join('，')
}

/** Slips of one story are numbered through. */
async function numberOf(stage: Stage, rung: Rung): Promise<string> {
  const { slips } = await stage.record()
  const next = slips.filter((one) => one.number !== null).length + 1
  return `演练${rung === 2 ? '催' : '督'}〔${stage.now().slice(0, 4)}〕${next}号`
}
