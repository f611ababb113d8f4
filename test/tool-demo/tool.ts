import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Client } from '../../src/client/index.js'
import { hitOperations } from '../../src/contracts/hits.js'
import { jobOperations } from '../../src/contracts/long-jobs.js'
import { retestOperations } from '../../src/contracts/retests.js'
import type { Instant, LocalDate } from '../../src/domain/instant.js'
import { type Fault, lookAt } from './look.js'

/** What the tool is called in addresses. */
export const TOOL = 'tool-demo'

/** A re-test as the tool has told it. */
export interface Retested {
  finding_id: string
  number: number
  passed: boolean
  seen: string
}

/** A stand-in inspection tool: it reports what it finds, and looks again at what it is asked to. */
export interface InspectionTool {
  /** Sends what is seen, and what was seen once and is gone; how many lines came to what. */
  report: (seen: readonly Fault[], gone: readonly Fault[], at: Instant) => Promise<Counts>
  /** Takes every task that is open, looks at the page it names and tells what is there. */
  retest: (today: LocalDate) => Promise<Retested[]>
}

export type Counts = Readonly<Partial<Record<string, number>>>

const COUNTS = z.record(z.string(), z.number())
const LOOK_MS = 100
const TOO_LONG_MS = 300_000

/** The tool as it works through the interface, with the key of its service account. */
export function inspectionTool(client: Client): InspectionTool {
  return {
    async report(seen, gone, captured_at) {
      const hits = [
        ...seen.map((fault) => ({ ...fault, captured_at, gone: false })),
        ...gone.map((fault) => ({ ...fault, captured_at, gone: true })),
      ]
      const params = { tool: TOOL }
      const { body } = await client(hitOperations.importHits, { params, body: { hits } })
      return countsOf(client, body.id)
    },
    async retest(today) {
      const query = { status: 'open' as const, limit: 200 }
      const { items } = (await client(retestOperations.listRetests, { query })).body
      const told: Retested[] = []
      for (const { id, finding_id, object } of items) {
        const params = { id }
        const taken = (await client(retestOperations.claimRetest, { params, body: {} })).body
        const found = await lookAt(object.place ?? '', today, object.indicator_id)
        const passed = found.length === 0
        const seen = passed ? '页面已改正' : found.map((one) => one.observation).join('；')
        const result = passed ? 'pass' : 'fail'
        const body = { claim: taken.claim, result, seen } as const
        await client(retestOperations.reportRetest, { params, body })
        told.push({ finding_id, number: object.number, passed, seen })
      }
      return told.toSorted((a, b) => a.number - b.number)
    },
  }
}

/** What a report came to, once the job that takes it is done. */
async function countsOf(client: Client, id: string): Promise<Counts> {
  for (const until = Date.now() + TOO_LONG_MS; Date.now() < until; await sleep(LOOK_MS)) {
    const { status, result } = (await client(jobOperations.getOperation, { params: { id } })).body
    if (status === 'done') return COUNTS.parse(result)
    if (status !== 'running') throw new Error(`the import is ${status}`)
  }
  throw new Error('the import does not end')
}
