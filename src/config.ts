import { resolve } from 'node:path'
import { z } from 'zod'
import { ALGORITHMS } from './auth/issuer.js'
import { CHAIN_HASHES } from './commands/chain-hash.js'
import type { BucketOptions } from './files/bucket.js'
import { isLocalPeer, temporalTls } from './local/given-addresses.js'
import { issuersWith } from './local/given-issuers.js'
import { withSecretFiles } from './local/given-secrets.js'
import {
  bucketUrl,
  bytes,
  cidr,
  databaseUrl,
  hostAndPort,
  listed,
  pem,
  port,
  quotable,
  randomSecret,
  safeUrl,
  smtpUrl,
} from './local/given-values.js'
import { TroubleError } from './local/trouble.js'

/**
 * The only reader of the environment. Everything a process can be told is named here once, checked
 * together and handed on as plain frozen values; addresses and keys that open something are kept
 * apart under `secrets`, so that the rest may be printed.
 */
/** What opens something: each may also be read from the file that NAME_FILE names. */
const SECRETS = [
  'DATABASE_URL',
  'API_DATABASE_URL',
  'WORKER_DATABASE_URL',
  'SMTP_URL',
  'CURSOR_SECRET',
  'TEMPORAL_TLS_CA',
  'TEMPORAL_TLS_CERT',
  'TEMPORAL_TLS_KEY',
  'EVIDENCE_BUCKET_SECRET',
  'RETEST_KEYS',
] as const

/** All or none. */
const BUCKET = ['EVIDENCE_BUCKET', 'EVIDENCE_BUCKET_KEY_ID', 'EVIDENCE_BUCKET_SECRET'] as const

const environment = z
  .object({
    DATABASE_URL: databaseUrl.optional(),
    API_DATABASE_URL: databaseUrl.optional(),
    WORKER_DATABASE_URL: databaseUrl.optional(),
    TEMPORAL_ADDRESS: hostAndPort.optional(),
    TEMPORAL_NAMESPACE: z.string().default('default'),
    TEMPORAL_CLI: z.string().optional(),
    TEMPORAL_TLS_CA: pem.optional(),
    TEMPORAL_TLS_CERT: pem.optional(),
    TEMPORAL_TLS_KEY: pem.optional(),
    HOST: z.string().default('127.0.0.1'),
    PORT: port.default(8080),
    ADMIN_PORT: port.optional(),
    CORS_ORIGINS: listed.default([]),
    TRUSTED_PROXIES: listed.default([]),
    SMTP_URL: smtpUrl.optional(),
    MAIL_FOLDER: z.string().optional(),
    MAIL_FROM: z.string().optional(),
    MAIL_RETURNS_TO: z.email().optional(),
    MAILS_PER_DAY: z.coerce.number().int().min(0).max(10_000_000).default(20_000),
    EVIDENCE_FOLDER: z.string().optional(),
    EVIDENCE_BUCKET: bucketUrl.optional(),
    EVIDENCE_BUCKET_REGION: z.string().default('us-east-1'),
    EVIDENCE_BUCKET_KEY_ID: z.string().optional(),
    EVIDENCE_BUCKET_SECRET: randomSecret(16).optional(),
    EVIDENCE_MAX_BYTES: bytes(50 * 1024 * 1024),
    EVIDENCE_UNIT_BYTES: bytes(10 * 1024 * 1024 * 1024),
    EVIDENCE_FINDING_BYTES: bytes(1024 * 1024 * 1024),
    CLAMD_ADDRESS: z
      .string()
      .refine(isLocalPeer, 'clamd 不加密，只能在本机；在别处的请经加密隧道')
      .optional(),
    RETEST_API: safeUrl.optional(),
    RETEST_KEYS: listed.optional(),
    RETEST_RANGES: listed.pipe(z.array(cidr)).default([]),
    JWT_ISSUERS: issuersWith(ALGORITHMS).default([]),
    SIGNING_KEY_FILE: z.string().optional(),
    HEADS_FILE: z.string().optional(),
    CHAIN_HASH: z.enum(CHAIN_HASHES).default('sha256'),
    CURSOR_SECRET: randomSecret(32).optional(),
    STEP_UP_MAX_AGE: z.coerce.number().int().min(1).max(86_400).optional(),
    STEP_UP_ACR_VALUES: listed.pipe(z.array(quotable)).default([]),
    AUTH_FAILURES_PER_MINUTE: z.coerce.number().int().min(0).max(10_000).default(10),
    REQUESTS_PER_MINUTE: z.coerce.number().int().min(0).max(1_000_000).default(3_000),
    COST_PER_MINUTE: z.coerce.number().int().min(0).max(100_000_000).default(15_000),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    DATA_DIR: z.string().default('.data'),
  })
  .refine((env) => env.SMTP_URL === undefined || env.MAIL_FROM !== undefined, {
    path: ['MAIL_FROM'],
    error: '设了 SMTP_URL 就要写明发件人',
    when: () => true,
  })
  .refine((env) => env.HEADS_FILE === undefined || env.SIGNING_KEY_FILE !== undefined, {
    path: ['SIGNING_KEY_FILE'],
    error: '设了 HEADS_FILE 就要指明签名私钥',
    when: () => true,
  })
  .refine((env) => (env.TEMPORAL_TLS_CERT === undefined) === (env.TEMPORAL_TLS_KEY === undefined), {
    path: ['TEMPORAL_TLS_KEY'],
    error: '证书和私钥要一起设',
    when: () => true,
  })
  .refine((env) => (env.RETEST_API === undefined) === (env.RETEST_KEYS === undefined), {
    path: ['RETEST_KEYS'],
    error: '接口地址和监测工具密钥要一起设',
    when: () => true,
  })
  .refine((env) => new Set(BUCKET.map((name) => env[name] === undefined)).size === 1, {
    path: ['EVIDENCE_BUCKET'],
    error: '存储桶的地址、密钥编号和密钥要一起设',
    when: () => true,
  })
  // A transaction waits for the bucket's copy, and not for long.
  .refine((env) => !env.EVIDENCE_BUCKET || env.EVIDENCE_MAX_BYTES <= 1024 ** 3, {
    path: ['EVIDENCE_MAX_BYTES'],
    error: '材料放在存储桶时，单件不超过 1 GiB',
    when: () => true,
  })

