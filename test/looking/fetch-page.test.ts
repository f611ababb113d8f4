import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { rangesOf } from '../../src/looking/addresses.js'
import { fetchPage, type Reach } from '../../src/looking/fetch-page.js'

type Serve = (request: IncomingMessage, answer: ServerResponse) => void

/** A site on one address of this machine, and what was asked of it. */
async function site(t: Test, serve: Serve, address = '127.0.0.1', port = 0) {
  const asked: string[] = []
  const server = createServer((request, answer) => {
    asked.push(request.url ?? '')
    serve(request, answer)
  })
  await new Promise<void>((ready) => server.listen(port, address, ready))
  t.teardown(
    () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  )
  return { asked, port: (server.address() as AddressInfo).port }
}

/** How far the tests go: this machine's first address, under whatever name. */
const reach = (more: Partial<Reach> = {}): Reach => ({
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  ...{ allowed: rangesOf(['127.0.0.1/32']), max_bytes: 10_000, patience: 2_000, redirects: 3 },
  ...more,
})

const html = (answer: ServerResponse, body: string | Buffer, headers = {}) =>
  answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)

t.test('a page of the site is seen, in its own characters', async (t) => {
  const gbk = Buffer.from([0xb5, 0xc7, 0xc2, 0xbd])
  const { port } = await site(t, ({ url }, answer) => {
    if (url === '/gone') answer.writeHead(404, { 'content-type': 'text/html' }).end('没有')
    else if (url === '/gbk') html(answer, gbk, { 'content-type': 'text/html; charset=gbk' })
    else if (url === '/meta') {
      const body = Buffer.concat([Buffer.from('<meta charset="gb2312">'), gbk])
      html(answer, body, { 'content-type': 'text/html' })
    } else if (url === '/odd') html(answer, 'ok', { 'content-type': 'text/html; charset=none' })
    else if (url === '/file') html(answer, 'x'.repeat(50), { 'content-type': 'application/pdf' })
    else if (url === '/moved') answer.writeHead(302, { location: '/' }).end()
    else html(answer, '你好')
  })
  const home = new URL(`http://www.example.gov.cn:${port}/`)
  const see = (path: string) => fetchPage(new URL(path, home), home, reach())
  t.match(await see('/'), { kind: 'seen', status: 200, text: '你好' })
  t.match(await see('/gone'), { kind: 'seen', status: 404 })
  t.match(await see('/gbk'), { text: '登陆' })
  t.match(await see('/meta'), { text: /登陆$/ })
  t.match(await see('/odd'), { text: 'ok' })
  t.match(await see('/file'), { kind: 'seen', text: '' }, 'of another file only that it is there')
  t.match(await see('/moved'), { url: home.href, text: '你好' })
})

t.test('S38 nothing is asked of an address that is not anybody’s', async (t) => {
  const { port, asked } = await site(t, (_, answer) => html(answer, '内部'))
  const home = new URL(`http://www.example.gov.cn:${port}/`)
  const told = async (...all: string[]) =>
    fetchPage(home, home, {
      ...reach({ allowed: [] }),
      resolve: async () =>
        all.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    })
  const refused = { kind: 'unseen', why: 'not_public' }
  for (const address of ['127.0.0.1', '::1', '10.0.0.1', '169.254.169.254', '::ffff:127.0.0.1']) {
    t.strictSame(await told(address), refused, address)
  }
  t.strictSame(await told('8.8.8.8', '127.0.0.1'), refused, 'nor where one of several is')
  t.strictSame(await told(), refused)
  t.strictSame(asked, [])
})

const LITERAL = [
  ...['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0x7f.1', '0177.0.0.1', '017700000001'],
  ...[
    '0',
    '0.0.0.0',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[0:0:0:0:0:0:0:1]',
  ],
  ...[
    '１２７.0.0.1',
    '127。0。0。1',
    '①②⑦.⓪.⓪.①',
    '169.254.169.254',
    '0xa9fea9fe',
    '[fd00:ec2::254]',
  ],
]

t.test('S38 a literal address is judged like any other, however it is written', async (t) => {
  const { port, asked } = await site(t, (_, answer) => html(answer, '内部'))
  for (const host of LITERAL) {
    const home = new URL(`http://${host}:${port}/`)
    const told = await fetchPage(home, home, reach({ allowed: [] }))
    t.strictSame(told, { kind: 'unseen', why: 'not_public' }, host)
  }
  t.strictSame(asked, [])
})

