import ts from 'typescript'
import { OPERATORS } from './operators.js'

/** One change of one file. */
export interface Mutant {
  file: string
  /** From 1. */
  line: number
  kind: string
  /** Code units into the file's text; the end is exclusive. */
  start: number
  end: number
  text: string
  /** What is changed, on one line and cut: with file and kind it names the mutant whatever moves around it. */
  was: string
}

const SHOWN = 70

/** All mutants of a file's text in their order. Types, imports and exported declarations without a value have none. */
export function mutantsOf(file: string, text: string): Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true)
  const found: Mutant[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node))
      return
    if (ts.isImportDeclaration(node)) return
    const start = node.getStart(source)
    if (node.parent)
      for (const operator of OPERATORS)
        for (const change of operator(node, source))
          found.push({
            ...{ file, ...change, start, end: node.end },
            line: source.getLineAndCharacterOfPosition(start).line + 1,
            was: node.getText(source).replace(/\s+/g, ' ').slice(0, SHOWN),
          })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The file's text with the mutant in it. */
export function mutated(text: string, mutant: Mutant): string {
  return text.slice(0, mutant.start) + mutant.text + text.slice(mutant.end)
}
