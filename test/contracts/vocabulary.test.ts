import t from 'tap'
import { commandBodies } from '../../src/contracts/findings/commands.js'
import { commandOperationId, commandOperations } from '../../src/contracts/findings/operations.js'
import { OPERATIONS } from '../../src/contracts/operations.js'
import { requestCommandOperations } from '../../src/contracts/requests.js'
import * as labels from '../../src/domain/labels.js'
import { MACHINE } from '../../src/domain/machine/table.js'
import { ALLOWED } from '../../src/domain/permissions.js'
import {
  COMMANDS,
  FINDING_COMMANDS,
  HANDLINGS,
  PERSON_COMMANDS,
  REQUEST_COMMANDS,
} from '../../src/domain/vocabulary.js'
import { draftLife } from '../helpers/domain/life.js'
import { personOperations } from '../http/command-routes.js'

t.test('every command a person may send has one endpoint, and no other has', async (t) => {
  t.same(Object.keys(commandOperations), FINDING_COMMANDS)
  t.same(Object.keys(requestCommandOperations), REQUEST_COMMANDS)
  t.same(Object.keys(commandBodies).toSorted(), [...FINDING_COMMANDS].toSorted())
  for (const name of FINDING_COMMANDS) {
    const operation = commandOperations[name]
    t.equal(operation.path, `/v1/findings/{id}/${name}`)
    t.equal(operation.id, commandOperationId(name))
    t.equal(operation.summary, labels.COMMAND_LABELS[name])
    t.match(operation, { method: 'POST', idempotent: true, if_match: true, etag: true })
  }
  for (const [name, operation] of Object.entries(requestCommandOperations)) {
    t.match(operation.path, /^\/v1\/requests\/\{id\}\/(view|withdraw|propose|decide)$/, name)
    t.match(operation, { method: 'POST', idempotent: true, if_match: true, etag: true })
  }
  const paths = OPERATIONS.map(({ path }) => path)
  for (const name of COMMANDS.filter((one) => !FINDING_COMMANDS.some((other) => other === one))) {
    t.notOk(paths.includes(`/v1/findings/{id}/${name}`), `${name} has no route`)
  }
})

t.test(
  'whoever may send a command may knock, and so may who enters what they signed',
  async (t) => {
    for (const name of PERSON_COMMANDS) {
      const { policy } = personOperations[name]
      for (const role of ALLOWED[name]) t.ok(policy.includes(role as never), `${role} for ${name}`)
      const signs = ALLOWED[name].some(
        (role) => role === 'office.reviewer' || role === 'office.leader',
      )
      if (signs) t.ok(policy.includes('office.handler'), `a handler enters papers for ${name}`)
      t.notOk(policy.includes('admin'), 'an administrator decides no cases')
    }
  },
)

t.test('every field the machine asks for can be sent', async (t) => {
  for (const handling of HANDLINGS) {
    const policy = { stamped_report: 'with_answer' } as const
    const { situation } = draftLife({ line: { handling, urgent: true }, policy })
    for (const name of PERSON_COMMANDS) {
      const known = Object.keys(personOperations[name].body.shape)
      const unknown = MACHINE[name].needs(situation).filter((field) => !known.includes(field))
      t.same(unknown, [], `${name} of a finding handled ${handling}`)
    }
  }
})

t.test('every label is a Chinese word and says one thing', async (t) => {
  for (const [name, words] of Object.entries(labels)) {
    const texts = Object.values(words as Record<string, string>)
    for (const text of texts) t.match(text, /^\p{Script=Han}/u, `${name}: ${text}`)
    t.equal(new Set(texts).size, texts.length, `${name} has no word twice`)
  }
})

/** Change nothing, though they are sent what it is about; what a preview shows is what the other asks to have been seen. */
const ONLY_LOOK: readonly string[] = ['preview', 'readNotice', 'matchNames', 'checkAnswer']
const TAGGED_BY_PREVIEW = 'applyCalendar'

t.test('operations are told apart, and every write wants a key', async (t) => {
  const places = OPERATIONS.map(({ method, path }) => `${method} ${path}`)
  t.equal(new Set(places).size, places.length)
  const names = OPERATIONS.map(({ id }) => id)
  t.equal(new Set(names).size, names.length)
  for (const { id, method, idempotent, path, if_match, etag } of OPERATIONS) {
    t.equal(method !== 'GET', idempotent === true || ONLY_LOOK.includes(id), `${id}`)
    const tagged = etag || id === TAGGED_BY_PREVIEW
    if (if_match) t.ok(tagged, `${id} tells the tag it asks for`)
    t.ok(path.startsWith('/v1/') || /^\/(healthz|readyz)$/.test(path), path)
  }
})
