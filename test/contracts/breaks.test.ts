import { readFileSync } from 'node:fs'
import t from 'tap'
import { breaksOf } from '../../src/contracts/document/breaks.js'
import { openApiDocument } from '../../src/contracts/document/document.js'
import { type Shape, type Surface, surface } from '../../src/contracts/document/surface.js'
import { OPERATIONS } from '../../src/contracts/operations.js'

const released = surface.parse(JSON.parse(readFileSync('openapi/released.json', 'utf8')))
const document = openApiDocument(OPERATIONS)

t.test('S56 nothing the last release promised is taken back', async (t) => {
  t.same(breaksOf(released, surface.parse(document)), [])
  t.ok(Object.keys(released.paths).length > 100)
})

const text = { type: 'string' }
const page = { $ref: '#/components/schemas/Page' }

/** A small interface, made anew each time so that one may change it. */
function small(): Surface {
  const schemas: Record<string, Shape> = {
    Page: {
      type: 'object',
      required: ['items'],
      properties: { items: { type: 'array', items: { $ref: '#/components/schemas/Item' } } },
    },
    Item: {
      type: 'object',
      required: ['id', 'state', 'next'],
      properties: {
        id: text,
        state: { type: 'string', enum: ['open', 'closed'] },
        next: { anyOf: [page, { type: 'null' }] },
      },
    },
    Entry: {
      type: 'object',
      required: ['name'],
      properties: {
        name: text,
        note: text,
        how: { oneOf: [tagged('mail', 'to'), tagged('paper', 'on')] },
      },
    },
  }
  const body = (schema: Shape) => ({ 'application/json': { schema } })
  return {
    info: { version: '1.2.0' },
    paths: {
      '/items': {
        get: {
          operationId: 'listItems',
          parameters: [
            { $ref: '#/components/parameters/Office' },
            { name: 'limit', in: 'query', required: false, schema: { type: 'integer' } },
          ],
          responses: { 200: { content: body(page) }, 404: { content: {} } },
        },
        post: {
          operationId: 'enterItem',
          parameters: [],
          requestBody: { content: body({ $ref: '#/components/schemas/Entry' }) },
          responses: { 201: { content: body({ $ref: '#/components/schemas/Item' }) } },
        },
      },
    },
    components: {
      schemas,
      parameters: { Office: { name: 'Office-Id', in: 'header', required: false, schema: text } },
    },
  }
}

function tagged(kind: string, field: string): Shape {
  return {
    type: 'object',
    required: ['kind', field],
    properties: { kind: { type: 'string', const: kind }, [field]: text },
  }
}

type Change = (now: Surface) => void
const schema = (now: Surface, name: string) => now.components.schemas[name] ?? {}
const get = (now: Surface) => now.paths['/items']?.['get']

/** What a change is told as. */
function told(change: Change): string[] {
  const now = small()
  change(now)
  return breaksOf(small(), now)
}

t.test('S56 what is taken back, or asked for anew, is named', async (t) => {
  const breaking: Record<string, Change> = {
    'POST /items is gone': (now) => delete now.paths['/items']?.['post'],
    'GET /items is no longer listItems': (now) =>
      Object.assign(get(now) ?? {}, { operationId: 'items' }),
    'GET /items query limit is gone': (now) => get(now)?.parameters.pop(),
    'GET /items header Office-Id is required now': (now) =>
      Object.assign(now.components.parameters['Office'] ?? {}, { required: true }),
    'GET /items 200 is gone': (now) => delete get(now)?.responses['200'],
    'told Item.state closed is gone': (now) =>
      Object.assign(schema(now, 'Item').properties?.['state'] ?? {}, { enum: ['open'] }),
    'told Item.id is gone': (now) => delete schema(now, 'Item').properties?.['id'],
    'told Item.id may be missing now': (now) => schema(now, 'Item').required?.shift(),
    'told Item.id is string no longer': (now) =>
      Object.assign(schema(now, 'Item').properties ?? {}, { id: { type: 'integer' } }),
    'told Item.id may be null now': (now) =>
      Object.assign(schema(now, 'Item').properties ?? {}, {
        id: { anyOf: [text, { type: 'null' }] },
      }),
    'asked Entry.note is gone': (now) => delete schema(now, 'Entry').properties?.['note'],
    'asked Entry.note is required now': (now) => schema(now, 'Entry').required?.push('note'),
    'asked Entry.note takes a few values only': (now) =>
      Object.assign(schema(now, 'Entry').properties ?? {}, { note: { ...text, enum: ['a'] } }),
    'asked Entry.how is object kind="paper" no longer': (now) =>
      schema(now, 'Entry').properties?.['how']?.oneOf?.pop(),
    'asked Entry.how.to is gone': (now) =>
      delete schema(now, 'Entry').properties?.['how']?.oneOf?.[0]?.properties?.['to'],
  }
  for (const [words, change] of Object.entries(breaking)) {
    t.ok(told(change).includes(words), `${words}: ${told(change).join(', ')}`)
  }
})

