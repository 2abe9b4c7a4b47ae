import type { PersonalSection } from '@guildhall/subgraph';
import { credentialSections } from './credential.sections.js';
import { librarySections } from './library.sections.js';
import { pathSections } from './path.sections.js';
import { quizSections } from './quiz.sections.js';
import { studySections } from './study.sections.js';

/**
 * Everything this service keeps about a member. Whoever adds a table with a member in it adds a section here, or an
 * exception with its reason; a test compares both with the database. One made-up person takes the place of the erased
 * one in what is counted, so that figures still count one person, whom nothing leads to.
 */
export const personalSections: readonly PersonalSection[] = [
  ...pathSections,
  {
    name: 'enrolments',
    title: { en: 'Learning paths you are or were on', 'zh-CN': '您参加过的学习路径' },
    tables: ['enrolment', 'step_progress'],
    select: `select e.id, p.title, e.status, e.enrolled_at as "enrolledAt", e.completed_at as "completedAt",
        (select jsonb_agg(jsonb_build_object('title', s.title, 'status', g.status, 'passedAt', g.passed_at) order by s.position)
           from step_progress g join path_step s on s.id = g.step_id where g.enrolment_id = e.id) as steps
        from enrolment e join learning_path p on p.id = e.path_id where e.member_id = $1 order by e.enrolled_at, e.id`,
    erase: [
      `update step_progress set evidence = '{}' where enrolment_id in (select id from enrolment where member_id = $1)`,
      'update enrolment set member_id = (select gen_random_uuid()), version = version + 1 where member_id = $1',
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That one person without a name was on the path and how far, as long as the path is kept, so that its figures stay right.',
      'zh-CN': '保留“某一无名者参加该路径及其进度”的记录，直至该路径被删除，以保证统计数字正确。',
    },
  },
  {
    name: 'record',
    title: { en: 'Your record: what you did, led and learned', 'zh-CN': '您的成长记录：参与、带领与学习' },
    tables: ['evidence', 'record_fact', 'hidden_evidence'],
    select: `select e.id, e.kind, e.source_id as "sourceId", e.happened_at as "happenedAt", e.until, e.minutes, e.detail,
          e.taken_back_at as "takenBackAt", h.hidden_at as "hiddenAt"
        from evidence e left join hidden_evidence h on h.evidence_id = e.id where e.member_id = $1 order by e.happened_at, e.id`,
    erase: [
      'delete from hidden_evidence where member_id = $1',
      'delete from evidence where member_id = $1',
      `delete from record_fact f where member_ids = array[$1::uuid]`,
      `update record_fact set member_ids = array_remove(member_ids, $1::uuid) where member_ids @> array[$1::uuid]`,
    ],
    fate: 'ERASED',
  },
  {
    name: 'skills',
    title: { en: 'Changes to the mapping of skills you proposed or decided', 'zh-CN': '您提出或决定的技能对照修改' },
    tables: ['skill_version', 'record_rebuild'],
    select: `select v.id, v.number, v.status, v.name_en as name, v.proposed_at as "proposedAt", v.decided_at as "decidedAt"
        from skill_version v join actor_member m on m.subject in (v.proposed_by, v.decided_by)
        where m.member_id = $1 order by v.proposed_at, v.id`,
    erase: [
      `update skill_version v set proposed_by = 'erased:' || m.member_id || ':proposed' from actor_member m where m.member_id = $1 and v.proposed_by = m.subject`,
      `update skill_version v set decided_by = 'erased:' || m.member_id || ':decided' from actor_member m where m.member_id = $1 and v.decided_by = m.subject`,
      `update record_rebuild r set requested_by = 'erased:' || m.member_id from actor_member m where m.member_id = $1 and r.requested_by = m.subject`,
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That somebody proposed the version and somebody else decided about it, as long as the mapping is kept.',
      'zh-CN': '保留“由某人提出、由另一人决定”的记录，直至该对照被删除。',
    },
  },
  ...librarySections,
  ...credentialSections,
  ...quizSections,
  ...studySections,
  {
    name: 'paths',
    title: { en: 'Learning paths you wrote', 'zh-CN': '您编写的学习路径' },
    tables: ['path_version'],
    select: `select v.id, p.title, p.summary, v.number, v.status, v.published_at as "publishedAt"
        from path_version v join learning_path p on p.id = v.path_id where v.author_id = $1 order by v.id`,
    erase: [
      'update path_version set author_id = (select gen_random_uuid()), version = version + 1 where author_id = $1',
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'The path by a former member, as long as the union keeps it: it is the work of the union, and others may be on it.',
      'zh-CN': '路径以“前成员”名义保留，由学生会决定保留多久：它属于学生会的工作，可能有人正在学习。',
    },
  },
  {
    name: 'offices',
    title: { en: 'Offices you hold or held', 'zh-CN': '您担任过的职务' },
    tables: ['mandate_term'],
    select: `select kind, group_id as "groupId", starts_at as "startsAt", ends_at as "endsAt" from mandate_term
        where member_id = $1 order by starts_at, mandate_id`,
    erase: ['delete from mandate_term where member_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'handovers',
    title: { en: 'Offices you handed over or took over', 'zh-CN': '您移交或接任的职务' },
    tables: ['handover_capsule'],
    select: `select id, kind, group_id as "groupId", status, opened_at as "openedAt", accepted_at as "acceptedAt" from handover_capsule
        where successor_id = $1 or $1::uuid = any(outgoing_ids) order by opened_at, id`,
    erase: [
      'update handover_capsule set successor_id = (select gen_random_uuid()), version = version + 1 where successor_id = $1',
      `update handover_capsule set outgoing_ids = array_replace(outgoing_ids, $1::uuid, (select gen_random_uuid())), version = version + 1
         where $1::uuid = any(outgoing_ids)`,
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That an office was handed over, without your name.',
      'zh-CN': '保留“某项职务已交接”的记录，不含您的姓名。',
    },
  },
  {
    name: 'handoverWords',
    title: { en: 'What you wrote when you handed over or took over', 'zh-CN': '您在交接中写下的内容' },
    tables: ['handover_item', 'handover_question', 'handover_nothing'],
    select: `select i.id, i.title, i.words, i.link from handover_item i where i.author_id = $1
        union all select q.id, q.words, coalesce(q.answer, ''), null from handover_question q
          join handover_capsule c on c.id = q.capsule_id where q.answered_by_member_id = $1 or c.successor_id = $1
        order by 1`,
    erase: [
      'update handover_item set author_id = null where author_id = $1',
      'update handover_question set answered_by_member_id = null where answered_by_member_id = $1',
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'What you wrote, without your name, until a year after the handover is sealed: whoever took over the office needs it.',
      'zh-CN': '您写下的内容（不含姓名）保留至交接封存后一年：接任者需要它。',
    },
  },
  {
    name: 'dataExports',
    title: { en: 'Copies written for you', 'zh-CN': '为您生成的数据副本' },
    tables: ['data_export_part', 'data_export_page'],
    erase: ['delete from data_export_part where member_id = $1'],
    fate: 'ERASED',
  },
];

/** Tables with a member in them that no section speaks for, each with the reason. */
export const exceptions: Readonly<Record<string, string>> = {
  actor_member: 'the copy of the register; erased with the sign-in when membership tells of it',
  actor_group_membership: 'a copy of what membership keeps; erased with the sign-in',
  actor_mandate: 'a copy of what membership keeps; erased with the sign-in',
  actor_constituency: 'a copy of what membership keeps; erased with the sign-in',
  actor_appointment: 'a copy of what membership keeps; erased with the sign-in',
};
