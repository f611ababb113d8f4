import type { FindingScope, Need } from './reading.js'

/** What surrounds a sentence: whom and what it speaks of where it does not say so itself. */
export interface Around {
  /** Units of the heading, of the addressee or of the sentence before. */
  readonly subject: readonly string[]
  /** The thing that items under an introduction speak of. */
  readonly object: { readonly name: string; readonly platform: string | null } | null
  /** What the heading says is wrong with whatever stands below it. */
  readonly problem: string | null
  /** Whether the sentence stands where problems are listed. */
  readonly listed: boolean
  /** Whether a finding stands before it in its paragraph, which 该账号 may speak of. */
  readonly follows: boolean
  /** The words of the headings above it. */
  readonly above: string
  /** Names of units that the notice itself uses. */
  readonly known: readonly string[]
  /** Whether it begins a numbered item. */
  readonly item: boolean
}

/** A finding as one sentence gives it. */
export interface SentenceFinding {
  readonly unit: string | null
  readonly objects: readonly string[]
  readonly platform: string | null
  readonly problem: string
  readonly scope: FindingScope
  readonly needs: readonly Need[]
}

/** What one sentence says. */
export interface SentenceReading {
  readonly findings: readonly SentenceFinding[]
  /** Units it names as whoever it speaks of, for the sentence after it; null where it names none. */
  readonly subject: readonly string[] | null
  readonly object: Around['object']
  /** What its clauses speak of by its first words, for what goes on behind a semicolon: “某某”办理中,…. */
  readonly topic: Around['object']
  /** Whether it only says that problems follow: 存在以下问题. */
  readonly introduces: boolean
}

export const NOTHING: SentenceReading = {
  findings: [],
  subject: null,
  object: null,
  topic: null,
  introduces: false,
}
