import type { ProblemCode } from './errors.js'
import { scopesThatOpen } from './key-scopes.js'
import type { Operation } from './operation.js'

/** Every problem an operation may answer with: those it names and those that follow from what it is. */
export function problemsOf(operation: Operation): ProblemCode[] {
  const { policy, step_up, params, body, errors = [], idempotent, if_match, upload } = operation
  const role: ProblemCode[] = Array.isArray(policy) ? ['ROLE_NOT_ALLOWED'] : []
  const caller: ProblemCode[] =
    policy === 'public'
      ? []
      : ['UNAUTHENTICATED', 'QUOTA_EXCEEDED', 'FORBIDDEN', 'VALIDATION_FAILED', ...role]
  const scope: ProblemCode[] = scopesThatOpen(operation.id).length > 0 ? ['SCOPE_MISSING'] : []
  const fresh: ProblemCode[] = step_up ? ['STEP_UP_REQUIRED'] : []
  const form: ProblemCode[] = body ? ['VALIDATION_FAILED', 'BODY_TOO_LARGE', 'MEDIA_TYPE'] : []
  // A query parameter nobody described is refused everywhere.
  const asked: ProblemCode[] = ['VALIDATION_FAILED']
  const found: ProblemCode[] = params ? ['NOT_FOUND'] : []
  const key: ProblemCode[] = idempotent ? ['KEY_REQUIRED', 'KEY_REUSED', 'LOCKED'] : []
  const match: ProblemCode[] = if_match ? ['IF_MATCH_REQUIRED', 'STALE'] : []
  const file: ProblemCode[] = upload ? ['FILE_REFUSED'] : []
  const ours: ProblemCode[] = ['INTERNAL', 'UNAVAILABLE', 'OVERLOADED']
  const all = [
    ...caller,
    ...scope,
    ...fresh,
    ...form,
    ...asked,
    ...found,
    ...key,
    ...match,
    ...file,
    ...errors,
    ...ours,
  ]
  return [...new Set(all)]
}
