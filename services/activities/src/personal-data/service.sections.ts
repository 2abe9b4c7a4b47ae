import type { PersonalSection } from '@guildhall/subgraph';

/** What voluntary service keeps about a member. */
export const serviceSections: readonly PersonalSection[] = [
  {
    name: 'hoursClaims',
    title: { en: 'Hours of service you claimed', 'zh-CN': '您申报的志愿时长' },
    tables: ['hours_claim'],
    select: `select c.id, h.name as host, c.worked_from as "workedFrom", c.worked_to as "workedTo", c.minutes, c.what, c.evidence,
        c.evidence_link as "evidenceLink", c.longer_because as "longerBecause", c.status, c.status_reason as "statusReason",
        c.submitted_at as "submittedAt", c.decided_at as "decidedAt"
        from hours_claim c join service_host h on h.id = c.host_id where c.member_id = $1 order by c.worked_from, c.id`,
    erase: [
      "delete from hours_claim where member_id = $1 and status <> 'VERIFIED'",
      `update hours_claim set member_id = (select gen_random_uuid()), what = '', evidence = case when evidence is null then null else '' end,
         evidence_link = case when evidence_link is null then null else '' end, longer_because = null, status_reason = null,
         version = version + 1 where member_id = $1`,
      'update hours_claim set decided_by_member_id = gen_random_uuid(), version = version + 1 where decided_by_member_id = $1',
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That one person without a name worked verified hours for a host, because hours are reported. Everything that was not verified goes.',
      'zh-CN': '保留“某一无名者为某机构服务过若干已核实时长”的记录，因为服务时长需要上报。未核实的内容全部删除。',
    },
  },
  {
    name: 'shiftSignups',
    title: { en: 'Shifts you signed up for', 'zh-CN': '您报名的志愿班次' },
    tables: ['shift_signup'],
    select: `select u.id, o.title, r.name as role, u.status, u.starts_at as "startsAt", u.ends_at as "endsAt", u.asked_at as "askedAt"
        from shift_signup u join shift s on s.id = u.shift_id join opportunity o on o.id = s.opportunity_id
          join shift_role r on r.id = u.role_id where u.member_id = $1 order by u.starts_at, u.id`,
    erase: [
      `update shift_signup set member_id = (select gen_random_uuid()), swap_to_member_id = null, version = version + 1,
         status = case when status in ('REQUESTED', 'ACCEPTED', 'SWAP_OFFERED') then 'WITHDRAWN' else status end
       where member_id = $1`,
      `update shift_signup set swap_to_member_id = null, status = 'ACCEPTED', version = version + 1
       where swap_to_member_id = $1 and status = 'SWAP_OFFERED'`,
      'update shift_signup set swap_to_member_id = null, version = version + 1 where swap_to_member_id = $1',
      'update shift_signup set recorded_by_member_id = gen_random_uuid(), version = version + 1 where recorded_by_member_id = $1',
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That one person without a name worked a shift or was absent, because hosts report how their shifts were staffed. Places are given up.',
      'zh-CN': '保留“某一无名者参加或缺席某班次”的记录，因为机构需要报告排班情况。尚未结束的名额将被释放。',
    },
  },
  {
    name: 'serviceHosts',
    title: {
      en: 'Hosts of service you speak for, and what you wrote and vetted for them',
      'zh-CN': '您负责联络的志愿服务机构，以及您撰写和审核的项目',
    },
    tables: ['service_host', 'opportunity'],
    select: `select h.id, h.name, h.status, null as title, true as "isContact" from service_host h where h.contact_member_id = $1
        union all select o.id, h.name, o.status, o.title, false from opportunity o join service_host h on h.id = o.host_id
        where o.drafted_by_member_id = $1 or o.vetted_by_member_id = $1 order by 2, 1`,
    erase: [
      `update service_host set contact_member_id = null, status = case when group_id is null then 'CLOSED' else status end, version = version + 1
       where contact_member_id = $1`,
      'update opportunity set drafted_by_member_id = gen_random_uuid(), version = version + 1 where drafted_by_member_id = $1',
      'update opportunity set vetted_by_member_id = gen_random_uuid(), version = version + 1 where vetted_by_member_id = $1',
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'The host and what it offers, without you. A host that has nobody left is closed until somebody is named.',
      'zh-CN': '机构及其服务项目在去除您的身份后保留。无人联络的机构将关闭，直至指定新的联络人。',
    },
  },
];
