import type { Test } from 'tap'
import { takeHits } from '../../src/commands/hits/take.js'
import { triageOperations } from '../../src/contracts/hit-triage.js'
import { hitOperations } from '../../src/contracts/hits.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { assetOperations } from '../../src/contracts/register/assets.js'
import { instantOf } from '../../src/domain/instant.js'
import { draft, MONDAY } from './notice.js'
import { type Ask, type Send, testServer } from './support.js'

/** Which site each unit of the triage has, as its place among the units. */
export const SITES = ['https://one.test/', 'https://two.test/'] as const

/** An office with two units that have a site each, and a tool's way to report hits; whoever asks is the handler. */
export async function triage(t: Test) {
  const server = await testServer(t, { units: 2, clock: instantOf(MONDAY) })
  const { office, as } = server
  const handler = as(office.officer('office.handler'))
  const inspector = as(office.officer('inspector'))
  const assets: string[] = []
  for (const [index, url] of SITES.entries()) {
    const entry = {
      unit_id: office.units[index] ?? '',
      medium: 'website',
      name: `网站${index}`,
      url,
    }
    const made = await as(office.officer('admin'))(assetOperations.create, { body: entry })
    assets.push(made.body.id)
  }
  const report = async (...hits: object[]) => {
    const params = { tool: 'scanner' }
    const told = await inspector(hitOperations.importHits, { params, body: { hits } })
    while ((await takeHits(office.worker, told.body.id)) !== 'finished') continue
  }
  const hits = async (query: Record<string, unknown> = {}) =>
    (await handler(hitOperations.listHits, { query: { limit: 200, ...query } })).body.items
  /** The ids of hits by what the tool calls them, in this order. */
  const idsOf = async (...names: string[]) => {
    const known = new Map((await hits()).map((one) => [one.tool_hit_id, one.id]))
    return names.map((name) => known.get(name) ?? '')
  }
  const statuses = async () =>
    Object.fromEntries((await hits()).map(({ tool_hit_id, status }) => [tool_hit_id, status]))
  const drafted = async (more: Record<string, unknown> = {}) => {
    const body = draft(server, { findings: [], ...more })
    const told = await handler(noticeOperations.draftNotice, { body })
    return { params: { id: told.body.id }, etag: told.etag, body: told.body }
  }
  const takeUp = (params: { id: string }, body: object, more: Ask = {}, send: Send = handler) =>
    send(triageOperations.takeUpHits, { params, body, ...more })
  const notice = (params: { id: string }) => handler(noticeOperations.getNotice, { params })
  return {
    ...{ server, office, as, handler, inspector, assets, report, hits, idsOf, statuses },
    ...{ drafted, takeUp, notice },
  }
}

/** A hit of the first or second site. */
export function seen(id: string, site: 0 | 1, more: object = {}) {
  return {
    ...{ id, url: `${SITES[site]}${id}`, captured_at: '2022-09-04T00:00:00Z', gone: false },
    ...{ indicator_id: 'WD-20', observation: `第${id}处链接打不开`, ...more },
  }
}