type Environment = z.infer<typeof environment>
export type Config = ReturnType<typeof grouped>

/**
 * The configuration, read once per process, secrets also from files. An empty variable counts as not set. Throws one
 * TroubleError that names every problem.
 */
export function readConfig(source: NodeJS.ProcessEnv = process.env): Config {
  const { env, problems: unread } = withSecretFiles(source, SECRETS)
  const given = Object.entries(env).filter(([, value]) => value !== '')
  const parsed = environment.safeParse(Object.fromEntries(given), {
    error: z.locales.zhCN().localeError,
  })
  if (parsed.success && unread.length === 0) return grouped(parsed.data)
  const wrong = parsed.error?.issues ?? []
  const problems = [...unread, ...wrong.map((one) => `${one.path.join('.')}：${one.message}`)]
  throw new TroubleError(
    `环境变量有误，改正后重试 (configuration)：\n${problems.map((one) => `  - ${one}`).join('\n')}`,
  )
}

/** The environment for a child process: ours, with these set, or with null removed, and no file that says otherwise. */
export function environmentWith(more: Record<string, string | null> = {}): NodeJS.ProcessEnv {
  const files = Object.fromEntries(Object.keys(more).map((name) => [`${name}_FILE`, undefined]))
  const entries = Object.entries({ ...process.env, ...files, ...more })
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? undefined]))
}

function grouped(env: Environment) {
  const data = resolve(env.DATA_DIR)
  const shared = env.DATABASE_URL ?? null
  return freeze({
    dataFolder: data,
    log: { level: env.LOG_LEVEL },
    http: {
      host: env.HOST,
      port: env.PORT,
      adminPort: env.ADMIN_PORT ?? null,
      /** Whether the documentation page is served: on this machine only. */
      // Behind a proxy the whole world comes from loopback.
      docs: (env.HOST === '127.0.0.1' || env.HOST === '::1') && env.TRUSTED_PROXIES.length === 0,
      origins: env.CORS_ORIGINS,
      proxies: env.TRUSTED_PROXIES,
    },
    temporal: {
      address: env.TEMPORAL_ADDRESS ?? null,
      namespace: env.TEMPORAL_NAMESPACE,
      cli: env.TEMPORAL_CLI ?? null,
    },
    mail: {
      folder: resolve(env.MAIL_FOLDER ?? `${data}/mail`),
      from: env.MAIL_FROM ?? '整改 <zhenggai@localhost.localdomain>',
      returnsTo: env.MAIL_RETURNS_TO ?? null,
      /** Of one office. */
      perDay: env.MAILS_PER_DAY,
    },
    evidence: {
      folder: resolve(env.EVIDENCE_FOLDER ?? `${data}/evidence`),
      maxBytes: env.EVIDENCE_MAX_BYTES,
      unitBytes: env.EVIDENCE_UNIT_BYTES,
      findingBytes: env.EVIDENCE_FINDING_BYTES,
      /** Where clamd listens; null leaves uploads unscanned. */
      scanner: env.CLAMD_ADDRESS ?? null,
    },
    /** Where re-tests are answered by looking at pages, and addresses that are looked at though nobody's; null leaves it. */
    looking: env.RETEST_API ? { api: env.RETEST_API, ranges: env.RETEST_RANGES } : null,
    /** By which function the chains of new findings are hashed. */
    chainHash: env.CHAIN_HASH,
    /** What certificates and chain heads are signed with, and where the heads are kept; null leaves it undone. */
    signing: { keyFile: pathOf(env.SIGNING_KEY_FILE), headsFile: pathOf(env.HEADS_FILE) },
    auth: {
      issuers: env.JWT_ISSUERS,
      stepUp: { max_age: env.STEP_UP_MAX_AGE ?? null, acr_values: env.STEP_UP_ACR_VALUES },
    },
    limits: {
      failuresPerMinute: env.AUTH_FAILURES_PER_MINUTE,
      requestsPerMinute: env.REQUESTS_PER_MINUTE,
      costPerMinute: env.COST_PER_MINUTE,
    },
    secrets: {
      databaseUrl: shared,
      apiDatabaseUrl: env.API_DATABASE_URL ?? shared,
      workerDatabaseUrl: env.WORKER_DATABASE_URL ?? shared,
      smtpUrl: env.SMTP_URL ?? null,
      cursorSecret: env.CURSOR_SECRET ?? null,
      temporalTls: temporalTls(env),
      bucket: bucketOf(env),
      /** Keys of the offices' tools. */
      retestKeys: env.RETEST_KEYS ?? [],
    },
  })
}

/** Where evidence is kept instead of in its folder; null leaves it there. */
function bucketOf({ EVIDENCE_BUCKET: url, ...env }: Environment): BucketOptions | null {
  const { EVIDENCE_BUCKET_KEY_ID: key_id, EVIDENCE_BUCKET_SECRET: secret } = env
  if (!url || !key_id || !secret) return null
  return { url, key_id, secret, region: env.EVIDENCE_BUCKET_REGION }
}

function pathOf(path: string | undefined): string | null {
  return path === undefined ? null : resolve(path)
}

function freeze<T extends object>(value: T): Readonly<T> {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null) freeze(part)
  }
  return Object.freeze(value)
}
