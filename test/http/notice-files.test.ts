import t from 'tap'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import { LARGEST_PAPER } from '../../src/notices/read-paper.js'
import { compound } from '../files/compounds.js'
import { p, wordOf } from '../notices/office-files.js'
import { checkedProblem, type TestServer, testServer } from './support.js'
import { form, type Part } from './uploads.js'

t.setTimeout(120_000)

const WORDS = '市教育局“招生考试”栏目超过6个月未更新。'
const docx: Part = { name: 'file', content: wordOf(p(WORDS)), filename: '通报.docx' }

async function send(server: TestServer, parts: readonly Part[], role = 'office.handler') {
  const { payload, type } = form(parts)
  const who =
    role === 'office.handler' ? server.office.officer('office.handler') : server.office.member(0)
  const answer = await server.app.inject({
    method: 'POST',
    url: '/v1/notices/read',
    headers: { authorization: `Bearer ${await server.token(who)}`, 'content-type': type },
    payload,
  })
  const said: unknown = JSON.parse(answer.payload)
  if (answer.statusCode < 400) return noticeOperations.readNotice.response.parse(said)
  const { code, errors } = checkedProblem(answer.headers, said)
  return { code, pointers: errors.map(({ pointer }) => pointer) }
}

t.test('a file becomes the draft its text would, with the text it was read in', async (t) => {
  const server = await testServer(t, { units: 1 })
  const handler = server.as(server.office.officer('office.handler'))
  const { body: ofText } = await handler(noticeOperations.readNotice, { body: { text: WORDS } })
  t.strictSame(ofText.source, { kind: 'text', text: WORDS, notes: [] })
  const ofFile = await send(server, [docx])
  t.strictSame(ofFile, { ...ofText, source: { kind: 'docx', text: WORDS, notes: [] } })
  t.equal(ofText.findings.length, 1)
  await t.test('and is refused with the reason', async (t) => {
    const file = (content: Buffer | string, filename = 'a'): Part => ({
      ...{ name: 'file', content, filename },
    })
    const code = async (...parts: readonly Part[]) => send(server, parts)
    t.strictSame(await code(file(compound(['WordDocument']), '通报.doc')), {
      ...{ code: 'OLD_FORMAT', pointers: [] },
    })
    t.match(await code(file('text', '截图.png')), { code: 'FILE_WITHOUT_TEXT' })
    t.match(await code(file(Buffer.alloc(LARGEST_PAPER + 1, 0x61))), { code: 'BODY_TOO_LARGE' })
    t.strictSame(await code(docx, docx), { code: 'VALIDATION_FAILED', pointers: ['/file'] })
    t.strictSame(await code({ name: 'masked', content: 'true' }, docx), {
      ...{ code: 'VALIDATION_FAILED', pointers: ['/masked'] },
    })
    t.strictSame(await code(), { code: 'VALIDATION_FAILED', pointers: ['/file'] })
    t.match(await send(server, [docx], 'unit'), { code: 'ROLE_NOT_ALLOWED' })
    const none = await handler(noticeOperations.readNotice, { body: {} })
    t.equal(none.code, 'VALIDATION_FAILED')
  })
})
