import type { Span } from './lines.js'
import type { Section } from './sections.js'
import type { SentenceFinding } from './sentence-finding.js'

/** A finding with where it was read. */
export interface FoundFinding {
  readonly finding: SentenceFinding
  readonly place: Span
  readonly section: Section
  readonly category: string | null
  readonly deadline: string | null
}
