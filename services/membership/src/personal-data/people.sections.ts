import type { PersonalSection } from '@guildhall/subgraph';

/** What ties members to each other, what they need, and what they allowed. Other people stand in copies by their ids alone. */
export const peopleSections: readonly PersonalSection[] = [
  {
    name: 'connections',
    title: { en: 'Connections and requests', 'zh-CN': '联系人与请求' },
    tables: ['member_connection'],
    select: `select id, case when requester_id = $1 then addressee_id else requester_id end as "otherId",
        requester_id = $1 as "askedByYou", case when status = 'SILENT' then 'REQUESTED' else status end as status,
        case when requester_id = $1 then message end as message, requested_at as "requestedAt", connected_at as "connectedAt",
        closed_at as "closedAt" from member_connection
        where requester_id = $1 or (addressee_id = $1 and status <> 'SILENT') order by requested_at, id`,
    erase: ['delete from member_connection where requester_id = $1 or addressee_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'blocks',
    title: { en: 'People you blocked', 'zh-CN': '您屏蔽的人' },
    tables: ['member_block'],
    select: `select blocked_id as "otherId", since from member_block where blocker_id = $1 order by since, blocked_id`,
    erase: ['delete from member_block where blocker_id = $1 or blocked_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'discoverability',
    title: { en: 'Who may find you, and suggestions you set aside', 'zh-CN': '谁可以找到您，以及您忽略的推荐' },
    tables: ['discoverability', 'suggestion_dismissal'],
    select: `select d.found_by as "foundBy", d.has_suggestions as "hasSuggestions",
        array(select s.dismissed_id from suggestion_dismissal s where s.member_id = $1 order by s.dismissed_id) as "dismissedIds"
        from (select 1) one left join discoverability d on d.member_id = $1
        where d.member_id is not null or exists (select 1 from suggestion_dismissal s where s.member_id = $1)`,
    erase: [
      'delete from suggestion_dismissal where member_id = $1 or dismissed_id = $1',
      'delete from discoverability where member_id = $1',
    ],
    fate: 'ERASED',
  },
  {
    name: 'goingSharing',
    title: { en: 'Whether connections may know where you go', 'zh-CN': '是否让联系人知道您参加的活动' },
    tables: ['going_sharing'],
    select: 'select true as "isShown" from going_sharing where member_id = $1',
    erase: ['delete from going_sharing where member_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'needs',
    title: { en: 'What you need to take part', 'zh-CN': '您的参与需求' },
    tables: ['needs_profile'],
    select: `select needs, diet_note as "dietNote", access_note as "accessNote", language_note as "languageNote",
        updated_at as "updatedAt" from needs_profile where member_id = $1`,
    erase: ['delete from needs_profile where member_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'consents',
    title: { en: 'What you allowed others to read', 'zh-CN': '您同意他人查阅的内容' },
    tables: ['member_consent'],
    select: `select id, purpose, fields, audience, group_id as "groupId", activity_id as "activityId", from_at as "fromAt", to_at as "toAt",
        withdrawn_at as "withdrawnAt" from member_consent where member_id = $1 order by from_at, id`,
    erase: [
      `select set_config('guildhall.erasing', $1::text, true)`,
      'delete from member_consent where member_id = $1',
    ],
    fate: 'ERASED',
  },
  {
    name: 'needsReadings',
    title: { en: 'Who read what you need', 'zh-CN': '谁查阅过您的需求' },
    tables: ['needs_reading'],
    select: `select purpose, fields, group_id as "groupId", reader_id as "readerId", read_at as "readAt"
        from needs_reading where member_id = $1 order by read_at, id`,
    erase: [`select set_config('guildhall.erasing', $1::text, true)`, 'delete from needs_reading where member_id = $1'],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That a former member read what others need, for these others, as long as they are members: they have a right to see every reading.',
      'zh-CN': '您查阅他人需求的记录以“前成员”名义保留至该成员离会：他们有权看到每一次查阅。',
    },
  },
  {
    name: 'needsOrganised',
    title: {
      en: 'Activities whose needs you may see counted or by name',
      'zh-CN': '您可查看参与者需求统计或名单的活动',
    },
    tables: ['needs_organiser'],
    select: `select activity_id as "activityId", role from needs_organiser where member_id = $1 order by activity_id, role`,
    erase: ['delete from needs_organiser where member_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'activityPlaces',
    title: { en: 'Places you hold, as the register knows them', 'zh-CN': '会员系统所知的您的活动名额' },
    tables: ['place_told', 'activity_place'],
    select: `select activity_id as "activityId", is_held as "isHeld", changed_at as "changedAt"
        from place_told where member_id = $1 order by changed_at, registration_id`,
    erase: ['delete from place_told where member_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'notifications',
    title: { en: 'What you were told', 'zh-CN': '您收到的通知' },
    tables: ['notification', 'notification_mail'],
    select: `select reason, subject_kind as "subjectKind", subject_id as "subjectId", told_at as "toldAt", read_at as "readAt"
        from notification where member_id = $1 order by told_at, id`,
    erase: [
      'delete from notification_mail where member_id = $1',
      'delete from notification where member_id = $1',
      'update notification set from_id = null where from_id = $1',
    ],
    fate: 'ERASED',
  },
  {
    name: 'notificationSettings',
    title: { en: 'How you want to be told', 'zh-CN': '您的通知设置' },
    tables: ['notification_settings', 'notification_preference'],
    select: `select s.address, s.proposed_address as "proposedAddress", s.quiet_from as "quietFrom", s.quiet_until as "quietUntil",
        s.digest, s.language, (select jsonb_agg(jsonb_build_object('topic', p.topic, 'isTold', p.is_told, 'mail', p.mail) order by p.topic)
          from notification_preference p where p.member_id = $1) as preferences
        from notification_settings s where s.member_id = $1`,
    erase: [
      'delete from notification_preference where member_id = $1',
      'delete from notification_settings where member_id = $1',
    ],
    fate: 'ERASED',
  },
  {
    name: 'affiliations',
    title: { en: 'Affiliations of groups you took part in', 'zh-CN': '您参与的社团注册' },
    tables: ['affiliation_submission', 'affiliation_step'],
    select: `select id, group_id as "groupId", occasion, status, submitted_at as "submittedAt" from affiliation_submission
        where submitted_by = $1 or president_id = $1 or treasurer_id = $1 or secretary_id = $1 order by submitted_at, id`,
    erase: [],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'What the group handed in and who decided it, by former members, as long as the group is kept: these are the words of the group.',
      'zh-CN': '社团提交的材料和审批记录以“前成员”名义保留，直至该社团被删除：这些是社团的文字。',
    },
  },
];
