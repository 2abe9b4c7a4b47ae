import type { PersonalSection } from '@guildhall/subgraph';

/** What members say after an activity, and whether they may be in its photos. An answer of a closed window is nobody's. */
export const afterSections: readonly PersonalSection[] = [
  {
    name: 'feedback',
    title: {
      en: 'What you said about activities, while you can still change it',
      'zh-CN': '您对活动的评价（在仍可修改期间）',
    },
    tables: ['feedback'],
    select: `select activity_id as "activityId", rating, body as text from feedback where member_id = $1 order by activity_id`,
    erase: ['delete from feedback where member_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'photoChoices',
    title: { en: 'Whether you may be in photos', 'zh-CN': '您是否同意出现在照片中' },
    tables: ['photo_choice'],
    select: `select c.registration_id as "registrationId", r.activity_id as "activityId", c.choice from photo_choice c
        join registration r on r.id = c.registration_id where r.member_id = $1 order by c.registration_id`,
    erase: ['delete from photo_choice c using registration r where r.id = c.registration_id and r.member_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'thanks',
    title: { en: 'Thanks you wrote to a team', 'zh-CN': '您写给团队的感谢' },
    tables: ['activity_thanks'],
    select: `select id, activity_id as "activityId", body as text, thanked_at as "thankedAt" from activity_thanks
        where giver_id = $1 order by thanked_at, id`,
    erase: ['delete from activity_thanks where giver_id = $1'],
    fate: 'ERASED',
  },
];
