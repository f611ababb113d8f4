import type { AddressInfo } from 'node:net'
import t, { type Test } from 'tap'
import { Pool } from 'undici'
import { instantOf } from '../../src/domain/instant.js'
import { figure } from '../helpers/figure.js'
import { MONDAY } from '../http/notice.js'
import { type TestServer, testServer } from '../http/support.js'
import { type Asked, requestOf, type Visitor, visitors } from './crowd.js'

const UNITS = 50
const REQUESTS = 10_000
/** Far more at once than there are connections to the database, and as many as there are to the server. */
const AT_ONCE = 96
const DATABASE_CONNECTIONS = 4

t.test('S13 10,000 interleaved requests of 50 units: nobody reads a word of another', async (t) => {
  const server = await testServer(t, {
    units: UNITS,
    clock: instantOf(MONDAY),
    connections: DATABASE_CONNECTIONS,
  })
  const crowd = await visitors(server, UNITS)
  const client = await listening(t, server)
  const tally = { asked: 0, checked: 0, own: 0, refused: 0, commands: 0 }
  const wrong: string[] = []

  const visit = async (turn: number) => {
    const visitor = crowd[(turn * 7) % UNITS]
    const stranger = crowd[(turn * 7 + 1 + (turn % (UNITS - 1))) % UNITS]
    if (!visitor || !stranger) return
    const asked = requestOf(turn, visitor, stranger)
    const { statusCode, headers, body } = await client.request({
      method: asked.method,
      path: asked.path,
      headers: { ...asked.headers, authorization: `Bearer ${visitor.token}` },
      ...(asked.body === undefined ? {} : { body: asked.body }),
    })
    const answer = `${JSON.stringify(headers)} ${await body.text()}`
    tally.asked += 1
    const fault = faultOf(asked, visitor, statusCode, answer)
    if (fault) wrong.push(`${visitor.mark} ${asked.method} ${asked.path}: ${fault}`)
    tally.checked += 1
    if (answer.includes(visitor.mark)) tally.own += 1
    if (asked.foreign) tally.refused += 1
    if (asked.method === 'POST' && statusCode === 200) tally.commands += 1
    const { etag } = headers
    if (asked.remembers && typeof etag === 'string') visitor.etag = etag
  }
  /** Whose the words and ids of an answer are, and whether it is the one to be expected. */
  const owners = new Map(crowd.flatMap((one) => [...one.ids].map((id) => [id, one])))
  const faultOf = (asked: Asked, visitor: Visitor, status: number, answer: string) => {
    if (!asked.expected.includes(status)) return `${status} ${answer}`
    const marks = answer.match(/mark-\d+-end/g) ?? []
    const foreign = marks.find((mark) => mark !== visitor.mark)
    if (foreign) return `tells ${foreign}`
    const ids = asked.foreign
      ? []
      : (answer.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [])
    const id = ids.find((one) => owners.has(one) && owners.get(one) !== visitor)
    return id ? `names ${id} of ${owners.get(id)?.mark}` : null
  }

  let next = 0
  const lane = async () => {
    while (next < REQUESTS) {
      next += 1
      await visit(next)
    }
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  const seconds = (performance.now() - begun) / 1_000

  t.same(wrong.slice(0, 5), [])
  t.equal(wrong.length, 0, 'no answer is another’s')
  t.equal(tally.checked, REQUESTS)
  t.ok(tally.own > REQUESTS / 3, `${tally.own} answers say the caller’s own words`)
  t.ok(tally.commands > REQUESTS / 50, `${tally.commands} commands were carried out`)
  figure(
    `${tally.asked} requests of ${UNITS} units, ${AT_ONCE} at once over ${DATABASE_CONNECTIONS} database connections, ` +
      `in ${seconds.toFixed(1)} s: ${tally.checked} answers checked, ${tally.own} with the caller's own mark, ` +
      `${tally.refused} for foreign ids (404), ${tally.commands} commands, ${wrong.length} wrong`,
  )
})

/** A client of the server on a socket that keeps its connections. */
async function listening(t: Test, { app }: TestServer): Promise<Pool> {
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const client = new Pool(`http://127.0.0.1:${port}`, { connections: AT_ONCE, pipelining: 1 })
  t.teardown(() => client.close())
  return client
}
