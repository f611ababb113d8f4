import t from 'tap'
import type { BulkCommand } from '../../src/commands/bulk/items.js'
import { bulkNext } from '../../src/commands/bulk/next.js'
import { catchUp } from '../../src/commands/catch-up.js'
import { statement } from '../../src/db/handle.js'
import { BULK_COMMANDS, type BulkCommandName } from '../../src/domain/bulk.js'
import type { Command } from '../../src/domain/commands.js'
import { dateOf, instantOf } from '../../src/domain/instant.js'
import { begun, issued, outcomes } from '../helpers/bulk.js'
import { evidenceOf, jump, send } from '../helpers/case.js'
import { type TestOffice, testOffice } from '../helpers/office.js'
import { livesOf, type Who } from '../http/lives.js'
import { MONDAY } from '../http/notice.js'

const CLOCK = instantOf(MONDAY)
const HEAD = { issued_on: dateOf('2022-09-05'), due: dateOf('2022-09-16') }
/** Where the findings are overdue and stand on drafts of slips. */
const OVERDUE = instantOf('2022-10-17T02:00:00.000Z')
const LISTED = statement<{ finding_id: string; status: string }>(
  `select sf.finding_id, s.status from slip_finding sf join slip s on s.id = sf.slip_id
   order by sf.finding_id, s.status`,
)

function principalOf(office: TestOffice, who: Who) {
  switch (who) {
    case 'reporter':
      return office.member(0)
    case 'signatory':
      return office.member(0, 'unit.signatory')
    case 'neighbour':
      return office.member(1)
    default:
      return office.officer(`office.${who}`)
  }
}

/** Findings of the first unit on which a command is sent as its life has it: what comes before alone, then by the worker. */
async function livedBy(office: TestOffice, name: BulkCommandName, findings: readonly string[]) {
  const evidence = [await evidenceOf(office, 0)]
  const colleague = office.member(0, 'unit.signatory').person_id
  const steps = livesOf({ evidence, colleague, other: office.units[1] ?? '' })[name]
  const commandOf = ([, command, body = {}]: (typeof steps)[number]) =>
    ({ name: command, ...body }) as Command
  for (const step of steps.slice(0, -1)) {
    for (const id of findings) {
      const told = await send(office, principalOf(office, step[0]), id, commandOf(step))
      if (told.code) throw new Error(`${name}: ${step[1]} ${told.code}`)
    }
  }
  const last = steps.at(-1)
  if (!last) throw new Error(`${name} is never sent`)
  const command = commandOf(last) as BulkCommand
  const whose = await begun(office, principalOf(office, last[0]), command, findings)
  while ((await bulkNext(office.worker, whose)) === 'more') continue
  return outcomes(office, whose, findings)
}

t.test('the worker carries out every command that may be sent to many', async (t) => {
  const office = await testOffice(t, { clock: CLOCK })
  const findings = (await issued(office, BULK_COMMANDS.length * 4, HEAD)).filter(
    (_, n) => n % 2 === 0,
  )
  for (const [index, name] of BULK_COMMANDS.entries()) {
    const two = findings.slice(index * 2, index * 2 + 2)
    t.strictSame(await livedBy(office, name, two), ['done', 'done'], name)
  }
})

t.test('of overdue findings it shortens drafts, and no slip that is out', async (t) => {
  const office = await testOffice(t, { clock: CLOCK })
  const findings = (await issued(office, 12, HEAD)).filter((_, n) => n % 2 === 0)
  await jump(office, OVERDUE)
  await catchUp(office.worker, office.office_id, findings)
  const listed = async (ids: readonly string[]) =>
    (await office.owner.run(LISTED())).filter(
      ({ finding_id, status }) => status === 'draft' && ids.includes(finding_id),
    ).length
  t.ok((await listed(findings.slice(0, 4))) >= 4, 'they stand on drafts')
  for (const [index, name] of (['reschedule', 'reassign', 'recall'] as const).entries()) {
    const two = findings.slice(index * 2, index * 2 + 2)
    t.strictSame(await livedBy(office, name, two), ['done', 'done'], name)
  }
  t.equal(await listed(findings.slice(0, 4)), 0)
})
