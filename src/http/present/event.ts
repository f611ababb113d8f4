import type { z } from 'zod'
import type { findingEvent } from '../../contracts/findings/events.js'
import type { StoredEvent } from '../../db/event.js'
import type { Evidence } from '../../db/evidence.js'
import { hasLostWords } from '../../domain/chain-check.js'
import { legibleTexts } from '../../domain/legible.js'
import type { Handling } from '../../domain/vocabulary.js'
import { presentNamedEvidence } from './named-evidence.js'

/**
 * An entry of the history, with those of its files the caller may open; of a finding handled offline none. The salt
 * stays here, so that erased words cannot be guessed from their digest.
 */
export function presentEvent(
  event: StoredEvent,
  handling: Handling,
  readable: readonly Evidence[],
): z.input<typeof findingEvent> {
  const { seq, type, actor, audience, at, effective_at, data, texts, previous_hash, hash } = event
  return {
    seq,
    type,
    actor_id: actor.person_id,
    actor_role: actor.role,
    signed_paper_id: actor.signed_paper_id,
    service_account_id: actor.service_account_id ?? null,
    audience,
    at,
    effective_at,
    data: { ...data },
    evidence:
      handling === 'offline'
        ? []
        : presentNamedEvidence(evidenceNamedIn(event), event.unit_id, readable),
    texts: legibleTexts(handling, texts),
    erased: hasLostWords(event),
    previous_hash,
    hash,
  }
}

/** The hashes of the files an event rests on. */
export function evidenceNamedIn({ data }: StoredEvent): readonly string[] {
  return 'evidence' in data ? data.evidence : []
}
