import ts from 'typescript'

/** A node written differently: what the change is called and the new text of the node. */
export interface Change {
  kind: string
  text: string
}

type Operator = (node: ts.Node, source: ts.SourceFile) => readonly Change[]

const { SyntaxKind } = ts

/** What an operator between two values is exchanged for. */
const BINARY: Partial<Record<ts.SyntaxKind, readonly string[]>> = {
  [SyntaxKind.LessThanToken]: ['<=', '>='],
  [SyntaxKind.LessThanEqualsToken]: ['<', '>'],
  [SyntaxKind.GreaterThanToken]: ['>=', '<='],
  [SyntaxKind.GreaterThanEqualsToken]: ['>', '<'],
  [SyntaxKind.EqualsEqualsEqualsToken]: ['!=='],
  [SyntaxKind.ExclamationEqualsEqualsToken]: ['==='],
  [SyntaxKind.AmpersandAmpersandToken]: ['||'],
  [SyntaxKind.BarBarToken]: ['&&'],
  [SyntaxKind.QuestionQuestionToken]: ['&&'],
  [SyntaxKind.PlusToken]: ['-'],
  [SyntaxKind.MinusToken]: ['+'],
  [SyntaxKind.AsteriskToken]: ['/'],
  [SyntaxKind.SlashToken]: ['*'],
  [SyntaxKind.PercentToken]: ['*'],
  [SyntaxKind.PlusEqualsToken]: ['-='],
  [SyntaxKind.MinusEqualsToken]: ['+='],
}

/** Methods by what they are exchanged for; null: the call is left out and what it was called on stays. */
const METHODS: Readonly<Record<string, string | null>> = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  filter: null,
  toSorted: null,
  slice: null,
  trim: null,
  toReversed: null,
}

const binary: Operator = (node, source) => {
  if (!ts.isBinaryExpression(node)) return []
  const [left, right] = [node.left.getText(source), node.right.getText(source)]
  const word = node.operatorToken.getText(source)
  return (BINARY[node.operatorToken.kind] ?? []).map((other) => ({
    kind: `${word} becomes ${other}`,
    text: `((${left}) ${other} (${right}))`,
  }))
}

const condition: Operator = (node) => {
  const parent = node.parent
  const decides =
    ((ts.isIfStatement(parent) || ts.isWhileStatement(parent)) && parent.expression === node) ||
    ((ts.isConditionalExpression(parent) || ts.isForStatement(parent)) && parent.condition === node)
  if (!decides) return []
  return ['true', 'false'].map((text) => ({ kind: `condition is ${text}`, text }))
}

const literal: Operator = (node, source) => {
  if (node.kind === SyntaxKind.TrueKeyword) return [{ kind: 'true becomes false', text: 'false' }]
  if (node.kind === SyntaxKind.FalseKeyword) return [{ kind: 'false becomes true', text: 'true' }]
  if (ts.isNumericLiteral(node) && !isName(node)) {
    const text = `(${node.getText(source)} + 1)`
    return [{ kind: 'number is one more', text }]
  }
  if (ts.isStringLiteral(node) && !isName(node) && node.text !== '' && !isForPeople(node.text))
    return [{ kind: 'string is another', text: "'—'" }]
  return []
}

const list: Operator = (node, source) => {
  if (!ts.isArrayLiteralExpression(node)) return []
  const texts = node.elements.map((element) => element.getText(source))
  return texts.map((text, left) => ({
    kind: `list lacks ${text.slice(0, 40)}`,
    text: `[${texts.filter((_, at) => at !== left).join(', ')}]`,
  }))
}

const negation: Operator = (node, source) => {
  if (!ts.isPrefixUnaryExpression(node)) return []
  const text = node.operand.getText(source)
  if (node.operator === SyntaxKind.ExclamationToken) return [{ kind: 'not is left out', text }]
  if (node.operator === SyntaxKind.MinusToken) return [{ kind: 'minus is left out', text }]
  return []
}

const method: Operator = (node, source) => {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return []
  const { expression: on, name } = node.expression
  if (!Object.hasOwn(METHODS, name.text)) return []
  const other = METHODS[name.text]
  const called = on.getText(source)
  if (!other) return [{ kind: `${name.text} is left out`, text: called }]
  const given = node.arguments.map((argument) => argument.getText(source)).join(', ')
  return [{ kind: `${name.text} becomes ${other}`, text: `${called}.${other}(${given})` }]
}

const body: Operator = (node) => {
  const parent = node.parent
  if (ts.isBlock(node) && node.statements.length > 0)
    return [{ kind: 'block is empty', text: '{}' }]
  if (ts.isArrowFunction(parent) && parent.body === node && !ts.isBlock(node))
    return [{ kind: 'function answers nothing', text: '(undefined)' }]
  if (ts.isExpressionStatement(node)) return [{ kind: 'statement is left out', text: ';' }]
  return []
}

const property: Operator = (node) => {
  const parent = node.parent
  const isSpread = ts.isSpreadAssignment(node) && ts.isObjectLiteralExpression(parent)
  if (isSpread) return [{ kind: 'spread is left out', text: '...{}' }]
  const isEntry = ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)
  if (!isEntry || !ts.isObjectLiteralExpression(parent)) return []
  if (ts.isPropertyAssignment(node) && isForPeople(node.initializer.getText())) return []
  return [{ kind: 'entry is left out', text: '...{}' }]
}

/** Every way to change a program that a test should notice. */
export const OPERATORS: readonly Operator[] = [
  binary,
  condition,
  literal,
  list,
  negation,
  method,
  body,
  property,
]

/** A name rather than a value: of a property or of a module. */
function isName(node: ts.StringLiteral | ts.NumericLiteral): boolean {
  const parent = node.parent
  return (
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    (ts.isPropertyAssignment(parent) && parent.name === node)
  )
}

/** Words shown to people are not judged here: whether they are the right ones no test can know. */
function isForPeople(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}
