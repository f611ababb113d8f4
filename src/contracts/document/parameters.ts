import type { z } from 'zod'
import type { Operation } from '../operation.js'
import { type JsonSchema, parameterSchema } from './schemas.js'

const text = { type: 'string' }

const reference = (name: string) => ({ $ref: `#/components/parameters/${name}` })

/** Headers that many operations share. */
export const COMMON_PARAMETERS = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: '每次新的请求用一个新键；重试同一请求用同一个键，不会重复办理。',
    schema: { ...text, minLength: 1, maxLength: 200 },
    example: '8e03978e-40d5-43dd-bc93-6894a57f9324',
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: '您所看到的版本：上一次读取时的 ETag。',
    schema: text,
    example: '"3"',
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    required: false,
    description: '已有的版本；没有变化时答复 304，不含内容。',
    schema: text,
  },
  OfficeId: {
    name: 'Office-Id',
    in: 'header',
    required: false,
    description: '在多个办公室任职的人，用它指明是哪一个。',
    schema: { ...text, format: 'uuid' },
  },
  OnBehalfOf: {
    name: 'On-Behalf-Of',
    in: 'header',
    required: false,
    description:
      '单位门户以密钥调用时必填：本单位哪一位人员（人员编号或登录标识）；其他调用者不得使用。',
    schema: { ...text, maxLength: 300 },
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    required: false,
    description: '错误说明的语言：zh-CN（缺省）或 en。',
    schema: text,
  },
} as const

/** A header that only an actual write asks for. */
function unlessTried(name: 'IdempotencyKey' | 'IfMatch', { dry_run }: Operation): JsonSchema {
  if (!dry_run) return reference(name)
  const { description, ...header } = COMMON_PARAMETERS[name]
  return { ...header, required: false, description: `${description}试算时不需要。` }
}

/** Path, query and header parameters of one operation. */
export function parametersOf(operation: Operation): JsonSchema[] {
  const { params, query, policy, method, idempotent, if_match, digest } = operation
  return [
    ...fields(params, 'path'),
    ...fields(query, 'query'),
    ...(idempotent ? [unlessTried('IdempotencyKey', operation)] : []),
    ...(if_match ? [unlessTried('IfMatch', operation)] : []),
    ...(digest && method === 'GET' ? [reference('IfNoneMatch')] : []),
    ...(policy === 'public' ? [] : [reference('OfficeId'), reference('OnBehalfOf')]),
    reference('AcceptLanguage'),
  ]
}

function fields(object: z.ZodObject | undefined, place: 'path' | 'query'): JsonSchema[] {
  return Object.entries(object?.shape ?? {}).map(([name, field]) => {
    const schema = parameterSchema(field as z.ZodType)
    const required = !(field as z.ZodType).safeParse(undefined).success
    const list = schema.type === 'array' ? { style: 'form', explode: false } : {}
    return { name, in: place, required, ...list, schema }
  })
}
