import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, RefusedError } from '../client/index.js'
import { retestOperations } from '../contracts/retests.js'
import { fromEpoch, later } from '../domain/instant.js'
import { localDateOf } from '../domain/zone.js'
import { fetchPage, type Reach, type Unseen } from './fetch-page.js'
import { type Judged, judge } from './judge.js'
import { type Target, targetOf } from './target.js'

export interface LookingOptions {
  /** The tool of each office that has one, as it calls. */
  tools: readonly Client[]
  reach: Reach
  /** What an operator has to know: ids and codes, never words of findings. */
  alarm: (message: string, fields: object) => void
  /** Milliseconds between two rounds, and until a page of which nothing was seen is fetched again. */
  every?: number
  again?: number
}

export interface Looking {
  stop(): Promise<void>
}

type Task = Awaited<ReturnType<typeof openTasks>>[number]

/** Minutes for which a task is taken: longer than a fetch may last. */
const MINUTES = 5
/** After so many looks that told nothing it is said that they did. */
const TRIES = 3
const PAGES = 20
const DAY_MS = 86_400_000
const ZONE = 'Asia/Shanghai'

/** How often and until when a page was fetched in vain. */
type Tried = Map<string, { times: number; until: number }>

/**
 * Answers the re-tests it can, for as long as the process lives: those about a page of a site that the register knows. It is
 * a tool like any other: a task is its by lease, so a round that dies is begun again by whoever comes next, and what
 * it cannot judge is left to the others.
 */
export function startLooking(options: LookingOptions): Looking {
  const { tools, alarm, every = 30_000 } = options
  const stopping = new AbortController()
  const { signal } = stopping

  // Each by itself: a key that is taken back keeps no other office waiting.
  async function run(tool: Client): Promise<void> {
    const tried: Tried = new Map()
    let away = false
    while (!signal.aborted) {
      try {
        await round(tool, options, tried, signal)
        away = false
      } catch (error) {
        if (!away) alarm('re-tests are not looked at', { error })
        away = true
      }
      await sleep(every, undefined, { signal }).catch(() => undefined)
    }
  }

  const running = Promise.all(tools.map(run))
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

/** Looks at every open task of a tool that it can judge. */
async function round(
  tool: Client,
  options: LookingOptions,
  tried: Tried,
  signal: AbortSignal,
): Promise<void> {
  const { again = 10 * 60_000, reach } = options
  const forgotten = Date.now() - DAY_MS
  for (const [id, { until }] of tried) if (until < forgotten) tried.delete(id)
  for (const task of await openTasks(tool)) {
    if (signal.aborted) return
    const before = tried.get(task.id)
    const target = targetOf(task)
    if (!target || (before && before.until > Date.now())) continue
    const claim = await taken(tool, task.id)
    if (claim === null) continue
    const judged = await look(target, task, reach)
    const times = (before?.times ?? 0) + 1
    if (judged.result === 'inconclusive' && times < TRIES) {
      tried.set(task.id, { times, until: Date.now() + again })
      continue
    }
    tried.delete(task.id)
    await told(tool, task.id, { claim, ...judged })
  }
}

async function openTasks(tool: Client) {
  const tasks = []
  let cursor: string | undefined
  for (let page = 0; page < PAGES; page += 1) {
    const query = { status: 'open' as const, limit: 100, ...(cursor ? { cursor } : {}) }
    const { body } = await tool(retestOperations.listRetests, { query })
    tasks.push(...body.items)
    if (body.next === null) break
    cursor = body.next
  }
  return tasks
}

/** The claim by which a task is ours; null where it is somebody else's, or no longer wanted. */
async function taken(tool: Client, id: string): Promise<number | null> {
  const body = { minutes: MINUTES }
  const claimed = tool(retestOperations.claimRetest, { params: { id }, body })
  return (await unlessRefused(claimed))?.body.claim ?? null
}

async function told(tool: Client, id: string, body: Judged & { claim: number }): Promise<void> {
  await unlessRefused(tool(retestOperations.reportRetest, { params: { id }, body }))
}

/** Null where it is refused by a rule: then somebody else has the task, or nobody wants it. */
async function unlessRefused<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    const rule = error instanceof RefusedError && [404, 409, 422].includes(error.status)
    if (rule) return null
    throw error
  }
}

async function look({ page, site, proofs }: Target, task: Task, reach: Reach): Promise<Judged> {
  const fetched = await fetchPage(page, site, reach)
  if (fetched.kind === 'unseen') {
    return { result: 'inconclusive', seen: `访问 ${page.href}：${UNSEEN_WORDS[fetched.why]}。` }
  }
  const asked = localDateOf(ZONE, task.opened_at)
  // A rehearsal's clock may stand after ours.
  const today = localDateOf(ZONE, later(task.opened_at, fromEpoch(Date.now())))
  return judge(proofs, fetched, task, { asked, today })
}

const UNSEEN_WORDS: Readonly<Record<Unseen, string>> = {
  not_listed: '跳转到登记的网站以外',
  not_public: '地址不在互联网上，未予访问',
  too_large: '页面过大',
  too_slow: '等待超时',
  sent_around: '跳转次数过多',
  unreadable: '页面无法读取',
  no_answer: '没有应答',
}
