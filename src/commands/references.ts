import type { References } from '../db/known.js'
import type { Command } from '../domain/commands.js'

/** What a command refers to, to be looked up before it is decided. */
export function referencesOf(command: Command): References {
  const evidence = 'evidence' in command ? (command.evidence ?? []) : []
  const events = command.name === 'erase_words' ? (command.events ?? []) : []
  const none: References = { units: [], others: [], people: [], assets: [], evidence, events }
  if (command.name === 'delegate') {
    const { unit_id, person_id } = command
    return { ...none, units: unit_id ? [unit_id] : [], people: person_id ? [person_id] : [] }
  }
  if (command.name === 'name_supporting') return { ...none, others: command.unit_ids ?? [] }
  if (command.name === 'reassign' || command.name === 'request_transfer') {
    return { ...none, others: command.unit_id ? [command.unit_id] : [] }
  }
  const asset = command.name === 'correct' ? command.fields?.asset_id : null
  return asset ? { ...none, assets: [asset] } : none
}
