import type { Problem } from '../contracts/problem.js'

/** What the interface refused; match `code`, never the words. `problem` is null where something else answered. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly status: number
  readonly code: Problem['code'] | null
  readonly problem: Problem | null

  constructor(status: number, problem: Problem | null) {
    super(problem ? `${problem.code}: ${problem.detail}` : `status ${status}`)
    this.status = status
    this.code = problem?.code ?? null
    this.problem = problem
  }
}
