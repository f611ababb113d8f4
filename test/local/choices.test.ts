import { createServer } from 'node:net'
import t, { type Test } from 'tap'
import { ownChildren } from '../../src/local/children.js'
import { freePort, httpAddress } from '../../src/local/ports.js'
import { useDatabase, useTemporal } from '../../src/local/servers.js'
import { startSystem } from '../../src/local/system.js'

const say = () => undefined
const stop = new AbortController().signal

function around(t: Test) {
  const folder = t.testdir()
  const children = ownChildren(`${folder}/children.json`)
  t.teardown(() => children.stopAll())
  return { children, common: { folder, env: process.env, say } }
}

t.test('a port in use is one sentence with another port, before anything is started', async (t) => {
  const { children, common } = around(t)
  const other = createServer()
  const port = await freePort()
  await new Promise<void>((listening) => other.listen(port, '127.0.0.1', listening))
  t.teardown(() => other.close())
  const starting = startSystem(children, {
    ...common,
    http: { host: '127.0.0.1', port },
    temporal: { address: null, namespace: 'default', cli: null },
    secrets: {
      databaseUrl: null,
      apiDatabaseUrl: null,
      workerDatabaseUrl: null,
      cursorSecret: null,
    },
    environment: () => process.env,
    stop,
  })
  await t.rejects(starting, { code: 'TROUBLE', message: `PORT=${port + 1} npm start` })
})

t.test('servers that were given and do not answer are named with the remedy', async (t) => {
  const { children, common } = around(t)
  const place = `127.0.0.1:${await freePort()}`
  const url = `postgres://somebody:hidden@${place}/x`
  const database = await useDatabase(children, { ...common, url }).catch(String)
  t.match(database, `DATABASE_URL 指向的 Postgres（${place}）用不了`)
  t.match(database, '去掉 DATABASE_URL')
  t.notMatch(database, 'hidden')
  const temporal = { ...common, address: place, cli: null, namespace: 'default', stop }
  await t.rejects(useTemporal(children, temporal), { code: 'TROUBLE', message: 'TEMPORAL_ADDRESS' })
})

t.test('an address is one that can be opened', async (t) => {
  t.equal(httpAddress('127.0.0.1', 8080), 'http://127.0.0.1:8080')
  t.equal(httpAddress('::1', 8080), 'http://[::1]:8080')
})
