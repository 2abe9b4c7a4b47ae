import type { Id } from '@guildhall/kernel';
import { clubNames, type NamedGroup, networkNames, societyNames } from '../corpus/group-names.js';
import type { DemoContext } from '../demo-context.js';
import { fixedId } from '../fixed-id.js';
import { logNormalSizes } from '../log-normal-sizes.js';
import { entryAt, type RandomStream } from '../random-stream.js';
import { after, dayMs } from '../season.js';

/** A group of the demo union, as the membership service stores one. */
export type DemoGroup = {
  readonly id: Id<'Group'>;
  readonly name: string;
  readonly kind: 'SOCIETY' | 'CLUB' | 'NETWORK' | 'COMMITTEE' | 'COUNCIL';
  readonly purpose: string;
  readonly status: 'PROPOSED' | 'PROVISIONAL' | 'AFFILIATED' | 'DORMANT' | 'DISSOLVED';
  readonly foundedAt: Date;
};

/** A group together with what other generators need to know of it. */
export type PlannedGroup = {
  readonly group: DemoGroup;
  readonly topic: string;
  readonly language: 'en' | 'zh-Hans';
  readonly size: number;
};

/** The groups in which the demo people are; their ids do not change with anchor or size. */
export const demoGroups = {
  theatre: fixedId<'Group'>('group/film-and-theatre'),
  hillwalking: fixedId<'Group'>('group/hillwalking'),
  international: fixedId<'Group'>('group/international'),
} as const;

const personaGroups: readonly (readonly [Id<'Group'>, DemoGroup['kind'], NamedGroup, number])[] = [
  [
    demoGroups.theatre,
    'SOCIETY',
    {
      name: 'Film and Theatre Society',
      topic: 'film and theatre',
      language: 'en',
      purpose:
        'We put on six shows and a short-film festival a year. Actors, crew, writers and people who only want to watch.',
    },
    120,
  ],
  [
    demoGroups.hillwalking,
    'CLUB',
    {
      name: 'Hillwalking Club',
      topic: 'hillwalking',
      language: 'en',
      purpose: 'A walk every second Sunday, from gentle to long. Boots can be borrowed, nobody is left behind.',
    },
    90,
  ],
  [
    demoGroups.international,
    'NETWORK',
    {
      name: 'International Students’ Network',
      topic: 'life in a new country',
      language: 'en',
      purpose: 'Run by and for students from elsewhere: company, practical help, and a say in what the union does.',
    },
    300,
  ],
];

/**
 * All groups with their sizes. Sizes are log-normal around 38; a curve through both the median of 38 and the ninth decile of
 * 180 would give 25,000 memberships, so it is lowered to meet the union's 21,000.
 */
export function plannedGroups(context: DemoContext): readonly PlannedGroup[] {
  const random = context.stream('groups');
  const plain = [
    ...take(societyNames, context.scaled(250) - 1, 'SOCIETY'),
    ...take(clubNames, context.scaled(60) - 1, 'CLUB'),
    ...take(networkNames, Math.max(0, context.scaled(10) - 1), 'NETWORK'),
  ];
  const personaSize = personaGroups.reduce((sum, [, , , size]) => sum + size, 0);
  const sizes = random.shuffle(
    scaledSizes(plain.length, context.scaled(21_000) - personaSize, context.scaled(10_000) / 4),
  );
  return [
    ...personaGroups.map(([id, kind, named, size]) =>
      planned({ ...groupOf(context, random, named, kind), id }, named, size),
    ),
    ...plain.map(([named, kind], index) => {
      const size = entryAt(sizes, index);
      const group = groupOf(context, random, named, kind);
      return planned({ ...group, status: statusOf(random, size) }, named, size);
    }),
  ];
}

function planned(group: DemoGroup, { topic, language }: NamedGroup, size: number): PlannedGroup {
  return { group, topic, language, size };
}

function take(
  names: readonly NamedGroup[],
  count: number,
  kind: DemoGroup['kind'],
): readonly (readonly [NamedGroup, DemoGroup['kind']])[] {
  return names.slice(0, count).map((named) => [named, kind]);
}

function groupOf(
  context: DemoContext,
  random: RandomStream,
  { name, purpose }: NamedGroup,
  kind: DemoGroup['kind'],
): DemoGroup {
  const foundedAt = after(context.anchor, -Math.round((5 + 60 * random.next() ** 2) * 365) * dayMs);
  return { id: random.idAt<'Group'>(foundedAt), name, kind, purpose, status: 'AFFILIATED', foundedAt };
}

function statusOf(random: RandomStream, size: number): DemoGroup['status'] {
  if (size < 40 && random.chance(0.06)) return 'PROVISIONAL';
  return size < 25 && random.chance(0.08) ? 'DORMANT' : 'AFFILIATED';
}

function scaledSizes(count: number, total: number, largest: number): readonly number[] {
  const curve = logNormalSizes(count, 38, 1.213).map((size) => Math.min(size, Math.min(1_400, largest)));
  const factor = total / curve.reduce((sum, size) => sum + size, 0);
  return curve.map((size) => Math.max(8, Math.round(size * factor)));
}
