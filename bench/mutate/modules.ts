import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compileFunction } from 'node:vm'
import ts from 'typescript'

/** What a package is answered with instead of itself. */
export type Stand = Readonly<Record<string, unknown>>

type Exports = Record<string, unknown>
type Body = (exports: Exports, require: (name: string) => unknown, meta: object) => void

const OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2023,
  esModuleInterop: true,
}

/** Module code of this process that is compiled once and run anew for every mutant. */
export class Modules {
  readonly #compiled = new Map<string, Body>()
  #changed: { path: string; body: Body } | null = null

  /** From now on the file is what the text says; null: every file is as on the disk. */
  change(changed: { path: string; text: string } | null): void {
    this.#changed = changed && { path: changed.path, body: compile(changed.path, changed.text) }
  }

  /**
   * Runs a file and everything it imports from the project, each module once and from the beginning; a package is
   * Node's own, or its stand-in. Returns the project's files it loaded.
   */
  run(entry: string, stand: Stand): Set<string> {
    const loaded = new Map<string, Exports>()
    const load = (path: string): Exports => {
      const known = loaded.get(path)
      if (known) return known
      const exports: Exports = {}
      loaded.set(path, exports)
      const packages = createRequire(path)
      const url = pathToFileURL(path).href
      this.#bodyOf(path)(
        exports,
        (name) => {
          if (name.startsWith('.')) return load(fileOf(join(dirname(path), name)))
          return Object.hasOwn(stand, name) ? stand[name] : packages(name)
        },
        { url, dirname: dirname(path), filename: path },
      )
      return exports
    }
    load(entry)
    return new Set(loaded.keys())
  }

  #bodyOf(path: string): Body {
    if (this.#changed?.path === path) return this.#changed.body
    const known = this.#compiled.get(path)
    if (known) return known
    const body = compile(path, readFileSync(path, 'utf8'))
    this.#compiled.set(path, body)
    return body
  }
}

function compile(path: string, text: string): Body {
  const { outputText } = ts.transpileModule(text.replaceAll('import.meta', '__meta'), {
    fileName: path,
    compilerOptions: OPTIONS,
  })
  return compileFunction(outputText, ['exports', 'require', '__meta'], {
    filename: path,
  }) as unknown as Body
}

/** The file behind an import as the sources write it. */
function fileOf(path: string): string {
  const source = path.replace(/\.js$/, '.ts')
  return existsSync(source) ? source : path
}
