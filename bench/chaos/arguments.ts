import { parseArgs } from 'node:util'
import { TroubleError } from '../../src/local/trouble.js'
import { SCENARIOS } from './scenarios/index.js'

/** What a run is asked for: a storm of so many minutes, or one scenario. */
export interface ChaosArguments {
  minutes: number
  findings: number | null
  rate: number
  /** Seconds for which a scenario's server is away. */
  away: number | null
  json: boolean
  scenario: string | null
}

/** The arguments of `npm run chaos`. Throws TroubleError with the usage when they make no run. */
export function readArguments(): ChaosArguments {
  try {
    const options = {
      minutes: { type: 'string', default: '2' },
      findings: { type: 'string' },
      away: { type: 'string' },
      rate: { type: 'string', default: '50' },
      json: { type: 'boolean', default: false },
      scenario: { type: 'string' },
    } as const
    const { values } = parseArgs({ options, strict: true })
    const [minutes, rate] = [Number(values.minutes), Number(values.rate)]
    const findings = values.findings === undefined ? null : Number(values.findings)
    const away = values.away === undefined ? null : Number(values.away)
    const scenario = values.scenario ?? null
    const known = scenario === null || Object.hasOwn(SCENARIOS, scenario)
    if (
      !(minutes > 0) ||
      !(rate > 0) ||
      !known ||
      (findings !== null && !(findings >= 50)) ||
      (away !== null && !(away > 0))
    )
      throw new RangeError('no such run')
    return { minutes, findings, rate, away, json: values.json, scenario }
  } catch {
    const names = Object.keys(SCENARIOS).join(' | ')
    throw new TroubleError(
      `用法：npm run chaos -- --minutes 30 --findings 300 --rate 50 --json，或 --scenario ${names} --findings 300 --away 60。(unknown option)`,
    )
  }
}
