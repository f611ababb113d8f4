import { connect as connectPlain } from 'node:net'
import { createServer, type TlsOptions } from 'node:tls'
import t, { type Test } from 'tap'
import { connectWorker, openTemporal, type TemporalTls } from '../../src/engine/connection.js'
import { authority } from '../helpers/certificates.js'
import { fromRun } from '../helpers/environment.js'
import { NAMESPACE } from './support.js'

const ours = authority('ours')
const theirs = authority('theirs')

/** The real server behind TLS, as it stands behind a gateway: it lets in whom our authority has certified. */
async function gateway(t: Test, how: TlsOptions): Promise<string> {
  const [host = '', port] = fromRun('TEST_TEMPORAL_ADDRESS').split(':')
  const mutual = { ca: ours.cert, requestCert: true, rejectUnauthorized: true }
  const server = createServer({ ALPNProtocols: ['h2'], ...mutual, ...how }, (socket) => {
    const inner = connectPlain(Number(port), host)
    socket.pipe(inner).pipe(socket)
    for (const [one, other] of [
      [socket, inner],
      [inner, socket],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  t.teardown(() => new Promise<void>((closed) => server.close(() => closed())))
  const address = server.address()
  return `localhost:${typeof address === 'object' ? address?.port : ''}`
}

/** Whether client and worker both reach the server so. */
async function reached(address: string, tls: TemporalTls | null): Promise<boolean[]> {
  const temporal = openTemporal({ address, namespace: NAMESPACE, tls })
  const asked = temporal.call((client) => client.connection.ensureConnected(), 1_500)
  const worker = connectWorker({ address, namespace: NAMESPACE, tls }).then((it) => it.close())
  const [one, other] = await Promise.allSettled([asked, worker])
  await temporal.close()
  return [one, other].map(({ status }) => status === 'fulfilled')
}

t.test(
  'S44 workflows are told and run over TLS with both sides certified, or not at all',
  async (t) => {
    const own = ours.certify('worker')
    const good = { ca: ours.cert, own }
    const server = await gateway(t, ours.certify('localhost'))
    const misnamed = await gateway(t, ours.certify('temporal.example'))
    const over = await gateway(t, ours.certify('localhost', -1))
    // The worker's side tries on for seconds before it gives up: all at once.
    const cases: readonly [what: string, address: string, tls: TemporalTls | null][] = [
      ['another authority', server, { ...good, ca: theirs.cert }],
      ['one nobody named', server, { ...good, ca: null }],
      ['nothing shown of us', server, { ...good, own: null }],
      ['a stranger', server, { ...good, own: theirs.certify('worker') }],
      ['in the clear', server, null],
      ['another name', misnamed, good],
      ['a certificate that is over', over, good],
    ]
    t.strictSame(await reached(server, good), [true, true])
    const outcomes = await Promise.all(cases.map(([, address, tls]) => reached(address, tls)))
    for (const [index, [what]] of cases.entries()) {
      t.strictSame(outcomes[index], [false, false], what)
    }
  },
)
