import type { Id } from '@guildhall/kernel';
import { fixedId } from '../fixed-id.js';
import { after, dayMs } from '../season.js';

/** Evidence that shows a skill. */
export type DemoSkillRule = {
  readonly kind: string;
  readonly activityKind?: string;
  readonly positionKind?: string;
  readonly pathId?: Id<'LearningPath'>;
};

/** One version of a skill, with the slug of the skill. */
export type DemoSkillVersion = {
  readonly id: Id<'SkillVersion'>;
  readonly skillId: Id<'Skill'>;
  readonly slug: string;
  readonly number: number;
  readonly status: 'CURRENT' | 'PROPOSED';
  readonly nameEn: string;
  readonly nameZh: string;
  readonly summaryEn: string;
  readonly summaryZh: string;
  readonly rules: readonly DemoSkillRule[];
  readonly proposedBy: 'uma';
  readonly proposedAt: Date;
  readonly decidedBy?: 'sys';
  readonly decidedAt?: Date;
};

type Sketch = readonly [
  slug: string,
  names: readonly [en: string, zh: string],
  summaries: readonly [en: string, zh: string],
  rules: readonly DemoSkillRule[],
];

const led = (activityKind?: string): DemoSkillRule => ({
  kind: 'LED_ACTIVITY',
  ...(activityKind !== undefined && { activityKind }),
});
const held = (positionKind: string): DemoSkillRule => ({ kind: 'MANDATE', positionKind });
const attended = (activityKind: string): DemoSkillRule => ({ kind: 'ATTENDANCE', activityKind });
const learned = (slug: string): DemoSkillRule => ({ kind: 'PATH_STEP', pathId: fixedId(`path/${slug}`) });

const sketches: readonly Sketch[] = [
  [
    'leading-a-team',
    ['Leading a team', '带领团队'],
    ['Brings people together for something and sees it through.', '召集大家做成一件事，并坚持到底。'],
    [led(), held('PRESIDENT'), held('UNION_OFFICER')],
  ],
  [
    'running-events',
    ['Running events', '组织活动'],
    ['Plans an event, keeps it safe and clears up after it.', '策划活动、保障安全，并负责收尾。'],
    [led('CULTURAL_PERFORMANCE'), led('SOCIAL'), led('SPORT'), learned('event-crew')],
  ],
  [
    'keeping-accounts',
    ['Keeping accounts', '财务管理'],
    ['Plans and accounts for money that belongs to others.', '规划并核算属于大家的经费。'],
    [held('TREASURER'), learned('treasurer')],
  ],
  [
    'speaking-for-others',
    ['Speaking for others', '代表同学发声'],
    ['Listens to many and carries to those who decide what they said.', '倾听众人的意见，并转达给决策者。'],
    [held('COURSE_REP'), held('UNION_OFFICER'), { kind: 'DELIVERED_PROPOSAL' }],
  ],
  [
    'looking-after-people',
    ['Looking after people', '关怀他人'],
    ['Notices who needs what, and keeps what is confided.', '体察他人所需，并为其保守秘密。'],
    [held('WELFARE_LEAD'), learned('first-weeks')],
  ],
  [
    'serving-the-community',
    ['Serving the community', '服务社区'],
    ['Gives time to people outside the own circle, reliably.', '可靠地为自己圈子以外的人付出时间。'],
    [{ kind: 'VERIFIED_HOURS' }, attended('VOLUNTARY_SERVICE'), attended('SOCIAL_PRACTICE')],
  ],
  [
    'teaching-others',
    ['Teaching others', '教学相长'],
    ['Explains so that others understand, and leaves them room.', '讲解清楚，让别人听懂，并留给他们思考的空间。'],
    [{ kind: 'LED_SESSION' }, led('TRAINING')],
  ],
  [
    'learning-on-ones-own',
    ['Learning on one’s own', '自主学习'],
    ['Sets a goal, works towards it and looks back at it.', '设定目标、付诸努力，并回顾反思。'],
    [learned('study-well'), learned('exam-ready'), attended('TRAINING')],
  ],
];

/** The mapping of skills of the demo union: Uma wrote it, Sylvie confirmed it, and one change waits for somebody's word. */
export function planDemoSkills({ anchor }: { readonly anchor: Date }): readonly DemoSkillVersion[] {
  const current = sketches.map((sketch) => ({
    ...versionOf(sketch, 1),
    status: 'CURRENT' as const,
    proposedAt: after(anchor, -300 * dayMs),
    decidedBy: 'sys' as const,
    decidedAt: after(anchor, -298 * dayMs),
  }));
  const proposed = sketches
    .filter(([slug]) => slug === 'keeping-accounts')
    .map(([slug, names, summaries, rules]) => ({
      ...versionOf([slug, names, summaries, [...rules, learned('new-committee')]], 2),
      status: 'PROPOSED' as const,
      proposedAt: after(anchor, -2 * dayMs),
    }));
  return [...current, ...proposed];
}

function versionOf([slug, names, summaries, rules]: Sketch, number: number) {
  const [nameEn, nameZh] = names;
  const [summaryEn, summaryZh] = summaries;
  return {
    id: fixedId<'SkillVersion'>(`skill/${slug}/${number}`),
    skillId: fixedId<'Skill'>(`skill/${slug}`),
    slug,
    number,
    nameEn,
    nameZh,
    summaryEn,
    summaryZh,
    rules,
    proposedBy: 'uma' as const,
  };
}
