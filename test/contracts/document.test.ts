import t from 'tap'
import { openApiDocument } from '../../src/contracts/document/document.js'
import { SCHEMAS } from '../../src/contracts/named.js'
import { OPERATIONS } from '../../src/contracts/operations.js'
import { STATE_LABELS } from '../../src/domain/labels.js'

const document = openApiDocument(OPERATIONS)
const text = JSON.stringify(document)

t.test('the document is made anew alike', async (t) => {
  t.equal(JSON.stringify(openApiDocument(OPERATIONS)), text)
  t.equal(document.openapi, '3.1.0')
})

t.test('every reference leads somewhere, and no component is left over', async (t) => {
  const known = new Set<string>(
    (['schemas', 'parameters', 'responses'] as const).flatMap((kind) =>
      Object.keys(document.components[kind]).map((name) => `#/components/${kind}/${name}`),
    ),
  )
  const used = new Set(Array.from(text.matchAll(/"\$ref":"([^"]+)"/g), ([, ref]) => ref ?? ''))
  t.same(
    [...used].filter((ref) => !known.has(ref)),
    [],
  )
  t.same(
    [...known].filter((ref) => !used.has(ref)),
    [],
  )
})

t.test('every operation says who may call it and what may go wrong', async (t) => {
  for (const { path, method, id, policy } of OPERATIONS) {
    const described = document.paths[path]?.[method.toLowerCase()]
    t.match(described, { operationId: id, 'x-policy': policy })
    t.ok(Array.isArray(described?.['x-problem-codes']))
  }
})

t.test('nothing of zod strays into the document', async (t) => {
  for (const word of ['__SCHEMA', '"$schema"', '"$id"', '9007199254740991']) {
    t.notOk(text.includes(word), word)
  }
})

t.test('objects are closed, enumerated values have their Chinese words', async (t) => {
  const { schemas } = document.components
  t.same(schemas.State?.['x-enum-labels'], STATE_LABELS)
  for (const [name, schema] of Object.entries(schemas)) {
    if (schema.type === 'object') t.equal(schema.additionalProperties, false, name)
    if (schema.enum && schema['x-enum-labels']) {
      t.same(Object.keys(schema['x-enum-labels']), schema.enum, name)
    }
  }
})

t.test('messages without a name are refused', async (t) => {
  const [first, ...rest] = OPERATIONS
  const unnamed = SCHEMAS.get(OPERATIONS[0]?.response ?? ({} as never))
  t.ok(unnamed, 'the first operation has a named answer')
  const body = rest.find((operation) => operation.query)?.query
  t.throws(() => openApiDocument(first && body ? [{ ...first, response: body }] : []), {
    name: 'RangeError',
  })
})
