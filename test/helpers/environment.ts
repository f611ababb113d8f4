/**
 * A variable the test run hands to its tests. Throws with the remedy when the test was started
 * without the servers it needs.
 */
export function fromRun(
  name: 'TEST_DATABASE_URL' | 'TEST_TEMPORAL_ADDRESS' | 'TEST_WORKFLOW_BUNDLE',
) {
  const value = process.env[name]
  if (value) return value
  throw new Error(
    `缺少 ${name}：用 npm test -- 文件名 运行，或先开 npm run test:servers 并导出它打印的变量。(no test servers)`,
  )
}
