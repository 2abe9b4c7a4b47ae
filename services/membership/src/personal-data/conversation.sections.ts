import type { PersonalSection } from '@guildhall/subgraph';

/** What members say to each other, the circles they are in, and company they asked for. */
export const conversationSections: readonly PersonalSection[] = [
  {
    name: 'messages',
    title: { en: 'Messages you wrote', 'zh-CN': '您写的消息' },
    tables: ['message'],
    select: `select conversation_id as "conversationId", number, body, status, removal_reason as "removalReason",
        written_at as "writtenAt" from message where author_id = $1 order by conversation_id, number`,
    erase: [`update message set status = 'DELETED', body = '', removal_reason = null where author_id = $1`],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'An empty place in the conversation, as long as somebody else keeps it, so that the numbers of the others stay right.',
      'zh-CN': '在对话中保留一个空白位置，直至对方不再保留该对话，使其余消息的编号保持正确。',
    },
  },
  {
    name: 'conversations',
    title: { en: 'Conversations you took part in', 'zh-CN': '您参与的对话' },
    tables: ['conversation_member'],
    select: `select cm.conversation_id as "conversationId", c.kind, cm.joined_at as "joinedAt", cm.left_at as "leftAt",
        cm.is_muted as "isMuted", cm.shows_reading as "showsReading" from conversation_member cm
        join conversation c on c.id = cm.conversation_id where cm.member_id = $1 order by cm.joined_at, cm.conversation_id`,
    erase: [
      `update conversation_member cm set shown_name = '', shows_reading = false, read_number = 0,
         left_at = coalesce(cm.left_at, cm.joined_at), until_number = coalesce(cm.until_number, 0)
       where cm.member_id = $1`,
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That a former member took part, without a name, as long as somebody else keeps the conversation.',
      'zh-CN': '仅保留“某位前成员曾参与”，不含姓名，直至对方不再保留该对话。',
    },
  },
  {
    name: 'circleWish',
    title: { en: 'Your wish for a circle', 'zh-CN': '您的小圈子意愿' },
    tables: ['circle_wish'],
    select: `select interests, languages, half_days as "halfDays", size_max as "sizeMax", wished_at as "wishedAt",
        rounds_waited as "roundsWaited" from circle_wish where member_id = $1`,
    erase: ['delete from circle_wish where member_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'circles',
    title: { en: 'Circles', 'zh-CN': '小圈子' },
    tables: ['circle_seat'],
    select: `select s.circle_id as "circleId", s.status, s.answered_at as "answeredAt", c.interest, c.language,
        c.half_day as "halfDay", c.proposed_at as "proposedAt" from circle_seat s join small_circle c on c.id = s.circle_id
        where s.member_id = $1 order by c.proposed_at, s.circle_id`,
    erase: ['delete from circle_seat where member_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'companyAsks',
    title: { en: 'Company you asked for', 'zh-CN': '您发出的结伴请求' },
    tables: ['company_ask'],
    select: `select activity_id as "activityId", size_max as "sizeMax", asked_at as "askedAt" from company_ask
        where member_id = $1 order by asked_at, id`,
    erase: ['delete from company_ask where member_id = $1'],
    fate: 'ERASED',
  },
];
