import t from 'tap'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { oversightOperations } from '../../src/contracts/oversight.js'
import { slipOperations } from '../../src/contracts/slips.js'
import { instantOf } from '../../src/domain/instant.js'
import { PERSON_COMMANDS, type PersonCommandName } from '../../src/domain/vocabulary.js'
import { jump } from '../helpers/case.js'
import { personOperations, whereTo } from './command-routes.js'
import { countTraffic } from './counting.js'
import { livesOf, type Who } from './lives.js'
import { draft, issuedFindings, line, MONDAY } from './notice.js'
import { type Send, testServer } from './support.js'
import { uploaded } from './uploads.js'

/** Statements and round trips of each command, `begin` and `commit` among them. */
const COMMANDS: Readonly<Record<PersonCommandName, readonly [statements: number, trips: number]>> =
  {
    acknowledge: [15, 2],
    delegate: [18, 2],
    name_supporting: [19, 2],
    contribute: [18, 2],
    report_takedown: [18, 2],
    report_progress: [14, 2],
    respond: [23, 2],
    register_response: [24, 2],
    recall: [16, 2],
    begin_review: [14, 2],
    accept: [19, 2],
    accept_plan: [20, 2],
    return: [20, 2],
    close: [20, 2],
    close_unreported: [22, 2],
    reopen: [22, 2],
    withdraw: [22, 2],
    correct: [19, 2],
    reassign: [21, 2],
    reschedule: [19, 2],
    request_extension: [18, 2],
    dispute: [20, 2],
    request_transfer: [22, 2],
    give_view: [22, 4],
    withdraw_request: [20, 4],
    propose_decision: [20, 4],
    decide_request: [24, 4],
    record_retest: [14, 2],
    register_report: [14, 2],
    exempt_report: [14, 2],
    record_contact: [14, 2],
    record_instruction: [14, 2],
    comment: [17, 2],
    erase_words: [18, 2],
  }

/** Reads, and what happens to a whole notice. */
const OTHERS = {
  listFindings: [6, 3],
  getFinding: [8, 2],
  listFindingEvents: [6, 3],
  listFindingRounds: [6, 3],
  getFindingDeadline: [14, 4],
  getFindingTimeLedger: [12, 4],
  getForecast: [10, 6],
  listNotices: [4, 2],
  getNotice: [6, 3],
  listSlices: [5, 2],
  listSlips: [4, 2],
  draftNotice: [12, 4],
  expandFinding: [16, 3],
  'issueNotice (trial)': [13, 3],
  issueNotice: [25, 4],
  acknowledgeSlice: [20, 3],
} as const

t.test('what each command sends to Postgres', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office } = server
  const file = await uploaded(server, office.member(0))
  const evidence = [file.body.sha256]
  const colleague = office.member(0, 'unit.signatory').person_id
  const lives = livesOf({ evidence, colleague, other: office.units[1] ?? '' })
  const count = countTraffic(t)
  const people: Record<Who, Send> = {
    reporter: server.as(office.member(0)),
    signatory: server.as(office.member(0, 'unit.signatory')),
    handler: server.as(office.officer('office.handler')),
    reviewer: server.as(office.officer('office.reviewer')),
    leader: server.as(office.officer('office.leader')),
    neighbour: server.as(office.member(1)),
  }
  // Whoever has been seen a moment ago is not looked up again, nor are the rules that were read.
  for (const send of Object.values(people)) await send(findingOperations.listFindings)

  const urgent = {
    findings: [line(office.units[0] ?? '', { indicator_id: 'WV-1.1', severity: 'veto' })],
  }
  const live = async (name: PersonCommandName) => {
    const { findings } = await issuedFindings(server, name === 'report_takedown' ? urgent : {})
    const finding = { id: findings[0] ?? '' }
    let traffic = { statements: 0, trips: 0 }
    for (const [who, command, body = {}] of lives[name]) {
      if (command === 'close_unreported') await jump(office, instantOf('2022-09-19T02:00:00.000Z'))
      const reader = who === 'neighbour' ? people.signatory : people[who]
      const seen = await reader(findingOperations.getFinding, { params: finding })
      const params = whereTo(command, seen.body.finding)
      const if_match = seen.etag
      traffic = await count(async () => {
        const told = await people[who](personOperations[command], { params, body, if_match })
        if (told.status !== 200) throw new Error(`${name}: ${command} ${told.text}`)
      })
    }
    return [traffic.statements, traffic.trips]
  }
  const last = 'close_unreported'
  const order = [...PERSON_COMMANDS.filter((name) => name !== last), last] as const
  for (const name of order) t.strictSame(await live(name), COMMANDS[name], name)
})

