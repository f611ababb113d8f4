import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { Test } from 'tap'
import type { z } from 'zod'
import type { Issuer } from '../../src/auth/issuer.js'
import { createVerifier } from '../../src/auth/verify.js'
import type { Deps } from '../../src/commands/deps.js'
import type { Principal } from '../../src/commands/principal.js'
import { problemsOf } from '../../src/contracts/implied.js'
import type { Operation, Parsed } from '../../src/contracts/operation.js'
import { problem } from '../../src/contracts/problem.js'
import type { BucketOptions } from '../../src/files/bucket.js'
import { createEvidenceStore, type EvidenceStore } from '../../src/files/evidence-store.js'
import { buildApp } from '../../src/http/app.js'
import {
  type HttpDeps,
  type HttpSettings,
  REMEMBERED_MS,
  type Standing,
} from '../../src/http/deps.js'
import { createMetrics, type Metrics } from '../../src/http/frame/metrics.js'
import { newSigningKey, type Signer, signerOf } from '../../src/proof/key.js'
import { type OfficeWish, type TestOffice, testOffice } from '../helpers/office.js'

export interface Ask {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
  if_match?: string | null
  /** Null sends none. */
  key?: string | null
  headers?: Record<string, string>
}

export interface Told<O extends Operation> {
  status: number
  /** What the contract says a success is; a problem has `code`. */
  body: Parsed<O['response']>
  code: string | null
  problem: z.infer<typeof problem>
  etag: string | null
  headers: Readonly<Record<string, unknown>>
  text: string
}

/** Sends one operation as somebody; whatever comes back is checked against the contract. */
export type Send = <O extends Operation>(operation: O, ask?: Ask) => Promise<Told<O>>

export interface TestServer {
  app: FastifyInstance
  /** Another process's, on the same database. */
  beside: () => Promise<FastifyInstance>
  office: TestOffice
  /** A token for a person of the test office, valid for so many seconds from now. */
  token: (
    principal: Principal,
    seconds?: number,
    claims?: Readonly<Record<string, string | number>>,
  ) => Promise<string>
  as: (principal: Principal) => Send
  /** Where uploaded files are kept. */
  folder: string
  files: EvidenceStore
  /** What `/readyz` is told of the servers it stands on. */
  standing: Standing
  metrics: Metrics
}

/** One request as it travels, whatever it travels over. */
export interface Carried {
  method: 'GET' | 'POST' | 'PATCH'
  url: string
  query?: Record<string, string>
  headers: Record<string, string>
  payload?: string | Buffer
}

/** What carries a request to an interface and brings its answer. */
export type Carry = (request: Carried) => Promise<{
  statusCode: number
  payload: string
  headers: Readonly<Record<string, unknown>>
}>

/** Signs what the test server signs. */
export const SIGNER = signerOf(newSigningKey())

/** The issuer `testOffice` enters for its people. */
export const ISSUER = 'test'

export const SETTINGS: HttpSettings = {
  cursorSecret: 'only for tests, and long enough for them',
  origins: [],
  proxies: [],
  docs: false,
  maxFileBytes: 1024 * 1024,
  maxUnitBytes: 10 * 1024 * 1024,
  scanning: false,
  log: { level: 'silent' },
  rememberMs: REMEMBERED_MS,
  failuresPerMinute: 10,
  requestsPerMinute: 0,
  costPerMinute: 0,
  stepUp: { max_age: null, acr_values: [] },
  shedLoad: false,
}

interface ServerWish extends OfficeWish {
  settings?: Partial<HttpSettings>
  commands?: Deps
  signer?: Signer | null
  findingBytes?: number
  /** Where uploads are kept instead of in a folder. */
  bucket?: BucketOptions
  /** Whose tokens are taken beside those of the test's own issuer. */
  issuers?: readonly Issuer[]
}

