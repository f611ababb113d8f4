import type { Client } from '../../src/client/index.js'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { triageOperations } from '../../src/contracts/hit-triage.js'
import { hitOperations } from '../../src/contracts/hits.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { type Instant, type LocalDate, plusMs } from '../../src/domain/instant.js'
import { sayFixed, sendBack, settle } from './act.js'
import { lookAt } from './look.js'
import type { People } from './people.js'
import type { Sites } from './sites.js'
import { inspectionTool, type Retested } from './tool.js'

/** Where the story is played: an office whose clock stands, and what writes its lines. */
export interface Stage {
  people: People
  /** The tool's own way in. */
  tool: Client
  sites: Sites
  now: Instant
  today: LocalDate
  /** Whether the units repair their pages after all. */
  repairs: boolean
  say: (line: string) => void
}

/** What it came to. */
export interface Played {
  hits: number
  findings: number
  /** Answers that the tool found to be untrue. */
  returned: number
  closed: number
}

/** From a scan of pages to closed findings: what a tool sees twice, before the pages are repaired and after. */
export async function playStory(stage: Stage): Promise<Played> {
  const { people, sites, now, today, say, repairs } = stage
  const { handler, reviewer, units } = people
  const tool = inspectionTool(stage.tool)
  const pages = units.map(({ site }) => sites.page(site))
  const scan = async () => (await Promise.all(pages.map((page) => lookAt(page, today)))).flat()

  const faults = await scan()
  say(`一、扫描：监测工具查看${pages.length}个页面，发现${faults.length}处问题。`)
  for (const { url, observation } of faults) say(`   ${new URL(url).pathname} ${observation}`)
  const first = await tool.report(faults, [], now)
  const again = await tool.report(faults, [], now)
  say(
    `二、报送：新线索${first['new'] ?? 0}条；同一份再报一次，没有更新的${again['unchanged'] ?? 0}条。`,
  )

  const findings = await issue(stage)
  say(`四、印发：${findings.size}条问题交办${units.length}家单位，逐条可查来自哪几条线索。`)

  const answer = async () => {
    for (const { reporter, unit_id } of units) {
      for (const [id, owner] of findings) if (owner === unit_id) await sayFixed(reporter, id, today)
    }
  }
  await answer()
  say(`五、反馈：各单位报送“已整改”${findings.size}条，其实页面还没有动。`)
  const early = await tool.retest(today)
  tell(say, '六、复测', early)
  const untrue = early.filter(({ passed }) => !passed)
  for (const { finding_id, seen } of untrue) await sendBack(handler, finding_id, seen)
  say(`   经办人退回整改${untrue.length}条。`)

  if (repairs) for (const { site } of units) sites.repair(site)
  await answer()
  say(`七、整改：单位${repairs ? '改正页面后' : '仍未改正页面，'}再次报送${findings.size}条。`)
  const late = await tool.retest(today)
  tell(say, '八、再次复测', late)
  const proved = late.filter(({ passed }) => passed)
  for (const { finding_id } of proved) await settle(handler, reviewer, finding_id)
  say(`   经办人初核通过，复核人销号${proved.length}条。`)

  const left = new Set((await scan()).map(({ id }) => id))
  const [still, gone] = [true, false].map((is) => faults.filter(({ id }) => left.has(id) === is))
  const last = await tool.report(still ?? [], gone ?? [], later(now))
  say(`九、复扫：报告已消失的线索${last['gone'] ?? 0}条；线索只作记录，销号以人的决定为准。`)

  const states = await statesOf(handler, [...findings.keys()])
  const closed = states.filter((state) => state === 'closed').length
  say(
    `结果：线索${faults.length}条，问题${findings.size}条，退回${untrue.length}条，销号${closed}条。`,
  )
  return { hits: faults.length, findings: findings.size, returned: untrue.length, closed }
}

/** The office takes the hits up in a draft, a person confirms what is in doubt, and the leader issues; units by finding. */
async function issue({ people, today, say }: Stage): Promise<ReadonlyMap<string, string>> {
  const { handler, leader, leader_id } = people
  const head = { title: '关于政府网站监测情况的通报', signer_id: leader_id, issued_on: today }
  const week = { kind: 'working_days', working_days: 5, counts_from: 'receipt' } as const
  const deadline = { ...week, words: '收到之日起5个工作日内' }
  const draft = { ...head, number: null, deadline, findings: [] }
  const { body: empty, etag } = await handler(noticeOperations.draftNotice, { body: draft })
  const params = { id: empty.id }
  const taking = { params, body: { filter: {} } }
  const dry = await handler(triageOperations.takeUpHits, { ...taking, query: { dry_run: true } })
  const expected = dry.body.matched
  const body = { filter: {}, expected }
  const taken = await handler(triageOperations.takeUpHits, { params, body, if_match: etag })
  const { lines } = taken.body
  const doubtful = lines.filter((line) => !line.severity_confirmed)
  say(
    `三、研判：试算${expected}条线索，归并为${lines.length}条问题；须人工确认的${doubtful.length}条。`,
  )
  const { body: written } = await handler(noticeOperations.getNotice, { params })
  const changed = await handler(noticeOperations.changeNotice, {
    ...{ params, if_match: taken.etag },
    body: { findings: written.findings.map(confirmed) },
  })
  await leader(noticeOperations.issueNotice, { params, body: {}, if_match: changed.etag })
  const { findings } = changed.body
  for (const { finding_id, number, problem } of findings) {
    const query = { finding: finding_id, limit: 200 }
    const { items } = (await handler(hitOperations.listHits, { query })).body
    say(`   第${number}条（线索${items.length}条）：${problem.replaceAll('\n', ' ')}`)
  }
  return new Map(findings.map(({ finding_id, unit_id }) => [finding_id, unit_id ?? '']))
}

type Line = { finding_id: string; number: number; state: string }

/** A line as it was read, with its severity confirmed by whoever has looked; its hits stay with it. */
function confirmed<L extends Line>({ finding_id, number: _, state: __, ...line }: L) {
  return { ...line, severity_confirmed: true, replaces: finding_id }
}

function tell(say: Stage['say'], title: string, told: readonly Retested[]): void {
  const passed = told.filter((one) => one.passed).length
  say(
    `${title}：监测工具领取${told.length}项任务，通过${passed}项，未通过${told.length - passed}项。`,
  )
  for (const { number, seen, passed: is } of told) {
    say(`   第${number}条${is ? '通过' : '未通过'}：${seen}`)
  }
}

async function statesOf(client: Client, ids: readonly string[]): Promise<string[]> {
  const asked = ids.map((id) => client(findingOperations.getFinding, { params: { id } }))
  return (await Promise.all(asked)).map(({ body }) => body.finding.state)
}

/** A minute on: another sighting. */
function later(at: Instant): Instant {
  return plusMs(at, 60_000)
}
