import type { Desk } from './start-desk.js';

/**
 * The last of its tries comes at once: the eight of an event take four minutes. Everything else is done by the service itself.
 */
async function untilDead(desk: Desk, service: string, name: string): Promise<void> {
  const hurry = `update inbox_event set attempts = 7, next_attempt_at = now() where name = '${name}' and applied_at is null and dead_at is null`;
  const dead = `select 1 from inbox_event where name = '${name}' and dead_at is not null`;
  while ((await desk.tamper(service, dead)).length === 0) {
    await desk.tamper(service, hurry);
    await desk.tamper(service, 'select pg_sleep(0.2)');
  }
}

/** Lets learning refuse the appointment that the administrator gives milo, as a fault in its database would. */
export async function breakLearning(desk: Desk): Promise<void> {
  await desk.tamper(
    'learning',
    `alter table actor_appointment add constraint broken check (role <> 'RETURNING_OFFICER') not valid`,
  );
  const day = 86_400_000;
  const [startsAt, endsAt] = [0, 30].map((days) => new Date(Date.now() + days * day).toISOString());
  const input = { subject: 'milo', role: 'RETURNING_OFFICER', startsAt, endsAt };
  await desk.act('sys', { mutation: 'grantAppointment', input });
  await untilDead(desk, 'learning', 'AppointmentStarted');
}

/** Mends what {@link breakLearning} broke and waits until the appointment has arrived after all. */
export async function mendLearning(desk: Desk): Promise<void> {
  await desk.tamper('learning', 'alter table actor_appointment drop constraint broken');
  const arrived = `select 1 from actor_appointment where subject = 'milo' and role = 'RETURNING_OFFICER'`;
  while ((await desk.tamper('learning', arrived)).length === 0) {
    await desk.tamper(
      'learning',
      `update inbox_event set next_attempt_at = now() where applied_at is null and dead_at is null`,
    );
    await desk.tamper('learning', 'select pg_sleep(0.2)');
  }
}

/** Has membership send an event without what it should tell, as a fault of its own would; all three receivers bury it. */
export async function unfitEvent(desk: Desk): Promise<void> {
  await desk.tamper(
    'membership',
    `with event as (
       insert into outbox_event (id, aggregate, aggregate_id, sequence, name, time, data)
       select gen_random_uuid(), 'Member', gen_random_uuid(), 1, 'MemberStatusChanged', now(), '{}' returning position)
     insert into outbox_delivery (subscriber, position)
     select unnest(array['activities', 'advocacy', 'learning']), position from event`,
  );
  for (const service of ['activities', 'advocacy', 'learning']) await untilDead(desk, service, 'MemberStatusChanged');
}
