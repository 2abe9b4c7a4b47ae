import type { PersonalSection } from '@guildhall/subgraph';

/** What the register and the groups keep about a member. The member's own row is made a tombstone by the erasure itself. */
export const registerSections: readonly PersonalSection[] = [
  {
    name: 'profile',
    title: { en: 'Your record and profile', 'zh-CN': '登记信息与个人资料' },
    tables: ['member'],
    select: `select id, subject, student_number as "studentNumber", status, status_reason as "statusReason",
        status_until as "statusUntil", display_name as "displayName", pronouns, bio, faculty, programme, level, year,
        interests, skills, languages, audiences, joined_at as "joinedAt" from member where id = $1`,
    erase: [],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'An opaque id, that it was erased, and the week of joining, for ever, so that figures stay right and nobody is counted twice.',
      'zh-CN': '永久保留一个不透明的编号、已删除的状态和加入的那一周，以保证统计数字正确且不会重复计数。',
    },
  },
  {
    name: 'groupMemberships',
    title: { en: 'Groups you belong or belonged to', 'zh-CN': '您加入过的社团' },
    tables: ['group_membership'],
    select: `select m.id, m.group_id as "groupId", g.name as "groupName", m.status, m.since, m.until,
        m.removal_reason as "removalReason", m.kind, case when m.asked_by = $1 then m.words end as words from group_membership m join student_group g on g.id = m.group_id
        where m.member_id = $1 order by m.since, m.id`,
    erase: [
      `update group_membership set removal_reason = case when removal_reason is null then null else '' end, words = null,
         until = case when status in ('INVITED', 'REQUESTED') then now() else until end,
         status = case status when 'INVITED' then 'DECLINED' when 'REQUESTED' then 'WITHDRAWN' else status end, version = version + 1
         where member_id = $1`,
      'update group_membership set words = null, version = version + 1 where asked_by = $1 and words is not null',
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'From when to when somebody without a name belonged to the group, for the history of the group, as long as the group is kept.',
      'zh-CN': '某个无名成员在社团中的起止时间，作为社团历史保留，直至该社团被删除。',
    },
  },
  {
    name: 'trainings',
    title: { en: 'Training that offices ask for and you hold or held', 'zh-CN': '职务要求的、您已完成或曾完成的培训' },
    tables: ['training'],
    select: `select path_id as "pathId", held_at as since, changed_at as "changedAt" from training
        where member_id = $1 order by changed_at, id`,
    erase: ['delete from training where member_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'trainingRules',
    title: { en: 'Rules about training that you decided as an officer', 'zh-CN': '您作为干部制定的培训要求' },
    tables: ['training_rule'],
    select: `select kind, version as number, path_id as "pathId", made_at as "madeAt" from training_rule where made_by = $1 order by made_at, kind`,
    erase: ['update training_rule set made_by = null where made_by = $1'],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That an officer without a name decided the rule, as long as rules are kept: they say what was asked of whom and when.',
      'zh-CN': '保留“某位无名干部制定该要求”的记录，与要求本身一同保存：它说明何时对谁提出过什么要求。',
    },
  },
  {
    name: 'mandates',
    title: { en: 'Offices you hold or held', 'zh-CN': '您担任过的职务' },
    tables: ['mandate'],
    select: `select m.id, p.title, p.kind, p.group_id as "groupId", m.starts_at as "startsAt", m.ends_at as "endsAt",
        m.ended_at as "endedAt", m.conferred_by as "conferredBy" from mandate m join position p on p.id = m.position_id
        where m.member_id = $1 order by m.starts_at, m.id`,
    erase: [],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'Offices end. That somebody without a name held the office from when to when stays as long as the office is kept, because decisions were made by it.',
      'zh-CN': '职务随即终止。某个无名者曾在何时担任该职务的记录随职务保留，因为有决定由此作出。',
    },
  },
  {
    name: 'appointments',
    title: { en: 'Staff roles you hold or held', 'zh-CN': '您担任过的工作人员角色' },
    tables: ['appointment'],
    select: `select a.id, a.role, a.starts_at as "startsAt", a.ends_at as "endsAt", a.ended_at as "endedAt"
        from appointment a join member m on m.subject = a.subject where m.id = $1 order by a.starts_at, a.id`,
    erase: [
      `update appointment a set subject = 'erased:' || m.id from member m where m.id = $1 and a.subject = m.subject`,
      `update appointment a set granted_by = 'erased:' || m.id from member m where m.id = $1 and a.granted_by = m.subject`,
      `update appointment a set confirmed_by = 'erased:' || m.id from member m where m.id = $1 and a.confirmed_by = m.subject`,
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That somebody without a name had the role from when to when, and gave or confirmed which, for ever: whoever could read cases has to stay countable.',
      'zh-CN': '永久保留某个无名者在何时拥有、授予或确认该角色的记录：曾能查阅个案的人必须始终可以追溯计数。',
    },
  },
  {
    name: 'suspensions',
    title: { en: 'Suspensions and what you said against them', 'zh-CN': '暂停权利及您的申诉' },
    tables: ['suspension', 'membership_appeal'],
    select: `select s.id, s.suspended_at as "suspendedAt", s.ended_at as "endedAt", a.words, a.appealed_at as "appealedAt",
        a.status, a.reasons, a.decided_at as "decidedAt" from suspension s left join membership_appeal a on a.suspension_id = s.id
        where s.member_id = $1 order by s.suspended_at, s.id`,
    erase: [
      `update membership_appeal a set decided_by = 'erased:' || m.id from member m where m.id = $1 and a.decided_by = m.subject`,
      `update suspension s set suspended_by = 'erased:' || m.id from member m where m.id = $1 and s.suspended_by = m.subject`,
      'delete from membership_appeal where member_id = $1',
      'delete from suspension where member_id = $1',
    ],
    fate: 'ERASED',
  },
  {
    name: 'dataExports',
    title: { en: 'Copies you asked for', 'zh-CN': '您申请过的数据副本' },
    tables: ['data_export', 'data_export_written', 'data_export_part', 'data_export_page'],
    select: `select id, requested_at as "requestedAt", finished_at as "finishedAt" from data_export
        where member_id = $1 order by requested_at, id`,
    erase: ['delete from data_export_part where member_id = $1', 'delete from data_export where member_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'erasures',
    title: { en: 'Erasures you asked for', 'zh-CN': '您申请过的数据删除' },
    tables: ['erasure', 'erasure_confirmation'],
    select: `select id, status, rules_version as "rulesVersion", requested_at as "requestedAt", due_at as "dueAt",
        ended_at as "endedAt" from erasure where member_id = $1 order by requested_at, id`,
    erase: [],
    fate: 'KEPT',
    kept: {
      en: 'That an erasure was asked for and which services confirmed it, with dates and an opaque id, for ever: it is the proof that it was done.',
      'zh-CN': '永久保留申请删除的日期、各服务的确认日期和一个不透明的编号，作为已执行删除的证明。',
    },
  },
];
