/** One step of a finding's life: sent and durably answered. */
export type Step = () => Promise<void>

/** A finding that has been issued, and what is still to be done with it: sign, answer, accept, close. */
export interface Life {
  readonly id: string
  readonly steps: readonly Step[]
}

/** Issues one notice; its findings begin to live. */
export type Issue = () => Promise<readonly Life[]>

/** A system that leads findings through the same life behind the same kind of door. */
export interface Rival {
  readonly name: string
  /** Puts in place what is to be issued, outside the measured time. */
  prepare(findings: number, perNotice: number): Promise<readonly Issue[]>
  /** Resolves when the workflow of this finding knows of so many steps; the issue is the first. */
  reached(id: string, steps: number): Promise<void>
  /** Resolves when nothing is left to tell or running. Throws AuditError unless every one of them is closed. */
  settled(ids: readonly string[]): Promise<void>
}

/** What was measured is not what was asked for. */
export class AuditError extends Error {
  override readonly name = 'AuditError'
}
