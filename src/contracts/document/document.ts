import { problemsOf } from '../implied.js'
import { scopesThatOpen } from '../key-scopes.js'
import type { Operation } from '../operation.js'
import { COMMON_PARAMETERS, parametersOf } from './parameters.js'
import { problemResponses, responsesOf } from './responses.js'
import { componentSchemas, type JsonSchema, schemaOf } from './schemas.js'

/** The version of the interface, not of the software: it grows when the document does. */
export const API_VERSION = '1.0.0'

const DESCRIPTION = `通报印发后，每个问题从交办、签收、整改、反馈、初核到复核销号，逐项跟踪到底。

- 时间一律为 UTC（RFC 3339）；日期为办公室所在时区的日期；时限按工作日计算。
- 单位只看到已印发给本单位的问题；监测单位看到全部已印发的问题，看不到草稿和内部批注。
- 每次写入都要带 \`Idempotency-Key\`；办理已读取的内容还要带 \`If-Match\`。
- 出错时答复 \`application/problem+json\`，以 \`code\` 区分，全部代码见 \`/v1/problems\`。`

/** The OpenAPI 3.1 document of a table of operations; the same table always gives the same document. */
export function openApiDocument(operations: readonly Operation[]) {
  const paths: Record<string, Record<string, JsonSchema>> = {}
  for (const operation of operations) {
    const item = paths[operation.path] ?? {}
    item[operation.method.toLowerCase()] = describe(operation)
    paths[operation.path] = item
  }
  return {
    openapi: '3.1.0',
    info: { title: '整改', version: API_VERSION, description: DESCRIPTION },
    servers: [{ url: '/' }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    security: [{ bearer: [] }],
    paths,
    components: {
      schemas: componentSchemas(),
      parameters: COMMON_PARAMETERS,
      responses: problemResponses(operations),
      securitySchemes: {
        bearer: {
          ...{ type: 'http', scheme: 'bearer' },
          description: '访问令牌（JWT），或服务账号的密钥（zgk_ 开头）。',
        },
      },
    },
  } as const
}

function describe(operation: Operation): JsonSchema {
  const { id, tag, summary, policy, tool_key, step_up, body, upload } = operation
  const scopes = scopesThatOpen(id)
  return {
    operationId: id,
    tags: [tag],
    summary,
    'x-policy': policy,
    ...(step_up ? { 'x-step-up': true } : {}),
    ...(tool_key ? { 'x-tool-key': true } : {}),
    ...(scopes.length > 0 ? { 'x-key-scopes': scopes } : {}),
    'x-problem-codes': problemsOf(operation),
    ...(policy === 'public' ? { security: [] } : {}),
    parameters: parametersOf(operation),
    ...(body ? { requestBody: upload ? form(operation) : json(operation) } : {}),
    responses: responsesOf(operation),
  }
}

function json({ body, ndjson, file = false }: Operation): JsonSchema {
  const schema = body ? schemaOf(body) : {}
  const required = body ? !body.safeParse({}).success : false
  const lines = ndjson ? { 'application/x-ndjson': { schema: schemaOf(ndjson) } } : {}
  const form = file ? { 'multipart/form-data': { schema: FILE } } : {}
  return { required, content: { 'application/json': { schema }, ...lines, ...form } }
}

/** A form that has its file in it. */
const FILE = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
}

/** The fields come first, the file last, so that it can be streamed. */
function form({ body }: Operation): JsonSchema {
  const schema = { allOf: [body ? schemaOf(body) : {}, FILE] }
  return { required: true, content: { 'multipart/form-data': { schema } } }
}
