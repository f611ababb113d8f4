import { ApplicationFailure, CancelledFailure } from '@temporalio/common'
import { CommandError } from '../commands/errors.js'
import { DatabaseError } from '../db/errors.js'
import type { ActivityDeps } from './deps.js'

/**
 * An activity whose failures say a code and nothing else: histories outlive every erasure, and the words of an error
 * may quote what people wrote. A "no" of the domain is final; what the infrastructure cannot do now is tried again.
 * Failures nobody expects are told in full to whoever reads the log.
 */
export function guarded<A extends readonly unknown[], R>(
  { alarm }: Pick<ActivityDeps, 'alarm'>,
  name: string,
  work: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  return async (...args) => {
    try {
      return await work(...args)
    } catch (error) {
      if (isCancellation(error)) throw error
      const expected = error instanceof DatabaseError || error instanceof CommandError
      if (!expected) alarm('an activity failed', { activity: name, error })
      throw failureOf(error)
    }
  }
}

function failureOf(error: unknown): ApplicationFailure {
  const type = codeOf(error)
  const nonRetryable = error instanceof CommandError && error.code !== 'LOCKED'
  return ApplicationFailure.create({ message: type, type, nonRetryable })
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

function isCancellation(error: unknown): boolean {
  return (
    error instanceof CancelledFailure || (error instanceof Error && error.name === 'AbortError')
  )
}
