import type { UnreadCode } from '../domain/reading/unread.js'
import type { PaperDraft } from './draft.js'

/** What is to be read: a text as it is, or a file with its name. */
export type Task = { readonly text: string } | { readonly bytes: Uint8Array; readonly name: string }

/** What a thread says: with what it begins now, by the limit it has for it, and in the end what came of it. */
export type Said =
  | { readonly said: 'begins'; readonly with: 'file_ms' | 'reading_ms' }
  | { readonly said: 'read'; readonly draft: PaperDraft }
  | { readonly said: 'unread'; readonly code: UnreadCode }
