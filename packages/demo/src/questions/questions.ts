import type { Id } from '@guildhall/kernel';
import type { DemoRegistration } from '../activities/registrations.js';
import { demoActivities } from '../activities/demo-activities.js';
import { demoContext, type DemoOptions } from '../demo-context.js';
import { fixedId } from '../fixed-id.js';
import type { DemoUnion } from '../plan-demo-union.js';

/** A question of the demo union. */
export type DemoQuestion = {
  readonly id: Id<'Question'>;
  readonly activityId: Id<'Activity'>;
  readonly kind: 'TEXT' | 'CHOICE' | 'AGREEMENT';
  readonly wording: string;
  readonly options: readonly string[];
};

/** What somebody answered when they registered. */
export type DemoQuestionAnswer = {
  readonly questionId: Id<'Question'>;
  readonly registrationId: DemoRegistration['id'];
  readonly memberId: Id<'Member'>;
  readonly value: string;
  readonly answeredAt: Date;
};

const languages = ['English', 'Arabic', 'Either', 'I only watch'];
const scenes = [
  'The market scene, please!',
  'Anything with singing.',
  'I can bring masks.',
  'The last scene of act two.',
];

/** What the theatre asks before its open rehearsal, and what those who come answered. Nothing has to be answered. */
export function planDemoQuestions(
  { registrations }: DemoUnion,
  options: DemoOptions,
): { readonly questions: readonly DemoQuestion[]; readonly answers: readonly DemoQuestionAnswer[] } {
  const random = demoContext(options).stream('questions');
  const activityId = demoActivities.tonight;
  const question = (
    name: string,
    kind: DemoQuestion['kind'],
    wording: string,
    choices: readonly string[] = [],
  ): DemoQuestion => ({
    id: fixedId<'Question'>(`question/tonight/${name}`),
    activityId,
    kind,
    wording,
    options: choices,
  });
  const language = question('language', 'CHOICE', 'In which language do you want to read?', languages);
  const scene = question('scene', 'TEXT', 'Is there a scene you would like to see?');
  const photos = question('photos', 'AGREEMENT', 'Photographs of the rehearsal may show me.');
  const coming = registrations.filter(
    (one) => one.activityId === activityId && ['CONFIRMED', 'WAITLISTED'].includes(one.status),
  );
  const answers = coming.flatMap(({ id, memberId, queuedAt }) => {
    const answer = ({ id: questionId }: DemoQuestion, value: string): DemoQuestionAnswer => ({
      questionId,
      registrationId: id,
      memberId,
      value,
      answeredAt: queuedAt,
    });
    return [
      ...(random.chance(0.9) ? [answer(language, languages[random.between(0, 3)] ?? 'Either')] : []),
      ...(random.chance(0.3) ? [answer(scene, scenes[random.between(0, 3)] ?? 'Anything.')] : []),
      ...(random.chance(0.7) ? [answer(photos, 'yes')] : []),
    ];
  });
  return { questions: [language, scene, photos], answers };
}
