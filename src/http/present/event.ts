import type { z } from 'zod'
import type { findingEvent } from '../../contracts/findings/events.js'
import type { StoredEvent } from '../../db/event.js'
import { legibleTexts } from '../../domain/legible.js'
import type { Handling } from '../../domain/vocabulary.js'

/** An entry of the history; the salt stays here, so that erased words cannot be guessed from their digest. */
export function presentEvent(event: StoredEvent, handling: Handling): z.input<typeof findingEvent> {
  const { seq, type, actor, audience, at, effective_at, data, texts, previous_hash, hash } = event
  return {
    seq,
    type,
    actor_id: actor.person_id,
    actor_role: actor.role,
    signed_paper_id: actor.signed_paper_id,
    audience,
    at,
    effective_at,
    data: { ...data },
    texts: legibleTexts(handling, texts),
    previous_hash,
    hash,
  }
}
