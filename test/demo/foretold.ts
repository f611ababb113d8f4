import type { Test } from 'tap'
import { createClient } from '../../src/client/index.js'
import { createDeps } from '../../src/commands/create-deps.js'
import { forecastOffice } from '../../src/commands/forecast.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { sqlb } from '../../src/db/handle.js'
import { roleHolders } from '../../src/db/membership.js'
import { findOffice } from '../../src/db/office.js'
import { listUnits } from '../../src/db/unit.js'
import { advanceTo } from '../../src/demo/clock.js'
import type { OpenedOffice } from '../../src/demo/open-office.js'
import { addWorkingDays } from '../../src/domain/calendar.js'
import { localDateOf } from '../../src/domain/zone.js'
import type { Whole } from './whole.js'

const DAYS = 7
const LINE = {
  ...({ indicator_id: 'none', severity: 'deduction', severity_confirmed: true } as const),
  ...({ category: '内容更新不及时', medium: 'channel' } as const),
  problem: '“工作动态”栏目三个月没有更新',
}

/**
 * Issues one more notice in the demo's office, foretells seven days, lets them pass, and compares message by message and
 * mail by mail: slices that wait, reminders, the due, the first rung, what is overdue since the story, and the look-backs
 * at what it closed.
 */
export async function foretold(t: Test, whole: Whole, office: OpenedOffice): Promise<void> {
  const { worker, mint, address } = whole
  const { office_id } = office
  await issueAnother(whole, office)
  const deps = createDeps(worker, () => undefined)
  const { now, until, messages, digests } = await forecastOffice(deps, office_id, DAYS)
  await advanceTo(createClient({ address, token: await mint('admin') }), until)

  const said = await worker.run(
    sqlb
      .selectFrom('message')
      .select(['finding_id', 'unit_id', 'kind', 'recipient', 'cause', 'said_at'])
      .where('office_id', '=', office_id)
      .where('said_at', '>', now),
  )
  const kinds = new Set(said.map(({ kind }) => kind))
  for (const kind of ['slice', 'reminder', 'fell_due', 'overdue', 'lookback_waits'] as const)
    t.ok(kinds.has(kind), kind)
  t.same(messages.map(shown).toSorted(), said.map(shown).toSorted(), `${said.length} messages`)

  const mails = await worker.run(
    sqlb
      .selectFrom('mail')
      .select(['unit_id', 'created_at'])
      .distinct()
      .where('office_id', '=', office_id)
      .where('unit_id', 'is not', null)
      .where('created_at', '>', now),
  )
  const toUnits = messages.filter(({ recipient }) => recipient === 'unit')
  const foreseen = [...toUnits, ...digests].map(({ unit_id, said_at }) => `${said_at} ${unit_id}`)
  t.ok(digests.length > 0, `${digests.length} digests`)
  t.same(
    [...new Set(foreseen)].toSorted(),
    mails.map(({ unit_id, created_at }) => `${created_at} ${unit_id}`).toSorted(),
    'each unit at each moment',
  )
}

type Said = Awaited<ReturnType<typeof forecastOffice>>['messages'][number]

function shown(one: { [K in keyof Said]?: Said[K] | null }): string {
  const { said_at, recipient, unit_id, finding_id, kind, cause } = one
  return [said_at, recipient, unit_id, finding_id, kind, cause].join(' ')
}

/** A notice to ten units, due in three working days. */
async function issueAnother(
  { worker, mint, address }: Whole,
  { office_id, rules, opens }: OpenedOffice,
): Promise<void> {
  const leader = createClient({ address, token: await mint('leader') })
  const present = await findOffice(worker, office_id)
  const today = localDateOf(rules.calendar.zone, present?.now ?? opens)
  const wanted = { office_id, roles: ['office.leader'], unit_ids: [], on: today } as const
  const [signer] = await roleHolders(worker, wanted)
  const date = addWorkingDays(rules.calendar, today, 3)
  const units = (await listUnits(worker, office_id)).slice(0, 10)
  const { body, etag } = await leader(noticeOperations.draftNotice, {
    body: {
      title: '关于再次检查情况的通报',
      number: null,
      signer_id: signer?.id ?? '',
      issued_on: today,
      deadline: {
        ...{ kind: 'date', date, time: null, words: `${date}前`, inclusive: true },
        day_off: 'roll_on',
      },
      findings: units.map(({ id: unit_id }) => ({ unit_id, ...LINE })),
    },
  })
  await leader(noticeOperations.issueNotice, { params: { id: body.id }, body: {}, if_match: etag })
}
