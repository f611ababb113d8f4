import { existsSync } from 'node:fs'
import t from 'tap'
import { codeIn, linesOf, projectFiles, textOf } from '../helpers/project-files.js'

const ROOT_READMES = ['README.md', 'README.zh-CN.md']

t.test('the size budget', async (t) => {
  const source = codeIn('src', 'workflows', 'migrations')
  const sizes = source.map((file) => ({ file, lines: linesOf(file) }))
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
  t.ok(at(0.5) <= 60, `median ${at(0.5)} of at most 60 lines`)
  t.ok(at(0.9) <= 150, `ninth decile ${at(0.9)} of at most 150 lines`)
  const large = sizes.filter(({ lines }) => lines > 250)
  t.strictSame(large, [], 'no source file has more than 250 lines')
  const tests = codeIn('test').map((file) => ({ file, lines: linesOf(file) }))
  t.strictSame(
    tests.filter(({ lines }) => lines > 300),
    [],
    'no test file has more than 300 lines',
  )
})

t.test('every room says what it is for', async (t) => {
  const rooms = new Set(codeIn('src').map((file) => file.split('/').slice(0, 2).join('/')))
  const folders = [...rooms].filter((room) => !/\.\w+$/.test(room))
  t.ok(folders.length > 5, 'the rooms were found')
  const readmes = ['src', ...folders, 'workflows'].map((folder) => `${folder}/README.md`)
  t.strictSame(
    readmes.filter((file) => !existsSync(file)),
    [],
    'each has a README',
  )
  t.strictSame(
    readmes.filter((file) => existsSync(file) && linesOf(file) >= 40),
    [],
    'each README has under 40 lines',
  )
})

t.test('no file names the machine it was written on', async (t) => {
  const local = new RegExp(`(^|[\\s'"\`(=:])/(${['work', 'tmp', 'root', 'home'].join('|')})/`, 'm')
  const named = projectFiles().filter((file) => local.test(textOf(file)))
  t.strictSame(named, [])
})

t.test('files are named in kebab-case and export by name', async (t) => {
  const code = codeIn('src', 'workflows', 'test')
  const odd = code.filter(
    (file) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(file.split('/').at(-1) ?? ''),
  )
  t.strictSame(odd, [])
  t.strictSame(
    code.filter((file) => /^export default /m.test(textOf(file))),
    [],
  )
})

t.test('no type is any', async (t) => {
  const any = new RegExp(String.raw`(: |as |<|\| )${'any'}\b(?! [a-z])`)
  const code = codeIn('src', 'workflows', 'migrations', 'test')
  const found = code.filter((file) => any.test(bare(textOf(file))))
  t.strictSame(found, [])
})

t.test('the interface reads the database and leaves writing to commands', async (t) => {
  const writing =
    /\b(?:insert|update|delete|mark|keep|append|patch)[A-Z]\w*[^{}]*\} from '(?:\.\.\/)+db\//
  t.strictSame(
    codeIn('src/http').filter((file) => writing.test(textOf(file))),
    [],
  )
})

t.test('a refused promise or a throw is always asked which one', async (t) => {
  const code = codeIn('test').filter((file) => file.endsWith('.test.ts'))
  const careless = code.flatMap((file) =>
    callsOf(bare(textOf(file)), /\bt\.(?:rejects|throws)\(/g)
      .filter((args) => args.length < 2)
      .map((args) => `${file}: ${args[0]}`),
  )
  t.strictSame(careless, [])
})

t.test('every command the documents name exists', async (t) => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
  const documents = projectFiles().filter((file) => file.endsWith('.md'))
  for (const file of ROOT_READMES) t.ok(documents.includes(file), `${file} is there`)
  for (const file of documents) {
    for (const [, name = ''] of textOf(file).matchAll(
      /\bnpm (?:run )?(?!ci|install|run)(\w[\w:-]*)/g,
    )) {
      t.ok(name in scripts, `${file}: npm ${name}`)
    }
    for (const [, path = ''] of textOf(file).matchAll(
      /\b((?:src|test|bench)\/[\w./-]+\.(?:ts|mjs))\b/g,
    )) {
      t.ok(existsSync(path), `${file}: ${path}`)
    }
  }
})

/** The code alone: texts are emptied, comments removed. */
function bare(text: string): string {
  const texts = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(texts, "''")
    .replace(/\/\/.*$/gm, '')
}

/** The arguments of every call that begins so, as text, split at the commas between them. */
function callsOf(text: string, begin: RegExp): string[][] {
  return [...text.matchAll(begin)].map((match) => {
    const args = ['']
    let depth = 0
    for (const letter of text.slice(match.index + match[0].length)) {
      if ('([{'.includes(letter)) depth += 1
      if (')]}'.includes(letter)) depth -= 1
      if (depth < 0) break
      if (letter === ',' && depth === 0) args.push('')
      else args[args.length - 1] += letter
    }
    return args.filter((arg) => arg.trim() !== '')
  })
}
