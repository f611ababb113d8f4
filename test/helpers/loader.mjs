/**
 * Loaded into every test process (.taprc) before tap's own loader, which on Node 20 compiles every
 * file with the TypeScript compiler: a second or more of each test file. tsx takes its place, with
 * the same loader as everything else here runs with, and tap's is told to stand aside.
 */
process.env.TAP_TYPE_STRIP_ONLY = '1'
// Processes that a test starts choose their loader themselves.
delete process.env.NODE_OPTIONS
await import('tsx')
