import type { PersonalSection } from '@guildhall/subgraph';

/** What study groups and mentoring keep about a member. */
export const studySections: readonly PersonalSection[] = [
  {
    name: 'studyGroups',
    title: { en: 'Study groups you are or were in', 'zh-CN': '您参加过的学习小组' },
    tables: ['study_group', 'study_place'],
    select: `select p.id, g.title, g.course, p.status, p.since, p.reason, g.organiser_id = $1 as "organisedByYou"
        from study_place p join study_group g on g.id = p.group_id where p.member_id = $1 order by p.since, p.id`,
    erase: [
      `update study_group g set version = version + 1, organiser_id = (
         select p.member_id from study_place p where p.group_id = g.id and p.status = 'SEATED' and p.member_id <> $1
         order by p.since, p.turn limit 1) where g.organiser_id = $1`,
      'delete from study_place where member_id = $1',
    ],
    fate: 'ERASED',
  },
  {
    name: 'studySessions',
    title: { en: 'Sessions of study groups you were at or hosted', 'zh-CN': '您参加或主持过的学习小组活动' },
    tables: ['study_session', 'study_attendance'],
    select: `select s.id, g.title, s.starts_at as "startsAt", coalesce(a.is_present, false) as "wasThere", s.host_id is not distinct from $1::uuid as "hostedByYou"
        from study_session s join study_group g on g.id = s.group_id left join study_attendance a on a.session_id = s.id and a.member_id = $1
        where a.member_id is not null or s.host_id = $1 order by s.starts_at, s.id`,
    erase: [
      'delete from study_attendance where member_id = $1',
      'update study_session set host_id = null, led_by_id = null, version = version + 1 where host_id = $1',
    ],
    fate: 'ERASED',
  },
  {
    name: 'studyNotes',
    title: { en: 'Notes you added to sessions', 'zh-CN': '您添加到小组活动的笔记' },
    tables: ['study_note'],
    select: `select n.id, r.title, n.added_at as "addedAt" from study_note n join resource r on r.id = n.resource_id
        where n.added_by_id = $1 order by n.added_at, n.id`,
    erase: ['delete from study_note where added_by_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'studyReports',
    title: { en: 'Study groups you reported', 'zh-CN': '您举报过的学习小组' },
    tables: ['study_report'],
    select: `select id, reason, words, reported_at as "reportedAt" from study_report where reporter_id = $1 order by reported_at, id`,
    erase: [
      `update study_report set words = '', reporter_id = (select gen_random_uuid()), version = version + 1 where reporter_id = $1`,
      'update study_report set decided_by_id = (select gen_random_uuid()), version = version + 1 where decided_by_id = $1',
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That somebody reported the group, and how it was decided, as long as the group is kept.',
      'zh-CN': '保留“有人举报过该小组”及处理结果，直至该小组被删除。',
    },
  },
  {
    name: 'mentorOffers',
    title: { en: 'What you offer as a mentor', 'zh-CN': '您作为学长导师提供的帮助' },
    tables: ['mentor_offer'],
    select: `select id, topics, courses, languages, about, mentees_max as "menteesMax", status, offered_at as "offeredAt"
        from mentor_offer where member_id = $1 order by id`,
    erase: ['delete from mentor_offer where member_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'mentorPairs',
    title: { en: 'Asks to mentors and mentoring', 'zh-CN': '导师申请与结对' },
    tables: ['mentor_pair', 'mentor_goal', 'mentor_meeting'],
    select: `select p.id, case when p.mentee_id = $1 then p.line end as line, p.mentee_id = $1 as "askedByYou", p.asked_at as "askedAt",
        p.started_at as "startedAt", p.ended_at as "endedAt",
        (select jsonb_agg(jsonb_build_object('words', g.words, 'reachedAt', g.reached_at) order by g.added_at, g.id)
           from mentor_goal g where g.pair_id = p.id) as goals,
        (select jsonb_agg(jsonb_build_object('startsAt', m.starts_at, 'minutes', m.minutes, 'words', m.words) order by m.starts_at, m.id)
           from mentor_meeting m where m.pair_id = p.id) as meetings
        from mentor_pair p where p.mentee_id = $1 or (p.mentor_id = $1 and p.status in ('ACCEPTED', 'ACTIVE', 'ENDED'))
        order by p.asked_at, p.id`,
    erase: ['delete from mentor_pair where mentor_id = $1 or mentee_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'keptApart',
    title: { en: 'Pairs that a block keeps apart', 'zh-CN': '因屏蔽而互不接触的成员对' },
    tables: ['blocked_pair'],
    // Whom a member blocks is in the copy that membership writes; who blocks them is not theirs to learn.
    erase: ['delete from blocked_pair where one_id = $1 or other_id = $1'],
    fate: 'ERASED',
    isCounted: false,
  },
];
