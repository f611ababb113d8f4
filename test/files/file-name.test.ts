import { createServer } from 'node:http'
import fc from 'fast-check'
import t from 'tap'
import { attachmentHeader, cleanFileName } from '../../src/files/file-name.js'

/** Reads filename* as RFC 8187 has it. */
function nameIn(header: string): string {
  const encoded = /; filename\*=UTF-8''([A-Za-z0-9!#$&+.^_`|~%-]+)$/.exec(header)?.[1]
  return decodeURIComponent(encoded ?? '')
}

const TOKEN =
  /^attachment; filename="[\x20\x21\x23-\x24\x26-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/

t.test('names come out of a header as they went in', async (t) => {
  for (const name of [
    '整改报告(盖章).pdf',
    '第3项 截图“前后”.png',
    "it's 100% (done)*.txt",
    '𠮷野家.docx',
  ]) {
    const clean = cleanFileName(name)
    t.equal(nameIn(attachmentHeader(name)), clean)
    t.match(attachmentHeader(name), TOKEN)
  }
  t.equal(
    attachmentHeader('报告.pdf'),
    `attachment; filename="__.pdf"; filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf`,
  )
})

t.test('S33 a name never leads anywhere nor hides anything', async (t) => {
  const cases: readonly (readonly [string, string])[] = [
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\system32\\cmd.exe', 'cmd.exe'],
    ['/abs/olute.pdf', 'olute.pdf'],
    ['a\u0000b.pdf', 'a_b.pdf'],
    ['a"\r\nSet-Cookie: x=1.pdf', 'a___Set-Cookie_ x=1.pdf'],
    ['fdp.\u202eexe', 'fdp.exe'],
    ['a\u200bb\ufeff.pdf', 'ab.pdf'],
    ['half\ud800.pdf', 'half.pdf'],
    ['con.pdf', '_con.pdf'],
    ['NUL', '_NUL'],
    ['console.pdf', 'console.pdf'],
    ['. .hidden. ', 'hidden'],
    ['..', 'file'],
    ['', 'file'],
    ['dir/', 'file'],
    ['e\u0301.pdf', '\u00e9.pdf'],
  ]
  for (const [name, clean] of cases) t.equal(cleanFileName(name), clean, JSON.stringify(name))
})

t.test('a long name keeps its beginning and its extension', async (t) => {
  const clean = cleanFileName(`${'长'.repeat(300)}.xlsx`)
  t.equal(Array.from(clean).length, 120)
  t.ok(clean.startsWith('长长') && clean.endsWith('长.xlsx'))
  t.equal(Array.from(cleanFileName('长'.repeat(300))).length, 120)
})

t.test('S34 no name at all breaks the header', async (t) => {
  const anyName = fc.string({ unit: 'binary', maxLength: 400 })
  const holds = fc.property(anyName, (name) => {
    const header = attachmentHeader(name)
    const clean = cleanFileName(name)
    return TOKEN.test(header) && nameIn(header) === clean && cleanFileName(clean) === clean
  })
  t.match(fc.check(holds, { numRuns: 3000 }), { failed: false, counterexample: null })
})

t.test('a real server sends it and a real client reads it', async (t) => {
  const name = '整改"\r\nX-Evil: 1\r\n报告.pdf'
  const server = createServer((_req, res) => {
    res.setHeader('content-disposition', attachmentHeader(name)).end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  t.teardown(() => new Promise<void>((closed) => server.close(() => closed())))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const { headers } = await fetch(`http://127.0.0.1:${port}/`)
  t.equal(headers.get('x-evil'), null)
  t.equal(nameIn(headers.get('content-disposition') ?? ''), cleanFileName(name))
})
