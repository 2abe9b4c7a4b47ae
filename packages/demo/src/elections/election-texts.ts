import type { DemoStatement } from './election.js';

/** The rules of every demo campaign. */
export const campaignRules = `Say what you would do, not what is wrong with the others. Nobody stands over a voter's shoulder, and nobody votes on somebody else's phone.

Posters go on the union's boards only. What a campaign costs is at most 60 in money of your own, with receipts. Group accounts and mailing lists are not used for or against anybody.

The returning officer hears about a breach first, and campaigns stop when voting closes.`;

const english = [
  'Quiet study space until midnight in the weeks before exams, and heating that somebody answers for. I have read three years of minutes so that you need not.',
  'I will publish what I did every second Friday, in five lines. If you cannot see what your officer does, you cannot tell them to do better.',
  'More evening buses, and lights on the path behind the library. I asked 214 of you in the queue; these were the two things you said.',
  'Every society gets a room within a week, or an answer why not. I ran the bookings of two groups and know where it is stuck.',
  'One place where you can say what you need, once, and not to five offices. I have waited at all five.',
  'Cheap hot food on all campuses, not only on the hill. The figures are on my poster, with their source.',
];

const chinese = [
  '考前几周自习室开放到午夜；暖气坏了要有人负责。三年的会议记录我都读过了。',
  '每两周公布一次我做了什么，五行字写清楚。大家看得到，才能要求做得更好。',
  '增加晚间班车，图书馆后面的小路装上路灯。我在排队时问过两百多位同学，大家最常提到这两件事。',
  '每个社团一周内得到场地，或者得到明确的答复。我管过两个社团的预约，知道卡在哪里。',
  '需求只说一次、只找一处，不必跑五个办公室。那五个办公室我都排过队。',
  '每个校区都有便宜的热饭菜。数字写在海报上，也写明了出处。',
];

/** What the candidate at this place says, every second one in Chinese as well. */
export function statementsOf(place: number): readonly DemoStatement[] {
  const at = place % english.length;
  const both: readonly DemoStatement[] = [
    { language: 'en', text: english[at] ?? '' },
    { language: 'zh-CN', text: chinese[at] ?? '' },
  ];
  return place % 2 === 0 ? both : both.slice(0, 1);
}

/** What two members complained about. */
export const complaintTexts = {
  waiting:
    'The reminder about voting went out through the list of the walks, and only the people who come on Sundays read that list.',
  dismissed: 'One campaign had two posters on the same board, and the rules say that boards are shared.',
  ruling:
    'It was so for one afternoon, and the second poster came down when the campaign was told. Nothing suggests that it changed the result.',
};