/** The whole interface on a database of the test's own, without a socket. */
export async function testServer(t: Test, wish: ServerWish = {}): Promise<TestServer> {
  const office = await testOffice(t, wish)
  const { keys, sign } = await testIssuer()
  const folder = await mkdtemp(join(tmpdir(), 'zhenggai-evidence-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const standing = { postgres: true, temporal: true }
  const settings = { ...SETTINGS, ...wish.settings }
  const { bucket = null } = wish
  const files = createEvidenceStore({ folder, max_bytes: settings.maxFileBytes, bucket })
  const metrics = createMetrics()
  const deps: HttpDeps = {
    // The office's own, not a copy: a test may change what hashes new chains.
    commands:
      wish.commands ??
      (wish.findingBytes === undefined
        ? office.api
        : { ...office.api, finding_bytes: wish.findingBytes }),
    verifier: createVerifier([
      {
        issuer: ISSUER,
        audience: 'zhenggai',
        algorithms: ['Ed25519'],
        keys: { kind: 'keys', keys },
      },
      ...(wish.issuers ?? []),
    ]),
    files,
    signer: wish.signer === undefined ? SIGNER : wish.signer,
    standing: async () => standing,
    metrics,
    settings,
  }
  const beside = async () => {
    const app = await buildApp(deps)
    await app.ready()
    t.teardown(() => app.close())
    return app
  }
  const app = await beside()
  const token: TestServer['token'] = (principal, seconds = 600, claims = {}) =>
    sign({ sub: principal.person_id, ...claims }, seconds)
  const as =
    (principal: Principal): Send =>
    async (operation, ask) =>
      sendTo(app, operation, ask ?? {}, { authorization: `Bearer ${await token(principal)}` })
  return { app, beside, office, token, as, folder, files, standing, metrics }
}

/** The issuer of the test office's people: its public keys, and tokens that say what they are told to. */
export async function testIssuer() {
  const { privateKey, publicKey } = await generateKeyPair('Ed25519')
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'Ed25519' }] }
  const sign = (claims: { sub: string; [claim: string]: string | number }, seconds = 600) => {
    const now = Math.floor(Date.now() / 1_000)
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'Ed25519', typ: 'at+jwt', kid: 'one' })
      .setIssuer(ISSUER)
      .setAudience('zhenggai')
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .sign(privateKey)
  }
  return { keys, sign }
}

/** Sends an operation with these headers and checks the form of the answer. */
export function sendTo<O extends Operation>(
  app: FastifyInstance,
  operation: O,
  ask: Ask,
  more: Record<string, string> = {},
): Promise<Told<O>> {
  return sendOver((request) => app.inject(request), operation, ask, more)
}

/** The same over whatever carries requests. */
export async function sendOver<O extends Operation>(
  carry: Carry,
  operation: O,
  { params = {}, query, body, if_match, key, headers }: Ask,
  more: Record<string, string> = {},
): Promise<Told<O>> {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  const writes = operation.method !== 'GET'
  const given = Object.entries(query ?? {}).map(([name, value]) => [name, String(value)])
  const answer = await carry({
    method: operation.method,
    url: path,
    query: Object.fromEntries(given),
    headers: {
      ...more,
      ...(operation.idempotent && key !== null ? { 'idempotency-key': key ?? newKey() } : {}),
      ...(if_match ? { 'if-match': if_match } : {}),
      ...(writes ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(writes ? { payload: typeof body === 'string' ? body : JSON.stringify(body ?? {}) } : {}),
  })
  const { statusCode: status, payload: text } = answer
  // What is downloaded is no JSON and is left to whoever asked for it.
  const { 'content-type': type } = answer.headers
  const json = text !== '' && (typeof type !== 'string' || type.includes('json'))
  const said: unknown = json ? JSON.parse(text) : undefined
  const etag = answer.headers['etag']
  const failed = status >= 400
  const code = failed ? checkedProblem(answer.headers, said).code : null
  if (code !== null && !problemsOf(operation).includes(code)) {
    throw new Error(`${operation.id} does not say that it may answer ${code}`)
  }
  return {
    status,
    body: (status < 300 ? (operation.response?.parse(said) ?? said) : said) as Parsed<
      O['response']
    >,
    code,
    problem: said as z.infer<typeof problem>,
    etag: typeof etag === 'string' ? etag : null,
    headers: answer.headers,
    text,
  }
}

/** Every failure is a problem of the documented form, under the documented type. */
export function checkedProblem(headers: Record<string, unknown>, said: unknown) {
  if (headers['content-type'] !== 'application/problem+json; charset=utf-8') {
    throw new Error(`a failure of type ${String(headers['content-type'])}`)
  }
  return problem.parse(said)
}

let keys = 0
/** A key nobody has used. */
export function newKey(): string {
  keys += 1
  return `test-${process.pid}-${keys}`
}
