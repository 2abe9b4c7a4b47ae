import type { EntityManager } from 'typeorm';

/** Staff roles are held by a sign-in, and so do the events about them; these are found through the roles. */
const ofAppointments = `aggregate = 'Appointment' and aggregate_id in (
  select appointment_id::text from actor_appointment where subject = $2)`;

/** In the order in which they still find what they look for. */
const statements = [
  `update outbox_event set data = jsonb_set(data, '{subject}', to_jsonb('erased:' || $1::text))
   where (aggregate = 'Member' and aggregate_id = $1::text or ${ofAppointments}) and data->>'subject' = $2`,
  `update inbox_event set envelope = jsonb_set(envelope, '{data,subject}', to_jsonb('erased:' || $1::text))
   where (aggregate = 'Member' and aggregate_id = $1::text or ${ofAppointments}) and envelope->'data'->>'subject' = $2`,
];

/**
 * Takes somebody's sign-in out of what every service keeps beside its own nouns, inside the caller's transaction: the
 * answers under their keys, and events that are kept for a while after they were delivered.
 */
export async function eraseSignIn(
  manager: EntityManager,
  { memberId, subject }: { readonly memberId: string; readonly subject: string },
): Promise<void> {
  for (const statement of statements) await manager.query(statement, [memberId, subject]);
  await manager.query('delete from idempotency_record where actor = $1', [subject]);
}
