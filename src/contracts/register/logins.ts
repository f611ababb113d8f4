import { z } from 'zod'
import { named } from '../named.js'
import { operation } from '../operation.js'
import { byId } from '../params.js'
import { login, person, personStatus } from './people.js'

export const loginOperations = {
  changeLogin: operation({
    id: 'changeLogin',
    method: 'POST',
    path: '/v1/people/{id}/login',
    tag: '人员',
    summary: '变更人员的登录身份，或者停用、恢复其登录；不能办理本人的',
    policy: ['security'],
    step_up: true,
    params: byId,
    body: named(
      'LoginChange',
      z.strictObject({ login: login.optional(), status: personStatus.optional() }),
    ),
    status: 200,
    response: person,
    errors: ['ALREADY_EXISTS', 'OWN_ROLE'],
    idempotent: true,
    if_match: true,
    etag: true,
  }),
} as const
