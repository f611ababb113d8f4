import {
  FINDING_COMMANDS,
  type FindingCommandName,
  type PersonRole,
} from '../../domain/vocabulary.js'
import { commandEndpoint } from '../command-endpoint.js'
import { named } from '../named.js'
import { operation } from '../operation.js'
import { byId } from '../params.js'
import { pageOf } from '../query.js'
import { commandBodies } from './commands.js'
import { deadline, timeLedger } from './deadline.js'
import { findingEvent } from './events.js'
import { findingAnswer, findingSummary } from './finding.js'
import { eventQuery, findingQuery } from './query.js'
import { round } from './rounds.js'

const tag = '问题'

/**
 * Who sees findings at all; row-level security decides which: units their own once issued, an inspector all that have
 * been issued and nothing the office says among its own, the office's people and its auditor everything. An
 * administrator decides no cases and reads none. Whoever holds several roles is on each route what it names of them.
 */
export const CASE_ROLES = [
  'unit.reporter',
  'unit.signatory',
  'office.handler',
  'office.reviewer',
  'office.leader',
  'inspector',
  'auditor',
] as const satisfies readonly PersonRole[]

export const findingOperations = {
  listFindings: operation({
    id: 'listFindings',
    method: 'GET',
    path: '/v1/findings',
    tag,
    summary: '问题清单：按剩余时限排列',
    policy: CASE_ROLES,
    query: findingQuery,
    status: 200,
    response: named('FindingPage', pageOf(findingSummary)),
    errors: ['CURSOR_INVALID'],
  }),
  getFinding: operation({
    id: 'getFinding',
    method: 'GET',
    path: '/v1/findings/{id}',
    tag,
    summary: '问题详情和可以办理的操作',
    policy: CASE_ROLES,
    params: byId,
    status: 200,
    response: findingAnswer,
    etag: true,
  }),
  listFindingEvents: operation({
    id: 'listFindingEvents',
    method: 'GET',
    path: '/v1/findings/{id}/events',
    tag,
    summary: '办理过程',
    policy: CASE_ROLES,
    params: byId,
    query: eventQuery,
    status: 200,
    response: named('FindingEventPage', pageOf(findingEvent)),
    errors: ['CURSOR_INVALID'],
  }),
  getFindingDeadline: operation({
    id: 'getFindingDeadline',
    method: 'GET',
    path: '/v1/findings/{id}/deadline',
    tag,
    summary: '时限是怎样算出来的，接下来会发生什么',
    policy: CASE_ROLES,
    params: byId,
    status: 200,
    response: deadline,
  }),
  getFindingTimeLedger: operation({
    id: 'getFindingTimeLedger',
    method: 'GET',
    path: '/v1/findings/{id}/time-ledger',
    tag,
    summary: '单位和办公室各用了几个工作日',
    policy: CASE_ROLES,
    params: byId,
    status: 200,
    response: timeLedger,
  }),
  listFindingRounds: operation({
    id: 'listFindingRounds',
    method: 'GET',
    path: '/v1/findings/{id}/rounds',
    tag,
    summary: '历次书面反馈',
    policy: CASE_ROLES,
    params: byId,
    query: eventQuery,
    status: 200,
    response: named('RoundList', pageOf(round)),
    errors: ['CURSOR_INVALID'],
  }),
} as const

/** The endpoint of one command: who may knock comes from the machine's own table. */
function commandOperation<N extends FindingCommandName>(name: N) {
  const body: (typeof commandBodies)[N] = commandBodies[name]
  return operation({
    ...commandEndpoint(name),
    id: commandOperationId(name),
    path: `/v1/findings/{id}/${name}`,
    tag: '问题办理',
    body,
  })
}

/** `begin_review` → `beginReview`. */
export function commandOperationId<N extends FindingCommandName>(name: N): CamelCase<N> {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) as CamelCase<N>
}

type CamelCase<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S

export type CommandOperation<N extends FindingCommandName> = ReturnType<typeof commandOperation<N>>

/** One operation per command a person may send to a finding, by the command's name. */
export const commandOperations = Object.fromEntries(
  FINDING_COMMANDS.map((name) => [name, commandOperation(name)]),
) as unknown as { [N in FindingCommandName]: CommandOperation<N> }
