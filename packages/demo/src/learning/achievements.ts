import type { Id } from '@guildhall/kernel';
import { fixedId } from '../fixed-id.js';
import { randomStream } from '../random-stream.js';
import { dayMs } from '../season.js';

/** How much of which evidence an achievement of the demo union asks for. */
export type DemoCriterion = {
  readonly kind: string;
  readonly activityKind?: string;
  readonly positionKind?: string;
  readonly measure: 'COUNT' | 'MINUTES' | 'DAYS';
  readonly amount: number;
};

/** An achievement of the demo union. `claims` is how many of those who could have claimed it in the full union. */
export type DemoAchievement = {
  readonly id: Id<'Achievement'>;
  readonly seriesId: Id<'AchievementSeries'>;
  readonly slug: string;
  readonly titleEn: string;
  readonly titleZh: string;
  readonly summaryEn: string;
  readonly summaryZh: string;
  readonly criteria: readonly DemoCriterion[];
  readonly skills: readonly { readonly en: string; readonly zh: string }[];
  readonly validDays: number | undefined;
  readonly status: 'DRAFT' | 'PUBLISHED';
  readonly publishedAt: Date | undefined;
  readonly claims: number;
};

type Sketch = {
  readonly titles: readonly [en: string, zh: string];
  readonly summaries: readonly [en: string, zh: string];
  readonly criteria: readonly DemoCriterion[];
  readonly skills: readonly (readonly [en: string, zh: string])[];
  readonly validDays?: number;
  readonly claims: number;
};

const minutesOf = (hours: number): DemoCriterion => ({
  kind: 'VERIFIED_HOURS',
  measure: 'MINUTES',
  amount: hours * 60,
});

const sketches: Readonly<Record<string, Sketch>> = {
  'first-hours': {
    titles: ['First hours for others', '志愿起步'],
    summaries: ['Served others for two verified hours or more.', '经核实的志愿服务满两小时。'],
    criteria: [minutesOf(2)],
    skills: [['Reliability', '可靠']],
    claims: 330,
  },
  'steady-volunteer': {
    titles: ['Steady volunteer', '坚持志愿者'],
    summaries: ['Served others for twenty verified hours or more.', '经核实的志愿服务满二十小时。'],
    criteria: [minutesOf(20)],
    skills: [
      ['Reliability', '可靠'],
      ['Working with others', '协作'],
    ],
    claims: 180,
  },
  'active-member': {
    titles: ['Active member', '活跃成员'],
    summaries: ['Took part in five activities of the union or more.', '参加学生会活动五次以上。'],
    criteria: [{ kind: 'ATTENDANCE', measure: 'COUNT', amount: 5 }],
    skills: [['Curiosity', '好奇心']],
    claims: 290,
  },
  'keen-learner': {
    titles: ['Keen learner', '勤学者'],
    summaries: ['Attended two trainings or more.', '参加培训两次以上。'],
    criteria: [{ kind: 'ATTENDANCE', activityKind: 'TRAINING', measure: 'COUNT', amount: 2 }],
    skills: [['Learning by oneself', '自主学习']],
    validDays: 730,
    claims: 120,
  },
  organiser: {
    titles: ['Organiser', '活动组织者'],
    summaries: ['Led three activities from the plan to the report.', '独立组织三次活动，从策划到总结。'],
    criteria: [{ kind: 'LED_ACTIVITY', measure: 'COUNT', amount: 3 }],
    skills: [
      ['Planning', '策划'],
      ['Leading a team', '带领团队'],
    ],
    claims: 90,
  },
  'money-keeper': {
    titles: ['Kept the money of a group', '社团财务管理'],
    summaries: ['Was treasurer of a group for 120 days or more.', '担任社团财务负责人满 120 天。'],
    criteria: [{ kind: 'MANDATE', positionKind: 'TREASURER', measure: 'DAYS', amount: 120 }],
    skills: [['Bookkeeping', '记账']],
    claims: 60,
  },
  'voice-of-a-course': {
    titles: ['Voice of a course', '课程代言人'],
    summaries: ['Spoke for the students of a course for 120 days or more.', '担任课程代表满 120 天。'],
    criteria: [{ kind: 'MANDATE', positionKind: 'COURSE_REP', measure: 'DAYS', amount: 120 }],
    skills: [['Speaking up for others', '为他人发声']],
    claims: 60,
  },
  'change-maker': {
    titles: ['Change maker', '推动改变'],
    summaries: ['Wrote or seconded a proposal that was delivered.', '提出或附议的提案已办结落实。'],
    criteria: [{ kind: 'DELIVERED_PROPOSAL', measure: 'COUNT', amount: 1 }],
    skills: [['Making a case', '论证']],
    claims: 20,
  },
};

/** The achievements of the demo union: eight in use, and one that waits for a second officer. */
export function planDemoAchievements({ anchor }: { readonly anchor: Date }): readonly DemoAchievement[] {
  const inUse = Object.entries(sketches).map(([slug, sketch]) =>
    toAchievement(slug, sketch, new Date(anchor.getTime() - 700 * dayMs)),
  );
  const waiting = toAchievement(
    'host-of-evenings',
    {
      titles: ['Host of evenings', '联谊主持'],
      summaries: ['Led two social evenings.', '组织两次联谊活动。'],
      criteria: [{ kind: 'LED_ACTIVITY', activityKind: 'SOCIAL', measure: 'COUNT', amount: 2 }],
      skills: [['Welcoming people', '待人热情']],
      claims: 0,
    },
    undefined,
  );
  return [...inUse, waiting];
}

function toAchievement(slug: string, sketch: Sketch, publishedAt: Date | undefined): DemoAchievement {
  const { titles, summaries, criteria, skills, validDays, claims } = sketch;
  return {
    id: fixedId(`achievement/${slug}`),
    seriesId: fixedId(`achievement-series/${slug}`),
    slug,
    titleEn: titles[0],
    titleZh: titles[1],
    summaryEn: summaries[0],
    summaryZh: summaries[1],
    criteria,
    skills: skills.map(([en, zh]) => ({ en, zh })),
    validDays,
    status: publishedAt === undefined ? 'DRAFT' : 'PUBLISHED',
    publishedAt,
    claims,
  };
}

/** The token of the link under which Ada shows parts of her record in the demo union; a real one is made by chance. */
export const adasRecordToken = 'ada-shows-this-in-the-demo-union';

/** The chance that belongs to one claim: its ids, and the order in which members claim. */
export function claimChance(
  slug: string,
  memberId: string,
): {
  readonly order: number;
  readonly credentialId: Id<'Credential'>;
  readonly subjectId: Id<'CredentialSubject'>;
  readonly daysAfter: number;
} {
  const stream = randomStream(`credential/${slug}/${memberId}`);
  return {
    order: stream.next(),
    credentialId: stream.randomId(),
    subjectId: stream.randomId(),
    daysAfter: stream.between(1, 40),
  };
}
