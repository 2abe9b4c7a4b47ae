import type { PersonalSection } from '@guildhall/subgraph';

/** What was scanned about somebody at doors, and what they did there as a keeper of one. */
export const doorSections: readonly PersonalSection[] = [
  {
    name: 'doorScans',
    title: { en: 'Where you were let in, and whom you let in', 'zh-CN': '您的签到签退记录，以及您为他人签到的次数' },
    tables: ['door_scan', 'door_undo'],
    select: `select s.id, a.title, s.direction, s.scanned_at as "scannedAt",
          exists (select 1 from door_undo u where u.registration_id = s.registration_id and u.checkpoint_id = s.checkpoint_id
            and u.undone_at >= s.scanned_at and u.direction in ('IN', s.direction)) as "isUndone"
        from door_scan s join activity a on a.id = s.activity_id join registration r on r.id = s.registration_id
        where r.member_id = $1 order by s.scanned_at, s.id`,
    erase: [
      'update door_scan set recorded_by = null, device_label = null where recorded_by = $1',
      `update door_undo u set reason = '-' from registration r where r.id = u.registration_id and r.member_id = $1`,
      'update door_undo set undone_by = null where undone_by = $1',
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That somebody without a name was let in and left, as long as the activity is kept, because attendance is reported.',
      'zh-CN': '保留“某一无名者签到、签退”的记录，直至该活动被删除，因为出席人数需要上报。',
    },
  },
  {
    name: 'doorGuesses',
    title: { en: 'Codes you typed at a door', 'zh-CN': '您在现场输入签到码的次数' },
    tables: ['door_guess'],
    select: 'select guesses, since from door_guess where member_id = $1 order by since, activity_id',
    erase: ['delete from door_guess where member_id = $1'],
    fate: 'ERASED',
  },
];
