import { chmodSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import t, { type Test } from 'tap'
import { installFromPip } from '../../src/local/pip.js'
import { findTemporal } from '../../src/local/temporal-binary.js'

/** A folder with a program that says it is this version of temporal. */
function program(t: Test, version: string): string {
  const text = `#!/bin/sh\necho "temporal version ${version} (Server 1.32.0, UI 2.54.1)"\n`
  const folder = t.testdir({ temporal: { bin: { temporal: text } } })
  const path = join(folder, 'temporal', 'bin', 'temporal')
  chmodSync(path, 0o755)
  return path
}

const search = (cache: string, more: { cli?: string; path?: string } = {}) => ({
  cli: more.cli ?? null,
  cache,
  env: { PATH: [more.path ?? '', '/bin'].join(delimiter) },
  signal: new AbortController().signal,
  say: () => undefined,
})

t.test('a program that was named is used, whatever else is there', async (t) => {
  const path = program(t, '1.2.3')
  t.strictSame(await findTemporal(search('nowhere', { cli: path })), { path, version: '1.2.3' })
})

t.test('a named program that is none is refused and not passed over', async (t) => {
  const wanted = { code: 'TROUBLE', message: 'TEMPORAL_CLI' }
  await t.rejects(findTemporal(search('nowhere', { cli: '/bin/true' })), wanted)
  await t.rejects(findTemporal(search('nowhere', { cli: '/nowhere/temporal' })), wanted)
})

t.test('the path comes before the cache', async (t) => {
  const path = program(t, '1.20.0')
  const found = await findTemporal(search('nowhere', { path: dirname(path) }))
  t.strictSame(found, { path: 'temporal', version: '1.20.0' })
})

t.test('one on the path that is too old is passed over for the cache', async (t) => {
  const old = program(t, '1.8.9')
  await t.test('with one in the cache', async (t) => {
    const cached = program(t, '1.9.1')
    const cache = dirname(dirname(dirname(cached)))
    const found = await findTemporal(search(cache, { path: dirname(old) }))
    t.strictSame(found, { path: cached, version: '1.9.1' })
  })
})

t.test('what the SDK once downloaded is found again, after all else', async (t) => {
  const text = '#!/bin/sh\necho "temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)"\n'
  const cache = t.testdir({ 'temporal-sdk': { 'temporal-sdk-typescript-1.24.0': text } })
  const path = join(cache, 'temporal-sdk', 'temporal-sdk-typescript-1.24.0')
  chmodSync(path, 0o755)
  t.strictSame(await findTemporal(search(cache)), { path, version: '1.9.1' })
})

t.test('where nothing can be had, one sentence names every remedy', async (t) => {
  const said: string[] = []
  const alone = { ...search(t.testdir()), say: (line: string) => said.push(line) }
  // The SDK would go to the network: it finds nobody there.
  process.env['HTTPS_PROXY'] = 'http://127.0.0.1:1'
  const lost = findTemporal({ ...alone, env: { PATH: '/nowhere' } })
  await t.rejects(lost, {
    code: 'TROUBLE',
    message: /没有 Python 的 pip.*python3-pip.*TEMPORAL_CLI.*TEMPORAL_ADDRESS/,
  })
  t.match(said, ['  pip 装不上 Temporal（没有 Python 的 pip），改用 SDK 自带的下载'])
})

t.test('where there is no pip, that is the reason given', async (t) => {
  const folder = join(t.testdir(), 'temporal')
  const { env, ...rest } = search('nowhere')
  const how = { ...rest, env: { ...env, PATH: '/nowhere' }, pinned: 'nothing==0', what: '下载' }
  const result = await installFromPip(folder, how)
  t.strictSame(result, { done: false, reason: '没有 Python 的 pip' })
})
