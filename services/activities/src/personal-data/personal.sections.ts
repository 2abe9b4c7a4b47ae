import type { PersonalSection } from '@guildhall/subgraph';
import { afterSections } from './after.sections.js';
import { doorSections } from './door.sections.js';
import { serviceSections } from './service.sections.js';

/**
 * Everything this service keeps about a member. Whoever adds a table with a member in it adds a section here, or an
 * exception with its reason; a test compares both with the database. One made-up person takes the place of the erased
 * one, so that figures still count one person, whom nothing leads to.
 */
export const personalSections: readonly PersonalSection[] = [
  // Before the registrations, through which what was taken back at a door is found.
  ...doorSections,
  // A choice about photos is found through its registration, so it goes before that loses its member.
  ...afterSections,
  ...serviceSections,
  {
    name: 'registrations',
    title: { en: 'Where you registered and took part', 'zh-CN': '您报名和参加过的活动' },
    tables: ['registration'],
    select: `select r.id, r.activity_id as "activityId", a.title, a.starts_at as "startsAt", r.status, r.status_reason as "statusReason",
        r.queued_at as "queuedAt", r.auto_accept as "autoAccept", r.despite_clash as "despiteClash", r.draw_number as "drawNumber",
        r.offered_at as "offeredAt", r.offer_expires_at as "offerExpiresAt", r.checked_in_at as "checkedInAt",
        r.checked_out_at as "checkedOutAt", r.is_late as "isLate", r.excused as "isExcused" from registration r join activity a on a.id = r.activity_id
        where r.member_id = $1 order by r.queued_at, r.id`,
    erase: [
      `update registration set member_id = (select gen_random_uuid()), status_reason = case when status_reason is null then null else '' end,
         version = version + 1 where member_id = $1`,
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That one person without a name registered or took part, as long as the activity is kept, because attendance is reported. Places in what has not ended are given up.',
      'zh-CN': '保留“某一无名者报名或参加”的记录，直至该活动被删除，因为出席人数需要上报。尚未结束的活动名额将被释放。',
    },
  },
  {
    name: 'organised',
    title: { en: 'Activities you organise', 'zh-CN': '您组织的活动' },
    tables: ['activity'],
    select: `select id, group_id as "groupId", title, summary, place, kind, status, status_reason as "statusReason", report,
        starts_at as "startsAt", ends_at as "endsAt" from activity where organiser_id = $1 order by starts_at, id`,
    erase: [
      'update activity set organiser_id = (select gen_random_uuid()), version = version + 1 where organiser_id = $1',
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'The activity itself with its title, summary and report, without you: they are the words of the group, and stay as long as the group keeps them.',
      'zh-CN': '活动本身及其标题、简介和总结会在去除您的身份后保留：这些是社团的文字，由社团决定保留多久。',
    },
  },
  {
    name: 'teams',
    title: { en: 'Activities you helped to organise', 'zh-CN': '您参与筹办的活动' },
    tables: ['team_place'],
    select: `select p.id, p.activity_id as "activityId", a.title, p.role, p.status, p.status_reason as "statusReason", p.asked_at as "askedAt",
        p.joined_at as "joinedAt", p.ended_at as "endedAt", p.led_at as "ledAt", p.led_voided_at as "ledVoidedAt", p.led_void_reason as "ledVoidReason"
        from team_place p join activity a on a.id = p.activity_id where p.member_id = $1 order by p.asked_at, p.id`,
    erase: [
      `update team_place set member_id = gen_random_uuid(), version = version + 1,
         ended_at = case when status in ('ASKED', 'ON_TEAM') then greatest(asked_at, now()) else ended_at end,
         status_reason = case when status in ('ON_TEAM', 'LEFT', 'REMOVED') then '' else null end,
         status = case status when 'ASKED' then 'DECLINED' when 'ON_TEAM' then 'LEFT' else status end,
         led_void_reason = case when led_void_reason is null then null else '' end
       where member_id = $1`,
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That one person without a name was on the team, as long as the activity is kept, so that its history stays whole.',
      'zh-CN': '保留“某一无名者曾参与筹办”的记录，直至该活动被删除，以保持活动历史完整。',
    },
  },
  {
    name: 'series',
    title: { en: 'Series of activities you started', 'zh-CN': '您发起的系列活动' },
    tables: ['activity_series'],
    select: `select id, group_id as "groupId", content->>'title' as title, content->>'summary' as summary, content->>'place' as place,
        started_at as "startsAt", ended_at as "endedAt"
        from activity_series where keeper_id = $1 order by started_at, id`,
    erase: [
      `update activity_series set keeper_id = (select gen_random_uuid()), ended_at = coalesce(ended_at, greatest(started_at, now())),
         version = version + 1 where keeper_id = $1`,
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'The series itself without you, because its activities are the plans of the group. It ends, so that nothing further is drafted in your name.',
      'zh-CN': '系列本身会在去除您的身份后保留，因为其中的活动是社团的计划。该系列会结束，不再以您的名义生成新活动。',
    },
  },
  {
    name: 'answers',
    title: { en: 'What you answered when you registered', 'zh-CN': '您报名时填写的回答' },
    tables: ['question_answer'],
    select: `select act.title, q.wording as question, a.value as answer, a.answered_at as "answeredAt" from question_answer a
        join question q on q.id = a.question_id join activity act on act.id = q.activity_id
        where a.member_id = $1 order by a.answered_at, q.position`,
    erase: ['delete from question_answer where member_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'strikes',
    title: { en: 'Strikes, and what you said against them', 'zh-CN': '违约记录及您的申诉' },
    tables: ['strike'],
    select: `select s.id, a.title, s.kind, s.status, s.weight, s.given_at as "givenAt", s.expires_at as "expiresAt", s.words,
        s.appealed_at as "appealedAt", s.reasons, s.decided_at as "decidedAt" from strike s join activity a on a.id = s.activity_id
        where s.member_id = $1 order by s.given_at, s.id`,
    erase: [
      'delete from strike where member_id = $1',
      'update strike set decider_id = null, version = version + 1 where decider_id = $1',
    ],
    fate: 'ERASED',
  },
  {
    name: 'calendarFeeds',
    title: { en: 'Addresses of your calendar', 'zh-CN': '您的日历地址' },
    tables: ['calendar_feed'],
    select:
      'select id, name, created_at as "createdAt" from calendar_feed where member_id = $1 order by created_at, id',
    erase: ['delete from calendar_feed where member_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'trainings',
    title: { en: 'Training that shifts ask for and you hold or held', 'zh-CN': '班次要求的、您已完成或曾完成的培训' },
    tables: ['training'],
    select: `select path_id as "pathId", held_at as since, changed_at as "changedAt" from training
        where member_id = $1 order by changed_at, id`,
    erase: ['delete from training where member_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'shadowAccess',
    title: { en: 'What you read of groups before you took over an office', 'zh-CN': '您接任前可查阅的社团筹备内容' },
    tables: ['shadow_access'],
    select: `select group_id as "groupId", starts_at as "startsAt", ends_at as "endsAt" from shadow_access
        where member_id = $1 order by starts_at, capsule_id`,
    erase: ['delete from shadow_access where member_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'recommendationChoice',
    title: { en: 'Whether activities are recommended to you', 'zh-CN': '是否向您推荐活动' },
    tables: ['recommendation_choice'],
    select: 'select is_on as "isOn" from recommendation_choice where member_id = $1',
    erase: ['delete from recommendation_choice where member_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'evidence',
    title: { en: 'Evidence you gave for activities', 'zh-CN': '您为活动提交的证明材料' },
    tables: ['evidence'],
    select: `select activity_id as "activityId", kind, statement as words, link, status, note, given_at as "givenAt"
        from evidence where author_id = $1 order by given_at, id`,
    erase: ['update evidence set author_id = (select gen_random_uuid()), version = version + 1 where author_id = $1'],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'What was said for the activity, without you: it is what the activity was approved on, and stays as long as the activity is kept.',
      'zh-CN': '材料内容会在去除您的身份后保留：活动据此获批，随该活动一同保存。',
    },
  },
  {
    name: 'judgements',
    title: { en: 'Activities you submitted or judged', 'zh-CN': '您提交或审批过的活动' },
    tables: ['judgement'],
    select: `select activity_id as "activityId", kind, note, judged_at as "decidedAt" from judgement where member_id = $1 order by judged_at, id`,
    erase: ['update judgement set member_id = (select gen_random_uuid()) where member_id = $1'],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That somebody submitted or judged it, when and in which words, because others rely on the decision.',
      'zh-CN': '保留“曾有人提交或审批”及其时间和意见，因为他人依赖该决定。',
    },
  },
  {
    name: 'teamTasks',
    title: { en: 'What you had to do for activities', 'zh-CN': '您在活动筹办中负责的事项' },
    tables: ['team_task', 'run_item'],
    select: `select t.id, t.activity_id as "activityId", t.title, t.notes, t.status, t.due_at as "dueAt", null::timestamptz as "startsAt"
        from team_task t where t.owner_id = $1
        union all select i.id, i.activity_id, i.title, i.notes, null, null, i.starts_at from run_item i where i.member_id = $1
        order by 1`,
    erase: [
      'update team_task set owner_id = null, version = version + 1 where owner_id = $1',
      'update run_item set member_id = null, version = version + 1 where member_id = $1',
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'The tasks and the run sheet themselves without you: they are the plans of the group.',
      'zh-CN': '任务和流程表本身会在去除您的身份后保留：它们是社团的计划。',
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
  venue: 'who may book it is a kind of officer, never a person',
  equipment: 'who may book it is a kind of officer, never a person',
  actor_member: 'the copy of the register; erased with the sign-in when membership tells of it',
  actor_group_membership: 'a copy of what membership keeps; erased with the sign-in',
  actor_mandate: 'a copy of what membership keeps; erased with the sign-in',
  actor_constituency: 'a copy of what membership keeps; erased with the sign-in',
  actor_appointment: 'a copy of what membership keeps; erased with the sign-in',
};
