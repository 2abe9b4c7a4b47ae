import type { Id } from '@guildhall/kernel';
import { schools } from '../corpus/programmes.js';
import { fixedId } from '../fixed-id.js';
import { constituencyId } from '../groups/constituency.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoMember } from '../people/members.js';
import { entryAt, randomStream, type RandomStream } from '../random-stream.js';
import { after, dayMs, earlier } from '../season.js';
import { collectionsOf, type DemoCollection } from './collections.js';
import { remarks, type RatingReason } from './remarks.js';
import type { DemoResource } from './resources.js';

/** What the library knows of a resource beside its text. */
export type DemoLibraryEntry = {
  readonly resource: DemoResource;
  readonly tags: readonly string[];
  readonly courseIds: readonly Id<'Constituency'>[];
  readonly address?: string;
  readonly status: DemoResource['status'] | 'HELD';
  /** The first version said less, from this instant on the second is shown. */
  readonly revisedAt?: Date;
  /** The ids of its versions, from the first on, one in work included. */
  readonly versionIds: readonly Id<'ResourceVersion'>[];
  /** A further version in work. */
  readonly work?: 'DRAFT' | 'IN_REVIEW';
  readonly flaggedAt?: Date;
};

/** What a demo member says about a resource. */
export type DemoRating = {
  readonly id: Id<'ResourceRating'>;
  readonly resourceId: Id<'Resource'>;
  readonly authorId: Id<'Member'>;
  readonly memberId: Id<'Member'>;
  readonly stars: number;
  readonly reason: RatingReason;
  readonly words?: string;
  readonly ratedAt: Date;
};

/** A report that is open. */
export type DemoResourceReport = {
  readonly id: Id<'ResourceReport'>;
  readonly resourceId: Id<'Resource'>;
  readonly reporterId: Id<'Member'>;
  readonly reason: 'COPYRIGHT' | 'BROKEN_LINK' | 'WRONG';
  readonly reportedAt: Date;
};

/** The library of the demo union around its resources. */
export type DemoLibrary = {
  readonly entries: readonly DemoLibraryEntry[];
  readonly ratings: readonly DemoRating[];
  readonly reports: readonly DemoResourceReport[];
  readonly collections: readonly DemoCollection[];
};

/** Plans versions, tags, ratings, reports and collections around the resources of the demo union. */
export function planDemoLibrary(
  { resources, members }: { readonly resources: readonly DemoResource[]; readonly members: readonly DemoMember[] },
  anchor: Date,
): DemoLibrary {
  const random = randomStream('library');
  const raters = members.filter(({ status }) => status === 'ACTIVE').slice(0, 400);
  const shared = resources.filter((one) => one.status === 'PUBLISHED' && !isGuide(one));
  const held = shared.find(({ kind }) => kind === 'NOTES');
  const link = shared.find(({ kind }) => kind === 'LINK');
  const entries = resources.map((resource, index) =>
    entryOf(resource, {
      ...{ random, index, anchor },
      isHeld: resource.id === held?.id,
      isReported: resource.id === link?.id,
    }),
  );
  const reported = [
    ...(held === undefined
      ? []
      : (['COPYRIGHT', 'COPYRIGHT', 'WRONG'] as const).map((reason) => ({ on: held, reason }))),
    ...(link === undefined ? [] : [{ on: link, reason: 'BROKEN_LINK' } as const]),
  ];
  return {
    entries,
    ratings: entries.flatMap(({ resource }, index) => ratingsOf(resource, { random, raters, index, anchor })),
    reports: reported.map(({ on, reason }, index) => ({
      id: fixedId<'ResourceReport'>(`library/report/${index}`),
      resourceId: on.id,
      reporterId: entryAt(othersThan(raters, on), index + 20).id,
      reason,
      reportedAt: after(anchor, (index - 6) * dayMs),
    })),
    collections: collectionsOf(resources, anchor),
  };
}

/** The common guides are about no one subject. */
function isGuide({ subject }: DemoResource): boolean {
  return schools.every((school) => school.subject !== subject && school.subjectZh !== subject);
}

