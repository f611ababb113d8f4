import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import Fastify from 'fastify'
import t from 'tap'
import { createEvidenceStore } from '../../src/files/evidence-store.js'
import { addMultipart } from '../../src/http/external/multipart.js'
import { freeWhenLate, readUpload } from '../../src/http/routes/upload.js'
import { filesIn } from '../files/samples.js'

const PART =
  '--x\r\ncontent-disposition: form-data; name="masked"\r\n\r\nfalse\r\n' +
  '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n' +
  'content-type: text/plain\r\n\r\n'

t.test('S30 a part of 100 bytes that never ends is freed when its time is over', async (t) => {
  const folder = t.testdir()
  const files = createEvidenceStore({ folder, max_bytes: 1_000_000 })
  const app = Fastify({ handlerTimeout: 150 })
  t.teardown(() => app.close())
  await addMultipart(app, 1_000_000)
  const ended: unknown[] = []
  app.post('/', async (request, reply) => {
    freeWhenLate(request, reply)
    const { stream, name, declared_type } = await readUpload(request)
    return files.put(stream, { name, declared_type }).catch((error: unknown) => {
      ended.push(error)
      throw error
    })
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const headers = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': 500_000 }
  const sent = request({ host: '127.0.0.1', port, method: 'POST', path: '/', headers })
  const told = new Promise<number>((resolve) => {
    sent.on('response', (answer) => resolve(answer.resume().statusCode ?? 0))
  })
  const closed = new Promise<void>((resolve) => sent.on('close', resolve))
  sent.on('error', () => {})
  sent.write(PART + 'x'.repeat(100))
  t.equal(await told, 503, 'its sender is told')
  await closed
  for (let i = 0; i < 100 && ended.length === 0; i += 1) await sleep(10)
  t.match(ended, [{ code: 'UPLOAD_ABORTED' }], 'nobody waits for the rest')
  t.same(await filesIn(folder), [], 'and nothing of it is left')
})
