import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Say, step } from './progress.js'
import { messageOf } from './trouble.js'

/** The program the SDK fetched, or why it could not. */
export type SdkResult = { readonly path: string | null; readonly reason: string }

/**
 * The last resort: lets the Temporal SDK download its own dev server. The SDK starts what it
 * downloads, so that one is stopped at once and the file it left is what we wanted.
 */
export async function downloadWithSdk(folder: string, say: Say): Promise<SdkResult> {
  mkdirSync(folder, { recursive: true })
  try {
    await step('用 Temporal SDK 下载服务器', () => download(folder), say)
    const path = downloadedIn(folder)
    return { path, reason: path === null ? '没有下载到文件' : '' }
  } catch (error) {
    return { path: null, reason: messageOf(error).slice(0, 80) }
  }
}

/** The program an earlier download left in the folder, or null. */
export function downloadedIn(folder: string): string | null {
  const names = existsSync(folder) ? readdirSync(folder) : []
  const file = names.find((name) => name.startsWith('temporal'))
  return file === undefined ? null : join(folder, file)
}

async function download(downloadDir: string): Promise<void> {
  const { Runtime } = await import('@temporalio/worker')
  const runtime = Runtime.instance()
  const server = await runtime.createEphemeralServer({
    type: 'dev-server',
    exe: {
      type: 'cached-download',
      downloadDir,
      version: 'v1.9.1',
      ttl: 0,
      sdkName: 'sdk-typescript',
      sdkVersion: '1.24.0',
    },
    namespace: 'default',
    ip: '127.0.0.1',
    port: null,
    uiPort: null,
    dbFilename: null,
    ui: false,
    log: { format: 'pretty', level: 'warn' },
    extraArgs: [],
  })
  await runtime.shutdownEphemeralServer(server)
}