const kindTags: Readonly<Record<DemoResource['language'], Readonly<Record<DemoResource['kind'], string>>>> = {
  en: {
    GUIDE: 'first year',
    NOTES: 'lecture notes',
    PAST_PAPER: 'exams',
    TEMPLATE: 'coursework',
    VIDEO: 'worked examples',
    LINK: 'practice',
  },
  'zh-Hans': {
    GUIDE: '新生',
    NOTES: '课堂笔记',
    PAST_PAPER: '考试',
    TEMPLATE: '课程作业',
    VIDEO: '例题',
    LINK: '练习',
  },
};

function entryOf(
  resource: DemoResource,
  scope: Omit<RatingScope, 'raters'> & { readonly isHeld: boolean; readonly isReported: boolean },
): DemoLibraryEntry {
  const { id, kind, publishedAt } = resource;
  const { random, index, anchor, isHeld, isReported } = scope;
  const isPointer = kind === 'LINK' || kind === 'VIDEO';
  return {
    resource,
    ...subjectOf(resource),
    versionIds: Array.from({ length: 3 }, () => random.idAt<'ResourceVersion'>(publishedAt ?? anchor)),
    status: isHeld ? 'HELD' : resource.status,
    ...(isPointer && { address: `https://learn.northbridge.example/${kind.toLowerCase()}/${id}` }),
    ...revisionOf(resource, { index, anchor }),
    ...(isHeld && { flaggedAt: after(anchor, -6 * dayMs) }),
    ...(isReported && { flaggedAt: after(anchor, -3 * dayMs) }),
  };
}

/** What its subject says of it: the first two years of the bachelor's programme; common guides are for everybody. */
function subjectOf({ kind, language, subject }: DemoResource): Pick<DemoLibraryEntry, 'tags' | 'courseIds'> {
  const school = schools.find((one) => one.subject === subject || one.subjectZh === subject);
  if (school === undefined) return { tags: [language === 'en' ? 'study skills' : '学习方法'], courseIds: [] };
  const courseOf = (year: number) => constituencyId(`${school.bachelor} ${school.subject}, year ${year}`);
  return { tags: [kindTags[language][kind]], courseIds: [1, 2].map(courseOf) };
}

/** Every eighth was revised once, every seventeenth has a version in work. */
function revisionOf(
  { status, publishedAt, body }: DemoResource,
  { index, anchor }: Pick<RatingScope, 'index' | 'anchor'>,
): Pick<DemoLibraryEntry, 'revisedAt' | 'work'> {
  if (status !== 'PUBLISHED' || publishedAt === undefined) return {};
  const isRevised = index % 8 === 3 && body.includes('\n\n');
  return {
    ...(isRevised && { revisedAt: earlier(after(publishedAt, 40 * dayMs), after(anchor, -dayMs)) }),
    ...(index % 17 === 5 && { work: index % 2 === 0 ? 'DRAFT' : 'IN_REVIEW' }),
  };
}

type RatingScope = {
  readonly random: RandomStream;
  readonly raters: readonly DemoMember[];
  readonly index: number;
  readonly anchor: Date;
};

function othersThan(members: readonly DemoMember[], { authorId }: DemoResource): readonly DemoMember[] {
  return members.filter(({ id }) => id !== authorId && !personas.has(id));
}

/** What the demo people do themselves is left to them. */
const personas: ReadonlySet<Id<'Member'>> = new Set(Object.values(demoMembers).map(({ memberId }) => memberId));

function ratingsOf(resource: DemoResource, { random, raters, index, anchor }: RatingScope): readonly DemoRating[] {
  const { publishedAt, language } = resource;
  if (resource.status !== 'PUBLISHED' || publishedAt === undefined) return [];
  const count = index < 20 ? 6 + Math.floor(random.next() * 9) : Math.floor(random.next() * 9);
  const from = Math.floor(random.next() * raters.length);
  const others = othersThan(raters, resource);
  const chosen = Array.from({ length: Math.min(count, others.length) }, (_, step) =>
    entryAt(others, (from + step * 7) % others.length),
  );
  return [...new Set(chosen)].map((member, step): DemoRating => {
    const { stars, reason, words } = entryAt(remarks[language], (from + step * 3) % remarks[language].length);
    const sinceMs = (anchor.getTime() - publishedAt.getTime()) * random.next();
    return {
      id: random.randomId<'ResourceRating'>(),
      resourceId: resource.id,
      authorId: resource.authorId,
      memberId: member.id,
      stars,
      reason,
      ...(step % 3 === 0 && words !== '' && { words }),
      ratedAt: after(publishedAt, Math.floor(sinceMs)),
    };
  });
}
