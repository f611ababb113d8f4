import { parseArgs } from 'node:util'
import { createDeps } from './commands/create-deps.js'
import { forecastOffice, type OfficeForecast } from './commands/forecast.js'
import { readConfig } from './config.js'
import { listOffices } from './db/office.js'
import { openPool } from './db/pool.js'
import { listUnits } from './db/unit.js'
import { MESSAGE_LABELS, RECIPIENT_LABELS } from './domain/message-labels.js'
import { localDateOf, localTimeOf } from './domain/zone.js'
import { runMain } from './local/main.js'
import { TroubleError } from './local/trouble.js'
import { workerDatabase } from './local/worker-database.js'

/**
 * `npm run forecast -- --days 7`: what every office will say in the next days if nobody acts, to whom and why, from the
 * milestones that wait; `--office` picks one by name or id, `--json` ends with one line. Writes nothing.
 */
const USAGE =
  '用法：npm run forecast -- --days 7 [--office 名称或编号] [--json]，天数1到60。(usage)'
const say = (line: string) => console.log(line)

interface Foretold extends OfficeForecast {
  office: { id: string; name: string; zone: string }
  units: ReadonlyMap<string, string>
}

await runMain(async () => {
  const { days, office: wanted, json } = readArguments()
  const url = await workerDatabase(readConfig(), 'forecast')
  const pool = openPool({ url, role: 'zhenggai_worker', max: 2, applicationName: 'zhenggai-ahead' })
  try {
    const deps = createDeps(pool, () => undefined)
    const offices = (await listOffices(pool)).filter(
      ({ id, name }) => wanted === undefined || wanted === id || wanted === name,
    )
    if (wanted !== undefined && offices.length === 0) {
      throw new TroubleError(`没有名为“${wanted}”的办公室。(no such office)`)
    }
    const all: Foretold[] = []
    for (const office of offices) {
      const units = new Map((await listUnits(pool, office.id)).map(({ id, name }) => [id, name]))
      all.push({ ...(await forecastOffice(deps, office.id, days)), office, units })
    }
    if (json) say(JSON.stringify({ days, offices: all.map(figuresOf) }))
    else for (const one of all) tell(one)
  } finally {
    await pool.close()
  }
})

function figuresOf({ office, now, until, messages, digests, numbers, units }: Foretold) {
  const { id, name } = office
  const numberOf = (finding: string | null) => (finding && numbers.get(finding)) ?? null
  const unitOf = (unit: string | null) => (unit && units.get(unit)) ?? null
  return {
    ...{ office: { id, name }, now, until },
    messages: messages.map(({ unit_id, finding_id, ...message }) => ({
      ...message,
      ...{ unit_id, unit: unitOf(unit_id), finding_id, finding: numberOf(finding_id) },
    })),
    digests: digests.map(({ said_at, unit_id, finding_ids }) => ({
      ...{ said_at, unit_id, unit: unitOf(unit_id) },
      findings: finding_ids.map(numberOf),
    })),
  }
}

/** One line for each ear and kind at each moment, so that a day reads as the mails it will bring. */
function tell({ office, now, until, messages, digests, numbers, units }: Foretold): void {
  const local = (at: OfficeForecast['now']) =>
    `${localDateOf(office.zone, at)} ${localTimeOf(office.zone, at)}`
  say(`${office.name}：${local(now)} 至 ${local(until)}，如无人办理，将发出：`)
  const lines = new Map<string, number[]>()
  const add = (line: string, findings: readonly (string | null)[]) =>
    lines.set(line, [
      ...(lines.get(line) ?? []),
      ...findings.flatMap((id) => (id ? numbers.get(id) : null) ?? []),
    ])
  for (const { said_at, recipient, unit_id, kind, finding_id } of messages) {
    const ear = recipient === 'unit' ? units.get(unit_id ?? '') : RECIPIENT_LABELS[recipient]
    add(`  ${local(said_at)}  ${ear}  ${MESSAGE_LABELS[kind]}`, [finding_id])
  }
  for (const { said_at, unit_id, finding_ids } of digests) {
    add(`  ${local(said_at)}  ${units.get(unit_id)}  每日清单（逾期）`, finding_ids)
  }
  for (const [line, all] of [...lines].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    say(all.length > 0 ? `${line}：第${all.join('、')}条` : line)
  }
  if (lines.size === 0) say('  没有。')
}

function readArguments() {
  try {
    const options = {
      days: { type: 'string', default: '7' },
      office: { type: 'string' },
      json: { type: 'boolean', default: false },
    } as const
    const { days: asked, office, json } = parseArgs({ options, strict: true }).values
    const days = Number(asked)
    if (!(Number.isInteger(days) && days >= 1 && days <= 60)) throw new RangeError('days')
    return { days, office, json }
  } catch {
    throw new TroubleError(USAGE)
  }
}
