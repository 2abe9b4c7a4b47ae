import type { PersonalSection } from '@guildhall/subgraph';

const live = `('DRAFT', 'OPEN', 'OFFERED', 'MATCHED', 'ARRANGED', 'DONE_CLAIMED', 'HELD')`;

/** What members ask of each other and do for each other. Who was helped keeps what concerns them. */
export const helpSections: readonly PersonalSection[] = [
  {
    name: 'helpRequests',
    title: { en: 'Help you asked for', 'zh-CN': '您的求助' },
    tables: ['help_request', 'help_dispute'],
    select: `select r.id, r.kind, r.title, r.words, r.language, r.place, r.status, r.status_reason as "statusReason",
        r.meeting_place as "meetingPlace", r.meeting_at as "meetingAt", r.drafted_at as "draftedAt", r.posted_at as "postedAt",
        r.completed_at as "completedAt", case when d.raised_by = $1 then d.words end as "disputeWords"
        from help_request r left join help_dispute d on d.request_id = r.id where r.requester_id = $1 order by r.drafted_at, r.id`,
    erase: [
      `update help_dispute set words = '' where raised_by = $1`,
      `update help_match m set status = 'ENDED', ended_at = coalesce(m.ended_at, now()), version = m.version + 1
         from help_request r where r.id = m.request_id and r.requester_id = $1 and m.status = 'LIVE' and r.status in ${live}`,
      `update help_match m set thanks = '', version = m.version + 1 from help_request r
         where r.id = m.request_id and r.requester_id = $1 and m.thanks is not null`,
      `update help_request set title = '', words = '', place = null, meeting_place = null, meeting_at = null,
         status_reason = case when status_reason is null then null else '' end, held_from = case when status = 'REMOVED' then held_from end,
         status = case when status in ${live} then 'CANCELLED' else status end, version = version + 1 where requester_id = $1`,
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That a former member asked for help and how it ended, without a word of it, for ever, for the credits of whoever helped. What is still open is cancelled.',
      'zh-CN': '永久保留“某前成员求助及其结果”的记录，不含任何文字，因为关系到帮助者的积分。仍未完成的会被取消。',
    },
  },
  {
    name: 'helpOffers',
    title: { en: 'Help you offered and gave', 'zh-CN': '您提供的帮助' },
    tables: ['help_offer', 'help_match'],
    select: `select o.id, o.request_id as "requestId", o.words, o.status, o.offered_at as "offeredAt",
        array(select m.matched_at from help_match m where m.request_id = o.request_id and m.helper_id = $1 order by m.matched_at) as "matchedAt"
        from help_offer o where o.helper_id = $1 order by o.offered_at, o.id`,
    erase: [
      `with gone as (update help_match set status = 'ENDED', ended_at = now(), version = version + 1
           where helper_id = $1 and status = 'LIVE' returning request_id)
         update help_request r set helpers_found = greatest(r.helpers_found - 1, 0),
           status = case when r.status in ('MATCHED', 'ARRANGED') and r.helpers_found <= 1 then 'OPEN' else r.status end,
           version = r.version + 1 from gone where r.id = gone.request_id and r.status in ${live}`,
      `update help_match set thanks = '', version = version + 1 where helper_id = $1 and thanks is not null`,
      `update help_offer set words = '', status = case when status = 'OFFERED' then 'WITHDRAWN' else status end,
         version = version + 1 where helper_id = $1`,
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That a former member helped, without a word of it, for ever, for the credits of whoever was helped. Offers that wait are taken back.',
      'zh-CN': '永久保留“某前成员提供过帮助”的记录，不含任何文字，因为关系到受助者的积分。尚在等待的会被撤回。',
    },
  },
  {
    name: 'helpCredits',
    title: { en: 'Your help credits', 'zh-CN': '您的互助积分' },
    tables: ['help_credit_movement'],
    select: `select id, match_id as "matchId", amount, moved_at as "movedAt" from help_credit_movement where member_id = $1
        order by moved_at, id`,
    erase: [],
    fate: 'KEPT',
    kept: {
      en: 'Each movement by an opaque id, for ever: the ledger sums to nothing only as a whole, and the other half belongs to somebody else.',
      'zh-CN': '每笔变动以不透明编号永久保留：账本整体必须为零，另一半属于他人。',
    },
  },
  {
    name: 'helpSettings',
    title: { en: 'Standing offers and how to reach you', 'zh-CN': '长期帮助意愿与联系方式' },
    tables: ['standing_help_offer', 'help_setting', 'minor_member'],
    select: `select 'offer' as kind, title, topics, languages, null as "contactLine", until from standing_help_offer where helper_id = $1
        union all select 'setting', null, null, null, contact_line, null from help_setting where id = $1
        union all select 'minor', null, null, null, null, until from minor_member where id = $1`,
    erase: [
      'delete from standing_help_offer where helper_id = $1',
      'delete from help_setting where id = $1',
      'delete from minor_member where id = $1',
      `update minor_member set noted_by = 'erased:' || m.id from member m where m.id = $1 and noted_by = m.subject`,
    ],
    fate: 'ERASED',
  },
];
