import type { Principal } from '../../src/commands/principal.js'
import { evidenceOperations } from '../../src/contracts/evidence.js'
import { type Carry, checkedProblem, newKey, type TestServer } from './support.js'

/** A PNG of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

export interface Part {
  name: string
  content: Buffer | string
  filename?: string
  type?: string
}

/** The bytes of a multipart form and the header that goes with them. */
export function form(parts: readonly Part[]): { payload: Buffer; type: string } {
  const boundary = '----test-boundary'
  const chunks = parts.flatMap(({ name, content, filename, type }) => [
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"`,
    filename === undefined ? '' : `; filename="${filename}"`,
    type === undefined ? '' : `\r\ncontent-type: ${type}`,
    '\r\n\r\n',
    content,
    '\r\n',
  ])
  const all = [...chunks, `--${boundary}--\r\n`].map((chunk) => Buffer.from(chunk))
  return { payload: Buffer.concat(all), type: `multipart/form-data; boundary=${boundary}` }
}

/** What an upload has to say of personal data in it. */
export const ORIGINAL: Part = { name: 'masked', content: 'false' }

/** The parts of an upload that says of what sort it is; an original where it does not. */
export function withSort(parts: readonly Part[]): readonly Part[] {
  return parts.some(({ name }) => name === ORIGINAL.name) ? parts : [ORIGINAL, ...parts]
}

/** Sends a form to the upload as somebody; an original unless it says otherwise. */
export async function upload(
  { app, token }: TestServer,
  principal: Principal,
  parts: readonly Part[],
  key = newKey(),
) {
  return uploadOver((request) => app.inject(request), await token(principal), parts, key)
}

/** The same over whatever carries requests. */
export async function uploadOver(
  carry: Carry,
  token: string,
  parts: readonly Part[],
  key = newKey(),
) {
  const { payload, type } = form(withSort(parts))
  const answer = await carry({
    method: 'POST',
    url: '/v1/evidence',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': type,
      'idempotency-key': key,
    },
    payload,
  })
  const said: unknown = JSON.parse(answer.payload)
  const failed = answer.statusCode >= 400
  return {
    status: answer.statusCode,
    code: failed ? checkedProblem(answer.headers, said).code : null,
    text: answer.payload,
    headers: answer.headers,
  }
}

/** Uploads a picture and returns what is known of it. */
export async function uploaded(server: TestServer, principal: Principal, content: Buffer = PNG) {
  const picture = { name: 'file', content, filename: '截图.png', type: 'image/png' }
  const answer = await upload(server, principal, [picture])
  const { response } = evidenceOperations.uploadEvidence
  return { status: answer.status, body: response.parse(JSON.parse(answer.text)) }
}

/** A file of text. */
export const text = (content: string, filename = 'a.txt'): Part => ({
  ...{ name: 'file', content, filename, type: 'text/plain' },
})

/** Uploads and returns what is known of it. */
export async function entered(server: TestServer, who: Principal, parts: readonly Part[]) {
  const answer = await upload(server, who, parts)
  return evidenceOperations.uploadEvidence.response.parse(JSON.parse(answer.text))
}

/** What somebody is told who opens a file, or asks for its head. */
export async function asks(
  server: TestServer,
  who: Principal,
  id: string,
  method: 'GET' | 'HEAD' = 'GET',
) {
  const headers = { authorization: `Bearer ${await server.token(who)}` }
  return server.app.inject({ method, url: `/v1/evidence/${id}`, headers })
}