t.test('what reading and issuing send to Postgres', async (t) => {
  const server = await testServer(t, { clock: instantOf(MONDAY) })
  const { office } = server
  const [leader, reporter] = [
    server.as(office.officer('office.leader')),
    server.as(office.member(0)),
  ]
  const { notice_id, findings } = await issuedFindings(server)
  const [finding, notice] = [{ id: findings[0] ?? '' }, { id: notice_id }]
  // Whoever has been seen a moment ago is not looked up again, nor are the rules that were read.
  await reporter(findingOperations.getFindingDeadline, { params: finding })
  const count = countTraffic(t)
  const pin = async (
    name: keyof typeof OTHERS,
    ask: () => Promise<{ status: number; text: string }>,
  ) => {
    const traffic = await count(async () => {
      const told = await ask()
      if (told.status > 201) throw new Error(`${name}: ${told.text}`)
    })
    t.strictSame([traffic.statements, traffic.trips], OTHERS[name], name)
  }
  await pin('listFindings', () => leader(findingOperations.listFindings))
  for (const name of [
    'getFinding',
    'listFindingEvents',
    'listFindingRounds',
    'getFindingDeadline',
    'getFindingTimeLedger',
  ] as const) {
    await pin(name, () => leader(findingOperations[name], { params: finding }))
  }
  await pin('getForecast', () => leader(oversightOperations.getForecast))
  await pin('listNotices', () => leader(noticeOperations.listNotices))
  await pin('getNotice', () => leader(noticeOperations.getNotice, { params: notice }))
  await pin('listSlices', () => leader(noticeOperations.listSlices, { params: notice }))
  await pin('listSlips', () => leader(slipOperations.listSlips))

  // However many lines a notice has.
  for (const count of [1, 60]) {
    const dispatched = Array.from({ length: count }, (_, n) => line(office.units[n % 2] ?? ''))
    const lines = [line(null), ...dispatched]
    let drafted = { id: '', etag: '' }
    await pin('draftNotice', async () => {
      const body = draft(server, { findings: lines })
      const told = await leader(noticeOperations.draftNotice, { body })
      drafted = { id: told.body.id, etag: told.etag ?? '' }
      return told
    })
    const params = { id: drafted.id }
    await pin('expandFinding', async () => {
      const { etag: if_match } = drafted
      const body = { unit_ids: office.units.slice(0, count) }
      const one = { params: { ...params, number: '1' }, if_match, body }
      const told = await leader(noticeOperations.expandFinding, one)
      drafted.etag = told.etag ?? ''
      return told
    })
    const query = { dry_run: true }
    await pin('issueNotice (trial)', () => leader(noticeOperations.issueNotice, { params, query }))
    await pin('issueNotice', () =>
      leader(noticeOperations.issueNotice, { params, if_match: drafted.etag }),
    )
    const slice = { id: drafted.id, unit_id: office.units[0] ?? '' }
    const listed = await reporter(noticeOperations.listSlices, { params })
    const if_match = listed.body.items[0]?.etag ?? ''
    await pin('acknowledgeSlice', () =>
      reporter(noticeOperations.acknowledgeSlice, { params: slice, if_match }),
    )
  }
})
