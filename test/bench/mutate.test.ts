import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import t from 'tap'
import { Modules } from '../../bench/mutate/modules.js'
import { mutantsOf, mutated } from '../../bench/mutate/mutants.js'
import { runTest } from '../../bench/mutate/suite.js'

const kinds = (text: string) => mutantsOf('a.ts', text).map(({ kind, was }) => `${kind}: ${was}`)
const results = (text: string) => mutantsOf('a.ts', text).map((one) => mutated(text, one))

t.test('every operator writes what it says', async (t) => {
  t.strictSame(results('const a = b < c'), ['const a = ((b) <= (c))', 'const a = ((b) >= (c))'])
  t.strictSame(results('const a = b && !c'), ['const a = ((b) || (!c))', 'const a = b && c'])
  t.strictSame(results('if (a) b()'), ['if (true) b()', 'if (false) b()', 'if (a) ;'])
  t.strictSame(results('const a = [b, c]'), ['const a = [c]', 'const a = [b]'])
  t.strictSame(results('const a = b.some(c)'), ['const a = b.every(c)'])
  t.strictSame(results('const a = b.filter(c).length'), ['const a = b.length'])
  t.strictSame(results('const a = { b, ...c }'), [
    'const a = { ...{}, ...c }',
    'const a = { b, ...{} }',
  ])
  t.strictSame(results('const a = () => b'), ['const a = () => (undefined)'])
  t.strictSame(results('function a() { return 1 }'), [
    'function a() {}',
    'function a() { return (1 + 1) }',
  ])
})

t.test('types, imports and words for people are left alone', async (t) => {
  t.strictSame(kinds("type A = 'b' | 'c'"), [])
  t.strictSame(kinds("import { a } from './b.js'"), [])
  t.strictSame(kinds("const a = '请重试'"), [])
  t.strictSame(kinds("const a = { 1: '请重试' }"), [])
  t.strictSame(kinds("const a = 'closed'"), ["string is another: 'closed'"])
})

t.test('a test passes as the file is, fails over a changed one, and passes again', async (t) => {
  const modules = new Modules()
  const test = resolve('test/domain/gather.test.ts')
  const file = resolve('src/domain/clock/gather.ts')
  const text = readFileSync(file, 'utf8')
  const run = async () => (await runTest(modules, test)).passed
  t.ok(await run(), 'as it is')
  const fates: boolean[] = []
  for (const mutant of mutantsOf(file, text)) {
    modules.change({ path: file, text: mutated(text, mutant) })
    fates.push(await run())
  }
  t.ok(fates.filter((passed) => !passed).length > fates.length / 2, 'most changes are noticed')
  modules.change(null)
  t.ok(await run(), 'as it was')
})
