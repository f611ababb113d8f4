import { type Kysely, sql } from 'kysely'

const OLD_EVENTS = [
  ...['drafted', 'issued', 'acknowledged', 'receipt_deemed', 'receipt_unproven', 'delegated'],
  ...['support_asked', 'support_ended', 'contributed', 'takedown_reported', 'progress_reported'],
  ...['responded', 'recalled', 'review_begun', 'accepted', 'plan_accepted', 'returned', 'closed'],
  ...['closed_unreported', 'lookbacks_planned', 'reopened', 'followed', 'withdrawn', 'revoked'],
  ...['corrected', 'released', 'reassigned', 'rescheduled', 'recalculated'],
  ...['extension_requested', 'dispute_raised', 'transfer_requested', 'view_given'],
  ...['request_withdrawn', 'decision_proposed', 'request_decided', 'retest_recorded'],
  ...['report_registered', 'report_exempted', 'contact_recorded', 'instruction_recorded'],
  ...['commented', 'reminded', 'delegate_reminded', 'support_reminded', 'fell_due', 'climbed'],
  ...['office_nagged', 'progress_missed', 'lookback_opened'],
]
const OLD_KINDS = [
  ...['login_refused', 'attempts_limited', 'step_up_asked', 'behalf_refused', 'login_changed'],
  ...['role_given', 'role_changed', 'key_made', 'key_rotated', 'key_revoked'],
]

/** 清除原文. What the words of events were is erased where an event of the same chain says so, and nowhere else. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await events(db, [...OLD_EVENTS, 'words_erased'])
  await kinds(db, [...OLD_KINDS, 'words_erased', 'person_erased'])
  await sql`
    create index finding_event_erased on finding_event (finding_id) where type = 'words_erased'`.execute(
    db,
  )
  // With the rights of the owner, since nobody else may change what happened: the chain itself says what goes. Mails
  // that told of it lose their text, in which the words may stand shortened.
  await sql`
    create function erase_words(of_findings uuid[]) returns void
    language plpgsql volatile security definer set search_path = public, pg_temp
    as $$
    declare gone record;
    begin
      for gone in
        select e.finding_id, e.seq, e.type, e.data, e.texts
        from finding_event said
        cross join lateral jsonb_array_elements_text(said.data -> 'events') named (seq)
        join finding_event e on e.finding_id = said.finding_id and e.seq = named.seq::integer
        where said.office_id = app_office() and said.finding_id = any (of_findings)
          and said.type = 'words_erased' and (e.texts is not null or e.salt is not null)
      loop
        update mail m set text = '本邮件的内容已删除，请登录系统查看。', html = null
        where m.office_id = app_office()
          and m.id in (select mail_id from message where finding_id = gone.finding_id)
          and exists (select from jsonb_each_text(gone.texts) t (field, words)
            where strpos(m.text, left(btrim(split_part(t.words, chr(10), 1)), 20)) > 0);
        if gone.type = 'responded' then
          update round set cause = null, measures = null, fix_steps = null, asked = null
          where finding_id = gone.finding_id
            and number = (gone.data -> 'round' ->> 'number')::integer;
        end if;
        update finding_event set texts = null, salt = null
        where finding_id = gone.finding_id and seq = gone.seq;
      end loop;
    end $$`.execute(db)
  await sql`revoke execute on function erase_words from public`.execute(db)
  await sql`grant execute on function erase_words to zhenggai_api`.execute(db)
}

/** Fails while such an event is there: what was erased does not come back. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await events(db, OLD_EVENTS)
  await kinds(db, OLD_KINDS)
  await sql`drop function erase_words`.execute(db)
  await sql`drop index finding_event_erased`.execute(db)
}

async function events(db: Kysely<unknown>, types: readonly string[]): Promise<void> {
  await sql`
    alter table finding_event drop constraint finding_event_type_check,
      add constraint finding_event_type_check check (type in (${list(types)}))`.execute(db)
}

/** What was recorded under a name that is no more allowed stays: nothing of it is ever taken away. */
async function kinds(db: Kysely<unknown>, allowed: readonly string[]): Promise<void> {
  await sql`
    alter table security_event drop constraint security_event_kind_check,
      add constraint security_event_kind_check
        check (kind in (${list(allowed)})) not valid`.execute(db)
}

function list(words: readonly string[]) {
  return sql.join(words.map((word) => sql.lit(word)))
}
