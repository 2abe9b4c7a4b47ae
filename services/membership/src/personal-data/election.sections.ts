import type { PersonalSection } from '@guildhall/subgraph';

/** Accounts of staff who decided something: their sign-in gives way to an opaque id. */
const forgetStaff = (table: string, column: string): string =>
  `update ${table} t set ${column} = 'erased:' || m.id from member m where m.id = $1 and t.${column} = m.subject`;

const contestTitle = `join contest k on k.id = c.contest_id join position p on p.id = k.position_id`;

/**
 * What elections keep about a member. Ballots, counts and receipts are not among it: they name nobody, so that not even
 * their owner's copy can hold them.
 */
export const electionSections: readonly PersonalSection[] = [
  {
    name: 'candidacies',
    title: { en: 'Where you were nominated or stood', 'zh-CN': '您被提名或参选的记录' },
    tables: ['candidate', 'candidacy_appeal'],
    select: `select c.id, p.title, k.election_id as "electionId", c.name, c.status, c.status_reason as "statusReason", c.statements,
        c.nominated_at as "nominatedAt", a.words as appeal, a.made_at as "appealedAt", a.is_granted as "isGranted", a.reason, a.decided_at as "decidedAt"
        from candidate c ${contestTitle} left join candidacy_appeal a on a.candidate_id = c.id
        where c.member_id = $1 order by c.nominated_at, c.id, a.made_at`,
    erase: [
      forgetStaff('candidate', 'decided_by'),
      forgetStaff('candidacy_appeal', 'against_by'),
      forgetStaff('candidacy_appeal', 'decided_by'),
      'delete from candidacy_appeal a using candidate c where c.id = a.candidate_id and c.member_id = $1',
      `update candidate set name = 'Former member', statements = '[]', member_id = null, version = version + 1,
         status = case when status in ('NOMINATED', 'CONSENTED', 'ELIGIBLE') then 'WITHDRAWN' else status end,
         status_reason = case when status_reason is null then null else '' end where member_id = $1`,
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That a former member stood and with how many votes, without a name or a word, for ever: a declared result has to stay countable. A candidacy not yet published is withdrawn.',
      'zh-CN':
        '永久保留“某前成员曾参选及其得票”，不含姓名和任何文字：已公布的结果必须始终可以复算。尚未公布的候选资格会被撤回。',
    },
  },
  {
    name: 'nominations',
    title: { en: 'Whom you nominated', 'zh-CN': '您提名过的人' },
    tables: ['nomination'],
    select: `select p.title, k.election_id as "electionId", n.made_at as "madeAt" from nomination n
        join candidate c on c.id = n.candidate_id ${contestTitle} where n.nominator_id = $1 order by n.made_at, n.id`,
    erase: ['update nomination set nominator_id = null where nominator_id = $1'],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That somebody without a name nominated, so that who was nominated by enough people stays so.',
      'zh-CN': '保留“某位无名者曾提名”，使已获足够提名的人不受影响。',
    },
  },
  {
    name: 'electionComplaints',
    title: { en: 'Complaints about elections', 'zh-CN': '您的选举投诉' },
    tables: ['election_complaint'],
    select: `select id, election_id as "electionId", words, made_at as "madeAt", status, ruling, ruled_at as "decidedAt"
        from election_complaint where member_id = $1 order by made_at, id`,
    erase: [
      forgetStaff('election_complaint', 'ruled_by'),
      `update election_complaint set words = '', member_id = null, version = version + 1,
         ruling = case when ruling is null then null else '' end where member_id = $1`,
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That a former member complained and how it was ruled on, without a word of it, with the election, because no result is declared before every complaint is ruled on.',
      'zh-CN': '随该选举保留“某前成员曾投诉及裁定结果”，不含任何文字：所有投诉裁定之前，结果不得公布。',
    },
  },
  {
    name: 'rolls',
    title: {
      en: 'In which contests you could vote, and whether you did',
      'zh-CN': '您有投票资格的选举项目及是否已投票',
    },
    tables: ['voter_roll_entry'],
    select: `select p.title, k.election_id as "electionId", c.has_voted as "hasVoted" from voter_roll_entry c ${contestTitle}
        where c.member_id = $1 order by k.election_id, k.place`,
    erase: [],
    fate: 'KEPT',
    kept: {
      en: 'Whether somebody without a name voted, by an opaque id, with the election: there have to be as many ballots as people who voted. No ballot can be found from it.',
      'zh-CN': '随该选举以不透明编号保留“某无名者是否投票”：选票数必须与投票人数相等。由此无法找到任何选票。',
    },
  },
  {
    name: 'electionsRun',
    title: { en: 'Elections you ran or kept a key of', 'zh-CN': '您主持或保管密钥的选举' },
    tables: ['election', 'trustee_key'],
    select: `select e.id, e.title, e.status, case when e.returning_officer = m.subject then 'RETURNING_OFFICER' else 'SECOND' end as role
        from election e join member m on m.subject in (e.returning_officer, e.second_trustee) where m.id = $1
        order by e.voting_closes_at, e.id`,
    erase: [
      forgetStaff('election', 'returning_officer'),
      forgetStaff('election', 'second_trustee'),
      forgetStaff('trustee_key', 'holder'),
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That somebody without a name ran the election or kept a key of it, as long as the election is kept.',
      'zh-CN': '保留“某位无名者曾主持该选举或保管其密钥”，直至该选举被删除。',
    },
  },
];
