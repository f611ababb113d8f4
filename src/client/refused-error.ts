import type { ReadProblem } from '../contracts/problem.js'

/** What the interface refused; match `code`, never the words. `problem` is null where something else answered. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly status: number
  readonly code: string | null
  readonly problem: ReadProblem | null

  constructor(status: number, problem: ReadProblem | null) {
    super(problem ? `${problem.code}: ${problem.detail}` : `status ${status}`)
    this.status = status
    this.code = problem?.code ?? null
    this.problem = problem
  }
}
