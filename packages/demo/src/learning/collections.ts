import type { Id } from '@guildhall/kernel';
import { fixedId } from '../fixed-id.js';
import { demoMembers } from '../people/demo-people.js';
import { after, dayMs } from '../season.js';
import { guideId, type DemoResource } from './resources.js';

/** Resources that one demo person put together. */
export type DemoCollection = {
  readonly id: Id<'ResourceCollection'>;
  readonly ownerId: Id<'Member'>;
  readonly title: string;
  readonly description: string;
  readonly visibility: 'PRIVATE' | 'PUBLIC';
  readonly changedAt: Date;
  readonly resourceIds: readonly Id<'Resource'>[];
};

/** The same ids at any date and size. */
const demoCollections = {
  firstWeeks: fixedId<'ResourceCollection'>('library/first-weeks'),
  forReps: fixedId<'ResourceCollection'>('library/for-reps'),
  exams: fixedId<'ResourceCollection'>('library/exams'),
} as const;

const english = (key: string) => guideId({ key, language: 'en' });
const chinese = (key: string) => guideId({ key, language: 'zh-Hans' });

/** Uma's public shelf for newcomers in both languages, Rosa's for course representatives, and what Ada keeps for herself. */
export function collectionsOf(resources: readonly DemoResource[], anchor: Date): readonly DemoCollection[] {
  const isThere = new Set(resources.map(({ id }) => id));
  const planned: readonly Omit<DemoCollection, 'changedAt'>[] = [
    {
      id: demoCollections.firstWeeks,
      ownerId: demoMembers.uma.memberId,
      title: 'The first weeks, in two languages · 开学头几周',
      description: 'What we wish everybody had read by week three. 希望大家第三周之前都读过的几篇。',
      visibility: 'PUBLIC',
      resourceIds: [english('notes'), chinese('notes'), english('tenancy'), chinese('tenancy'), english('budget')],
    },
    {
      id: demoCollections.forReps,
      ownerId: demoMembers.rosa.memberId,
      title: 'For course representatives',
      description: 'Meetings that end on time, and minutes that somebody reads.',
      visibility: 'PUBLIC',
      resourceIds: [english('chairing'), english('minutes'), english('listening')],
    },
    {
      id: demoCollections.exams,
      ownerId: demoMembers.ada.memberId,
      title: 'For my exams',
      description: '',
      visibility: 'PRIVATE',
      resourceIds: [english('revision'), english('exam-day'), english('sources')],
    },
  ];
  return planned.map((collection, index) => ({
    ...collection,
    changedAt: after(anchor, (index - 12) * dayMs),
    resourceIds: collection.resourceIds.filter((id) => isThere.has(id)),
  }));
}