t.test('S56 what is only added breaks nobody, and a new major version may', async (t) => {
  const adding: Change[] = [
    () => undefined,
    (now) => Object.assign(schema(now, 'Item').properties ?? {}, { more: text }),
    (now) => Object.assign(schema(now, 'Entry').properties ?? {}, { more: text }),
    (now) => Object.assign(schema(now, 'Item').properties ?? {}, { next: page }),
    (now) => schema(now, 'Item').properties?.['state']?.enum?.push('new'),
    (now) => schema(now, 'Entry').properties?.['how']?.oneOf?.push(tagged('call', 'at')),
    (now) => schema(now, 'Entry').required?.pop(),
    (now) => Object.assign(now.paths, { '/more': {} }),
  ]
  for (const change of adding) t.same(told(change), [])
  const major = (now: Surface) => {
    delete now.paths['/items']
    now.info.version = '2.0.0'
  }
  t.same(told(major), [])
})

/** What is told of an entry or an item whose field was like this and is like that. */
function toldOf(name: 'Entry' | 'Item', was: Shape, is: Shape): string[] {
  const [before, now] = [small(), small()]
  Object.assign(schema(before, name).properties ?? {}, { field: was })
  Object.assign(schema(now, name).properties ?? {}, { field: is })
  return breaksOf(before, surface.parse(now))
}

t.test('S56 what may be sent is bounded no closer, and what is answered may be', async (t) => {
  const bounds = [
    ...['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'].map(
      (name) => [name, 5, 4] as const,
    ),
    ...['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'].map(
      (name) => [name, 4, 5] as const,
    ),
  ]
  for (const [name, wide, narrow] of bounds) {
    const [was, is] = [{ [name]: wide }, { [name]: narrow }]
    const words = `asked Entry.field has ${name} ${narrow} now`
    t.same(toldOf('Entry', was, is), [words])
    t.same(toldOf('Entry', {}, is), [words], `${name} where there was none`)
    t.same(toldOf('Entry', { anyOf: [{ type: 'null' }, was] }, is).includes(words), true)
    for (const other of [was, {}]) t.same(toldOf('Entry', is, other), [], `${name} is wider`)
    t.same(toldOf('Entry', is, is), [])
    t.same(toldOf('Item', was, is), [], `${name} of an answer`)
  }
  for (const name of ['pattern', 'format']) {
    const [was, is] = [
      { ...text, [name]: 'date' },
      { ...text, [name]: 'time' },
    ]
    for (const before of [was, text]) {
      t.same(toldOf('Entry', before, is), [`asked Entry.field has ${name} time now`])
    }
    t.same(toldOf('Entry', is, text), [])
    t.same(toldOf('Entry', { ...text, enum: ['a'] }, { ...is, enum: ['a'] }), [], 'of a few values')
  }
})

t.test('S56 names that a schema does not know are taken for as long as they were', async (t) => {
  const map = (additionalProperties?: boolean | Shape): Shape => ({
    type: 'object',
    ...(additionalProperties === undefined ? {} : { additionalProperties }),
  })
  for (const was of [undefined, true, {}, text]) {
    t.same(toldOf('Entry', map(was), map(false)), ['asked Entry.field{} is gone'])
    for (const is of [was, true, {}]) t.same(toldOf('Entry', map(was), map(is)), [])
  }
  t.same(toldOf('Entry', map(), map(text)), ['asked Entry.field{} is anything no longer'])
  t.same(toldOf('Entry', map(false), map(text)), [])
  t.same(toldOf('Item', map(), map(false)), [], 'nobody was told what stands there')
  t.same(toldOf('Item', map(text), map(false)), ['told Item.field{} is gone'])
  t.same(toldOf('Item', map(false), map()), [])
})

t.test('S56 what a schema has to say of bounds is kept', async (t) => {
  const kept = JSON.stringify(released)
  for (const word of ['maxLength', 'minLength', 'maxItems', 'minimum', 'format']) {
    t.match(kept, `"${word}":`)
  }
})
