import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { createClient } from '../../src/client/index.js'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { policyOperations } from '../../src/contracts/policies.js'
import { assetOperations } from '../../src/contracts/register/assets.js'
import { retestOperations } from '../../src/contracts/retests.js'
import { statement } from '../../src/db/handle.js'
import { rangesOf } from '../../src/looking/addresses.js'
import { startLooking } from '../../src/looking/look-again.js'
import { lookingOf } from '../../src/looking/open.js'
import { act } from '../http/closing.js'
import { scene } from '../http/machines.js'
import { issuedFindings, line } from '../http/notice.js'
import { uploaded } from '../http/uploads.js'

/** A site whose column shows a day, and says how often it was asked. */
async function column(t: Test, date: string, status = 200) {
  const shown = { date, status, asked: 0 }
  const server = createServer((_, answer) => {
    shown.asked += 1
    answer.writeHead(shown.status, { 'content-type': 'text/html' }).end(`<li>${shown.date}</li>`)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  t.teardown(() => server.close())
  return Object.assign(shown, { port: (server.address() as AddressInfo).port })
}

interface Wish {
  place?: string
  indicator_id?: string
  host?: string
  policy?: object
}

/** An office whose first unit has answered for a column of that site, and the tool that looks at it. */
async function setting(t: Test, port: number, wish: Wish = {}) {
  const { host = 'www.example.gov.cn', indicator_id = 'WD-04', place, policy } = wish
  const { server, office, as, tool } = await scene(t)
  if (policy) {
    const admin = as(office.officer('admin'))
    const { etag: if_match } = await admin(policyOperations.listPolicies)
    const body = { policy, reason: '另有规定' }
    await admin(policyOperations.changePolicy, { body, if_match })
  }
  const url = `http://${host}:${port}/`
  const [unit_id = ''] = office.units
  const entry = { unit_id, medium: 'website', name: '门户', url }
  const asset = await as(office.officer('admin'))(assetOperations.create, { body: entry })
  const more = { indicator_id, asset_id: asset.body.id, place: place ?? `${url}dt/` }
  const { findings } = await issuedFindings(server, { findings: [line(unit_id, more)] })
  const id = findings[0] ?? ''
  const reporter = as(office.member(0))
  const answer = async () =>
    act(reporter, id, 'respond', {
      ...{ result: 'fixed', cause: '无人维护', measures: '已更新', completed_on: '2022-09-05' },
      evidence: [(await uploaded(server, office.member(0))).body.sha256],
    })
  const address = await server.app.listen({ host: '127.0.0.1', port: 0 })
  const alarms: string[] = []
  const look = (allowed: readonly string[] = ['127.0.0.1/32']) => {
    const looking = startLooking({
      tools: [createClient({ address, token: tool.body.key ?? '' })],
      reach: {
        resolve: async () => [{ address: '127.0.0.1', family: 4 }],
        ...{ allowed: rangesOf(allowed), max_bytes: 10_000, patience: 2_000, redirects: 3 },
      },
      alarm: (message) => alarms.push(message),
      ...{ every: 20, again: 10 },
    })
    t.teardown(() => looking.stop())
    return looking
  }
  const handler = as(office.officer('office.handler'))
  const tasks = async () =>
    (await handler(retestOperations.listRetests, { query: { finding: id } })).body.items
  const settled = async () => {
    for (let left = 300; left > 0; left -= 1) {
      const all = await tasks()
      if (all.every(({ status }) => status === 'done')) return all
      await sleep(50)
    }
    throw new Error('nobody looked')
  }
  const finding = async () =>
    (await handler(findingOperations.getFinding, { params: { id } })).body.finding
  return {
    ...{ id, as, office, handler, answer, look, tasks, settled, finding, alarms, address },
    key: tool.body.key ?? '',
  }
}

t.test('what is seen on the page becomes the re-test of the answer', async (t) => {
  const site = await column(t, '2022-06-01')
  const { answer, look, settled, finding, id, as, office, alarms } = await setting(t, site.port)
  await answer()
  const looking = look()
  const [task] = await settled()
  t.match(task, {
    ...{ status: 'done', outcome: { result: 'fail', seen: /最新日期为2022-06-01。$/ } },
    object: { proves: ['newer_date', 'picture'] },
  })
  t.equal((await finding()).fixed, 'no')
  t.equal(site.asked, 1)
  await act(as(office.officer('office.handler')), id, 'return', {
    ...{ kind: 'substantive', reasons: ['not_fixed'] },
    points: [{ claim: '已更新', comment: '未见' }],
  })
  site.date = '2022-09-05'
  await answer()
  const both = await settled()
  t.strictSame(
    both.map(({ outcome }) => outcome?.result),
    ['fail', 'pass'],
  )
  t.match(await finding(), { fixed: 'yes', state: 'responded' }, 'a fact and no decision')
  await looking.stop()
  t.strictSame([site.asked, alarms], [2, []])
})

const EXPIRE = statement<never>(
  `update retest set lease_until = clock_timestamp() - interval '1 second' where claim > 0 and seq is null`,
)

t.test('S38 what may not be fetched is said after three times, and was not', async (t) => {
  const site = await column(t, '2022-09-05')
  const { answer, look, tasks, finding, office } = await setting(t, site.port)
  await answer()
  look([])
  let [task] = await tasks()
  for (let left = 300; left > 0 && task?.status !== 'done'; left -= 1) {
    await office.owner.run(EXPIRE())
    await sleep(50)
    task = (await tasks())[0]
  }
  t.match(task, { claim: 3, outcome: { result: 'inconclusive', seen: /地址不在互联网上/ } })
  t.strictSame([site.asked, (await finding()).fixed], [0, 'unknown'])
})

t.test(
  'S38 as the worker does it nothing of this machine is fetched, whatever it is called',
  async (t) => {
    const site = await column(t, '2022-09-05')
    const { answer, tasks, address, key, alarms } = await setting(t, site.port, {
      host: 'localhost',
    })
    await answer()
    t.equal(
      lookingOf(null, [key], () => undefined),
      null,
      'off unless configured',
    )
    const keys = ['no key', key]
    const looking = lookingOf({ api: address, ranges: [] }, keys, (told) => alarms.push(told))
    t.teardown(() => looking?.stop())
    let [task] = await tasks()
    for (let left = 200; left > 0 && task?.status !== 'claimed'; left -= 1) {
      await sleep(50)
      task = (await tasks())[0]
    }
    await looking?.stop()
    t.equal(task?.status, 'claimed', 'also where another key is none')
    t.strictSame([site.asked, alarms], [0, ['re-tests are not looked at']])
  },
)

t.test('what no page can show is left to other tools', async (t) => {
  const site = await column(t, '2022-09-05')
  for (const wish of [{ place: '工作动态' }, { indicator_id: 'WD-08' }]) {
    const { answer, look, tasks } = await setting(t, site.port, wish)
    await answer()
    look()
    await sleep(500)
    t.match(await tasks(), [{ status: 'open', claim: 0 }], Object.keys(wish).join())
    t.equal(site.asked, 0)
  }
})

t.test('what is looked for is what the office’s policy says', async (t) => {
  const site = await column(t, '2022-06-01')
  const policy = { recipes: { 'WD-04': ['document', 'link_answers'] } }
  const { answer, look, settled, handler, id } = await setting(t, site.port, { policy })
  await answer()
  look()
  const [task] = await settled()
  t.strictSame(task?.object.proves, ['document', 'link_answers'])
  t.match(task?.outcome, { result: 'pass', seen: /能够打开/ })
  const { body } = await handler(retestOperations.getFindingRetests, { params: { id } })
  t.strictSame(body.tasks[0]?.object.proves, task?.object.proves, 'and the office is told the same')
})