t.test('S38 a name that changes its address between two hops leads nowhere', async (t) => {
  const first = await site(t, (_, answer) => answer.writeHead(302, { location: '/inside' }).end())
  const inside = await site(t, (_, answer) => html(answer, '内部'), '127.0.0.2', first.port)
  const home = new URL(`http://www.example.gov.cn:${first.port}/`)
  let times = 0
  const resolve = async () => {
    times += 1
    return [{ address: times === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]
  }
  t.strictSame(await fetchPage(home, home, reach({ resolve })), {
    ...{ kind: 'unseen', why: 'not_public' },
  })
  t.strictSame([times, first.asked, inside.asked], [2, ['/'], []])
})

t.test('S38 one name is asked once for one connection, which is to that address', async (t) => {
  const { port, asked } = await site(t, (_, answer) => html(answer, '你好'))
  const home = new URL(`http://www.example.gov.cn:${port}/`)
  let times = 0
  const resolve = async () => {
    times += 1
    return [{ address: times === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }]
  }
  t.match(await fetchPage(home, home, reach({ resolve })), { text: '你好' })
  t.strictSame([times, asked], [1, ['/']])
})

t.test('S38 no hop leaves the site', async (t) => {
  const elsewhere = await site(t, (_, answer) => html(answer, '别处'))
  const { port } = await site(t, ({ url }, answer) =>
    answer.writeHead(302, { location: decodeURIComponent(url?.slice(1) ?? '') }).end(),
  )
  const home = new URL(`http://www.example.gov.cn:${port}/`)
  const to = (location: string) =>
    fetchPage(new URL(`/${encodeURIComponent(location)}`, home), home, reach())
  for (const location of [
    ...['http://169.254.169.254/latest/meta-data/', `http://127.0.0.1:${elsewhere.port}/`],
    ...['http://www.example.gov.cn/', `http://example.gov.cn:${port}/`, 'file:///etc/passwd'],
    ...[`http://www.example.gov.cn.:${port}/`, `http://a@www.example.gov.cn:${port}/`],
    ...[`//evil.example:${port}/`, `ftp://www.example.gov.cn:${port}/`],
  ]) {
    t.strictSame(await to(location), { kind: 'unseen', why: 'not_listed' }, location)
  }
  t.strictSame(await to('http://['), { kind: 'unseen', why: 'unreadable' })
  const around = new URL(`/${encodeURIComponent('/x')}`, home)
  t.equal((await fetchPage(around, home, reach({ redirects: 0 }))).kind, 'unseen')
  t.strictSame(elsewhere.asked, [])
})

t.test('S40 a page is bounded in size, time and hops', async (t) => {
  const { port, asked } = await site(t, ({ url }, answer) => {
    if (url === '/loop') answer.writeHead(302, { location: '/loop' }).end()
    else if (url === '/packed') html(answer, gzipSync('x'), { 'content-encoding': 'gzip' })
    else answer.socket?.destroy()
  })
  const endless = await site(t, ({ url }, answer) => {
    const slow = url === '/slow'
    answer.writeHead(200, { 'content-type': 'text/html' })
    const more = setInterval(() => answer.write('x'.repeat(slow ? 1 : 1_000)), slow ? 50 : 1)
    answer.on('close', () => clearInterval(more))
  })
  const see = (at: number, path: string, more: Partial<Reach> = {}) => {
    const home = new URL(`http://www.example.gov.cn:${at}/`)
    return fetchPage(new URL(path, home), home, reach(more))
  }
  const unseen = (why: string) => ({ kind: 'unseen', why })
  t.strictSame(await see(port, '/loop'), unseen('sent_around'))
  t.equal(asked.length, 4, 'and three hops at most')
  t.strictSame(await see(port, '/packed'), unseen('unreadable'))
  t.strictSame(await see(port, '/cut'), unseen('no_answer'))
  t.strictSame(await see(endless.port, '/'), unseen('too_large'))
  t.strictSame(await see(endless.port, '/slow', { patience: 300 }), unseen('too_slow'))
  t.strictSame(await see(1, '/'), unseen('no_answer'), 'where nobody listens')
  const resolve = () => Promise.reject(new Error('ENOTFOUND'))
  t.strictSame(await see(port, '/', { resolve }), unseen('no_answer'), 'and nobody is called so')
})
