/** The row of a finding as the peers keep it, and what each act makes of it. */
export const ACTS = ['acknowledge', 'respond', 'accept', 'close'] as const
export type Act = (typeof ACTS)[number]
export const STATES = ['notified', 'rectifying', 'responded', 'verified', 'closed'] as const

export const CREATE = `
  create table if not exists finding (
    id uuid primary key,
    state text not null,
    steps integer not null,
    said jsonb[] not null,
    changed_at timestamptz not null default now()
  )`
/** Both may be done again after a crash and change nothing then. */
export const INSERT = `
  insert into finding (id, state, steps, said) values ($1, $2, 1, array[$3::jsonb])
  on conflict (id) do nothing`
export const SET = `
  update finding set state = $2, steps = $3, said = said || $4::jsonb, changed_at = now()
  where id = $1 and steps < $3`
