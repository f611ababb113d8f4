import { randomUUID } from 'node:crypto'
import { openDoor } from '../../../bench/speed/drive/door.js'
import { draftNotices } from '../../../bench/speed/rivals/zhenggai.js'
import { createClient } from '../../../src/client/index.js'
import { serviceAccountOperations } from '../../../src/contracts/service-accounts.js'
import { statement } from '../../../src/db/handle.js'
import type { ScanPlace } from './scan.js'

/**
 * One request with the places a scanner is to try, each marked by a star; where it would be refused as a twin, `☆`
 * makes it another.
 */
export interface Target {
  readonly name: string
  readonly token: string
  readonly path: string
  readonly method?: 'POST' | 'PATCH'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

const TOOL = 'site-scanner'
const SUBJECTS = statement<{ role: string; subject: string }>(
  `select m.role, p.subject from membership m join person p on p.id = m.person_id where m.office_id = $1`,
)

const FILES = statement<{ id: string }>(
  'select id from evidence where office_id = $1 and unit_id = $2 limit 1',
)

/** A target's text with other twins each time, and with stars only where they are to be tried. */
export function textOf(text: string, stars: 'kept' | 'left out'): string {
  const other = text.replaceAll('☆', () => randomUUID().slice(0, 8))
  return stars === 'kept' ? other : other.replaceAll('*', '')
}

/** Ten routes with something behind each, and who may call them. */
export async function targetsIn({ system, office, issuer }: ScanPlace): Promise<Target[]> {
  const door = openDoor(system.api, 2)
  const people = await system.database.run(SUBJECTS(office.id))
  const as = (role: string) =>
    issuer.mint(people.find((person) => person.role === role)?.subject ?? '')
  const [admin, handler] = [await as('admin'), office.handler.token]
  const read = async (path: string): Promise<string> =>
    (await door.ask({ method: 'GET', path, token: handler })).text
  const idIn = (text: string) => /"id":"([^"]+)"/.exec(text)?.[1] ?? ''
  const [issue] = await draftNotices(door, office, 12, 12)
  await issue?.()
  const hit = {
    ...{ id: 'hit-1', url: 'https://www.example.cn/a.html', account: null, gone: false },
    ...{ captured_at: new Date().toISOString(), observation: '栏目未更新', indicator_id: null },
  }
  const hits = `/v1/inspections/${TOOL}/findings`
  await door.ask({ method: 'POST', path: hits, token: handler, body: { hits: [hit] } })
  const [finding, notice] = [idIn(await read('/v1/findings')), idIn(await read('/v1/notices'))]
  const cursor = /"next":"([^"]+)"/.exec(await read('/v1/findings?limit=2'))?.[1] ?? ''
  const {
    id: unit,
    token: reporter,
    person_id: reporterId,
  } = office.units[0] ?? { id: '', token: '', person_id: '' }
  const [file] = await system.database.run(FILES(office.id, unit))
  const security = createClient({ address: system.api, token: await as('security') })
  const { body: portal } = await security(serviceAccountOperations.createServiceAccount, {
    body: {
      ...{ kind: 'portal', name: '扫描门户', unit_id: unit },
      ...{ scopes: ['read'], expires_in_days: 30 },
    },
  })
  const person = office.handler.person_id
  await door.close()
  const starred = (fields: object) => JSON.stringify(fields).replaceAll('★', '*')
  return [
    { name: 'GET /v1/findings/{id}', token: handler, path: `/v1/findings/${finding}*` },
    {
      name: 'GET /v1/findings',
      token: handler,
      path: `/v1/findings?limit=5&text=a*&indicator=1*&state=notified*&unit=${unit}*&due_before=2030-01-01T00:00:00Z*`,
    },
    {
      name: 'GET /v1/findings?cursor',
      token: handler,
      path: `/v1/findings?limit=2&cursor=${cursor}*`,
    },
    {
      name: 'GET /v1/notices/{id}/slices',
      token: handler,
      path: `/v1/notices/${notice}*/slices?limit=5*`,
    },
    {
      name: 'GET /v1/hits',
      token: handler,
      path: `/v1/hits?tool=${TOOL}*&indicator=1*&status=waiting*`,
    },
    {
      name: 'GET /v1/memberships',
      token: admin,
      path: `/v1/memberships?person=${person}*&unit=${unit}*`,
    },
    {
      name: 'GET /v1/evidence/{id}/metadata',
      token: reporter,
      path: `/v1/evidence/${file?.id}*/metadata`,
    },
    {
      name: 'POST /v1/inspections/{tool}/findings',
      token: handler,
      path: `/v1/inspections/${TOOL}*/findings`,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: starred({
        hits: [
          {
            ...hit,
            id: 'hit-☆★',
            url: 'https://www.example.cn/b★',
            indicator_id: '1★',
            observation: 'a★',
          },
        ],
      }),
    },
    {
      name: 'POST /v1/units',
      token: admin,
      path: '/v1/units',
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: starred({
        name: '扫描单位☆★',
        aliases: ['别名★'],
        mailbox: 'a★@units.example',
        office_head: { name: '主任★', address: 'head★@units.example' },
      }),
    },
    {
      name: 'PATCH /v1/me/preferences',
      token: reporter,
      path: '/v1/me/preferences',
      method: 'PATCH',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': 'scan-1*',
        'Accept-Language': 'zh*',
      },
      body: starred({ courtesy_mail: true }),
    },
    {
      name: 'GET /v1/me',
      token: handler,
      path: '/v1/me',
      headers: { 'Office-Id': `${office.id}*`, 'User-Agent': 'scan*' },
    },
    {
      name: 'GET /v1/me as a portal',
      token: portal.key ?? '',
      path: '/v1/me',
      headers: { 'On-Behalf-Of': `${reporterId}*` },
    },
  ]
}
