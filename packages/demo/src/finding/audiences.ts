import type { Id } from '@guildhall/kernel';
import type { DemoActivity } from '../activities/activity.js';
import { randomStream } from '../random-stream.js';

/** In which languages a demo activity is held, and what makes it easier to take part in. */
export type DemoAudience = {
  readonly activityId: Id<'Activity'>;
  readonly languages: readonly string[];
  readonly accessFeatures: readonly string[];
};

/** Who said nothing about an activity is one organiser in five; most others speak English, as on the campus. */
const saidShare = 0.8;
const languages: readonly (readonly [readonly string[], number])[] = [
  [['en'], 14],
  [['en', 'zh-CN'], 4],
  [['zh-CN'], 1],
  [['en', 'fr'], 1],
];
const features = [
  ['STEP_FREE', 0.7],
  ['ACCESSIBLE_TOILET', 0.5],
  ['GENDER_NEUTRAL_TOILET', 0.35],
  ['QUIET_SPACE', 0.2],
  ['HEARING_LOOP', 0.15],
  ['SIGN_INTERPRETER', 0.05],
] as const;

/** What the organisers of demo activities say about whom these suit; a title in Chinese tells its language. */
export function planDemoAudiences(activities: readonly DemoActivity[]): readonly DemoAudience[] {
  const chance = randomStream('finding/audiences');
  return activities.flatMap(({ id, title }) => {
    const isChinese = /\p{Script=Han}/u.test(title);
    const spoken = chance.weighted(languages);
    const accessFeatures = features.filter(([, share]) => chance.chance(share)).map(([feature]) => feature);
    const isSaid = chance.chance(saidShare);
    return isSaid || isChinese
      ? [{ activityId: id, languages: isChinese ? ['zh-CN'] : [...spoken], accessFeatures }]
      : [];
  });
}
