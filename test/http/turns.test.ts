import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import Fastify from 'fastify'
import t, { type Test } from 'tap'
import { addErrorHandler } from '../../src/http/frame/error-handler.js'
import { ProblemError } from '../../src/http/frame/problem-error.js'
import { addTurns, type TurnLimits } from '../../src/http/frame/turns.js'

/** A server whose work ends when it is told to. */
async function scene(t: Test, limits: TurnLimits) {
  const failures: string[] = []
  const stream = { write: (line: string) => void failures.push(line) }
  const app = Fastify({ logger: { level: 'error', stream } })
  addErrorHandler(app)
  addTurns(app, limits)
  const begun: (() => void)[] = []
  const work = () => new Promise<string>((end) => begun.push(() => end('done')))
  app.get('/work', { config: { policy: 'authenticated' } }, work)
  app.post('/work', { config: { policy: 'authenticated' } }, work)
  app.post('/upload', { config: { policy: 'authenticated', streams: true } }, async () => 'taken')
  app.get('/large', { config: { policy: 'authenticated' } }, async () => 'x'.repeat(20_000_000))
  app.get('/broken', { config: { policy: 'public' } }, async () => {
    throw new Error('broken')
  })
  app.get('/pressed', { config: { policy: 'public' } }, async () => {
    throw new ProblemError('OVERLOADED')
  })
  app.get('/health', { config: { policy: 'public' } }, async () => 'well')
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  t.teardown(() => app.close())
  const ask = async (path = '/work') => {
    const answer = await fetch(`${address}${path}`)
    const { status, headers } = answer
    return { status, text: await answer.text(), retry: headers.get('retry-after') }
  }
  const until = async (count: number) => {
    for (let left = 100; begun.length < count && left > 0; left -= 1) await sleep(10)
    t.equal(begun.length, count, `${count} begun`)
  }
  return { port: Number(new URL(address).port), begun, ask, until, failures }
}

t.test(
  'S24 no work is begun beyond what can be ended; the rest waits, and not for long',
  async (t) => {
    const limits = { atWork: 2, waiting: 2, patience: 2_000 }
    const { begun, ask, until, failures } = await scene(t, limits)
    const first = [ask(), ask()]
    await until(2)
    const second = [ask(), ask()]
    await sleep(100)
    const since = performance.now()
    const beyond = await ask()
    t.ok(performance.now() - since < 1_500, 'told at once')
    t.equal(beyond.status, 503, 'nobody waits behind so many')
    t.match(beyond.text, /"code":"OVERLOADED"/)
    t.equal(beyond.retry, '5')
    t.equal((await ask('/health')).status, 200, 'whoever asks for its health is answered')
    begun[0]?.()
    await until(3)
    t.equal((await second[1])?.status, 503, 'who has waited too long')
    begun[1]?.()
    begun[2]?.()
    for (const one of [...first, second[0]]) t.equal((await one)?.status, 200)
    const after = [ask(), ask()]
    await until(5)
    begun[3]?.()
    begun[4]?.()
    t.same(
      (await Promise.all(after)).map(({ status }) => status),
      [200, 200],
      'all turns are back',
    )
    t.strictSame(failures, [], 'a line for each who is turned away would be a load of its own')
    t.equal((await ask('/broken')).status, 500)
    t.equal((await ask('/pressed')).status, 503)
    t.equal(failures.length, 2, 'and what is our own failure has one')
    t.match(failures, [/"INTERNAL"/, /"OVERLOADED"/])
  },
)

t.test('S21 S24 whoever sends slowly, or has gone, takes nobody’s turn', async (t) => {
  const { port, begun, ask, until } = await scene(t, { atWork: 1, waiting: 5, patience: 300 })
  const slow = connect(port, '127.0.0.1')
  const head = 'host: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{'
  slow.write(`POST /work HTTP/1.1\r\n${head}`)
  await sleep(50)
  const one = ask()
  await until(1)
  begun[0]?.()
  t.equal((await one).status, 200)
  slow.destroy()

  const reader = connect(port, '127.0.0.1').pause()
  reader.write('GET /large HTTP/1.1\r\nhost: x\r\n\r\n')
  await sleep(200)
  t.equal((await ask('/large')).status, 200, 'who reads slowly has had their turn')
  reader.destroy()

  const gone = connect(port, '127.0.0.1')
  gone.write('GET /work HTTP/1.1\r\nhost: x\r\n\r\n')
  await until(2)
  gone.destroy()
  await sleep(50)
  const next = ask()
  await until(3)
  begun[2]?.()
  t.equal((await next).status, 200, 'the turn of one who has gone is free')
})
