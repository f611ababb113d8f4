export interface PlainError {
  name: string
  code: unknown
  stack: string
  cause?: PlainError
}

/**
 * What a log may say of an error: its name, its code and where it came from, its causes alike. Its words are left out:
 * a database quotes the rows it refuses.
 */
export function plainError(error: Error): PlainError {
  const { cause } = error
  return {
    name: error.name,
    code: 'code' in error ? error.code : undefined,
    stack: placesOf(error),
    ...(cause instanceof Error ? { cause: plainError(cause) } : {}),
  }
}

/** Where it was thrown and called from; the message stands before that, on as many lines as it has. */
function placesOf({ stack = '', message }: Error): string {
  const places = stack.slice(stack.indexOf(message) + message.length)
  return places
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n')
}
