import type { EntityManager } from 'typeorm';
import { namedId } from './named-id.js';

const words = [
  'I was in another town that evening, and I can show the ticket. Please look at the list of the door again.',
  'I did cancel the hall, two days before, by the form of the sports office. It never told me that it had no right to.',
  'I am sorry for the noise. It will not happen again, and the exam term without the library is hard.',
] as const;

/**
 * Loads who suspended the suspended members of the demo union and what every second of them says against it. One in four
 * was suspended by the demo administrator, who cannot decide that appeal.
 */
export async function loadLife(manager: EntityManager, anchor: Date): Promise<void> {
  await manager.query(
    `insert into suspension (id, member_id, suspended_by, suspended_at)
     select ${namedId("'suspension/' || id")}, id, case when place % 4 = 0 then 'sys' else 'system:demo' end,
       $1::timestamptz - place % 20 * interval '1 day' - interval '1 day'
     from (select id, row_number() over (order by id) as place from member where status = 'SUSPENDED') suspended
     on conflict do nothing`,
    [anchor],
  );
  await manager.query(
    `insert into membership_appeal (id, suspension_id, member_id, status, words, appealed_at, version)
     select ${namedId("'appeal/' || id")}, id, member_id, 'WAITING', ($1::text[])[1 + place % 3], suspended_at + interval '6 hours', 1
     from (select s.*, row_number() over (order by member_id) as place from suspension s) numbered
     where place % 2 = 0 on conflict do nothing`,
    [words],
  );
}
