/**
 * Loaded into every test process (.taprc) before what tap loads itself.
 *
 * What `npm test` runs is compiled already (compile.ts) and loads as Node loads anything; tap's own
 * loaders are kept from hooking into that, which costs more than the loading. Where tap is run over
 * the sources, on Node 20 it compiles every file with the TypeScript compiler, a second or more of
 * each test file: tsx takes its place, as everywhere else here, and tap's loader is told to stand
 * aside.
 *
 * For the sake of coverage tap would put its loaders into every process a test starts as well. We
 * measure none, and those processes are to run as they run without tap.
 */
import Module, { syncBuiltinESMExports } from 'node:module'
import processOnSpawn from 'process-on-spawn'

process.env.TAP_TYPE_STRIP_ONLY = '1'
delete process.env.NODE_OPTIONS
processOnSpawn.addListener = () => {}
if (process.argv[1]?.endsWith('.js')) {
  Module.register = () => {}
  syncBuiltinESMExports()
} else await import('tsx')
