import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import type { Test } from 'tap'

/** The path on which commands find curl: the machine's own, or a stand-in where it has none or none is wanted. */
export function pathWithCurl(t: Test, wanted: 'any' | 'stand-in' = 'any'): string {
  const path = process.env.PATH ?? ''
  const own = path.split(delimiter).some((folder) => existsSync(join(folder, 'curl')))
  if (own && wanted === 'any') return path
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-curl-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  symlinkSync(resolve('test/readme/curl-stand-in.mjs'), join(folder, 'curl'))
  return `${folder}${delimiter}${path}`
}
