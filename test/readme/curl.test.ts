import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import t from 'tap'
import { pathWithCurl } from './path-with-curl.js'

const run = promisify(execFile)

t.test('the stand-in for curl sends what the README’s commands say', async (t) => {
  const server = createServer((request, response) => {
    request.setEncoding('utf8')
    let body = ''
    request.on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', () => {
      response.setHeader('etag', '"3"')
      const { method, url, headers } = request
      response.end(JSON.stringify({ method, url, token: headers.authorization, body }))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  t.teardown(() => server.close())
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const path = pathWithCurl(t, 'stand-in')
  const bash = async (script: string) =>
    (await run('bash', ['-c', script], { env: { ...process.env, PATH: path } })).stdout

  t.same(JSON.parse(await bash(`curl -s -H "Authorization: Bearer a" '${base}/x?y=1'`)), {
    ...{ method: 'GET', url: '/x?y=1', token: 'Bearer a', body: '' },
  })
  t.match(await bash(`curl -s -X POST -d '{"a":1}' ${base}/x`), /"method":"POST".*\{\\"a\\":1\}/)
  t.match(await bash(`curl -s -D - -o /dev/null ${base}/x`), /^HTTP\/1\.1 200[\s\S]*etag: "3"\r\n/)
  const form = `echo 页面 | curl -s -F masked=true -F 'file=@-;filename=page.txt;type=text/plain' ${base}/x`
  t.match(await bash(form), /masked.*true.*filename=.*page\.txt.*text\/plain.*页面/)
})
