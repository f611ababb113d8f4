/**
 * Loaded into every test process (.taprc) before what tap loads itself.
 *
 * On Node 20 tap compiles every file with the TypeScript compiler, a second or more of each test
 * file. tsx takes its place, as everywhere else here, and tap's loader is told to stand aside.
 *
 * For the sake of coverage tap would put its loaders into every process a test starts as well. We
 * measure none, and those processes are to run as they run without tap.
 */
import processOnSpawn from 'process-on-spawn'

process.env.TAP_TYPE_STRIP_ONLY = '1'
delete process.env.NODE_OPTIONS
processOnSpawn.addListener = () => {}
await import('tsx')
