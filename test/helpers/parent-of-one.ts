import { join } from 'node:path'
import { ownChildren } from '../../src/local/children.js'

/** A process with one child, whose id it prints; then it waits to be killed. */
const [folder = '.'] = process.argv.slice(2)
const children = ownChildren(join(folder, 'children.json'))
const child = children.start({
  name: 'child',
  command: process.execPath,
  args: ['-e', 'setInterval(() => {}, 1000)'],
  env: process.env,
  log: join(folder, 'child.log'),
  stopWith: 'SIGTERM',
  stopSeconds: 2,
  stopLast: false,
})
console.log(child.pid)
setInterval(() => undefined, 1_000)
