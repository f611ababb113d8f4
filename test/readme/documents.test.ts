import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'

const read = (name: string) => readFileSync(name, 'utf8')
const ENGLISH = read('README.md')
const CHINESE = read('README.zh-CN.md')
const FILES = ['README.md', 'README.zh-CN.md', 'src/README.md']

const blocks = (text: string, kind: string) =>
  [...text.matchAll(/```(\w+(?: \w+)?)\n([\s\S]*?)```/g)].flatMap(([, name, code = '']) =>
    name === kind ? [code] : [],
  )

t.test('every npm script a document names exists', async (t) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  for (const file of FILES) {
    const named = [...read(file).matchAll(/npm (?:run (?:-s )?)?([\w:-]+)/g)].map(
      ([, name]) => name,
    )
    for (const name of named) t.ok(name && name in scripts, `${file}: npm run ${name}`)
  }
})

t.test('links and places lead somewhere', async (t) => {
  for (const file of FILES) {
    const text = read(file)
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, link = '']) => link)
    for (const link of links) t.ok(existsSync(join(dirname(file), link)), `${file}: ${link}`)
  }
  for (const file of ['README.md', 'README.zh-CN.md']) {
    const places = [...read(file).matchAll(/^\| (`(?:src|workflows).*?) \|/gm)].flatMap(
      ([, row = '']) => [...row.matchAll(/`([^`]+)`/g)].map(([, place = '']) => place),
    )
    t.ok(places.length > 10, `${file} has a map`)
    for (const place of places) t.ok(existsSync(place), `${file}: ${place}`)
  }
})

t.test('the table of configuration names what the code reads, no more and no less', async (t) => {
  const code = read('src/config.ts')
  const table = code.slice(code.indexOf('const environment'), code.indexOf('type Environment'))
  const known = [...table.matchAll(/^ {4}([A-Z_]+):/gm)].flatMap(([, name]) => name ?? []).sort()
  t.ok(known.length > 15)
  for (const text of [ENGLISH, CHINESE]) {
    const rows = text.split('\n').filter((line) => /^\| `[A-Z_]+`/.test(line))
    const named = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].flatMap(([, name]) => name ?? []),
    )
    t.same(named.sort(), known)
  }
})

t.test('every promise names tests that exist, the same in both languages', async (t) => {
  const promises = (text: string) =>
    text
      .split('\n')
      .filter((line) => /^\| P\d+ \|/.test(line))
      .map((line) => [line.split('|')[1]?.trim(), ...(line.match(/`test\/[^`]+`/g) ?? [])])
  t.same(
    promises(ENGLISH).map(([name]) => name),
    ['P1', 'P2', 'P3', 'P4', 'P5', 'P7', 'P8'],
  )
  t.same(promises(CHINESE), promises(ENGLISH))
  for (const [name, ...proofs] of promises(ENGLISH)) {
    t.ok(proofs.length > 0, `${name} has a proof`)
    for (const proof of proofs)
      t.ok(existsSync(`${proof}`.replaceAll('`', '')), `${name}: ${proof}`)
  }
})

t.test('both languages have the same parts and the very same commands', async (t) => {
  const parts = (text: string) => text.match(/^## /gm)?.length
  t.equal(parts(CHINESE), parts(ENGLISH))
  for (const kind of ['sh tour', 'sh office']) {
    t.equal(blocks(ENGLISH, kind).length, 1, kind)
    t.same(blocks(CHINESE, kind), blocks(ENGLISH, kind), kind)
  }
})

t.test('commands outside the tour and the office are those that other tests run', async (t) => {
  const others = [ENGLISH, CHINESE].flatMap((text) => blocks(text, 'sh').join('').split('\n'))
  const commands = others.map((line) => line.replace(/\s+#.*/, '')).filter((line) => line !== '')
  const due = `npm run -s due -- --phrase '收到之日起5个工作日内' --received 2022-09-28 --issued 2022-09-27`
  t.same(new Set(commands), new Set(['npm start', 'npm test', 'npm run demo', due]))
})
