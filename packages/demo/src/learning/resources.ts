import type { Id } from '@guildhall/kernel';
import { commonGuides, type Guide } from '../corpus/guides.js';
import { schools } from '../corpus/programmes.js';
import { sharedTexts } from '../corpus/subject-texts.js';
import type { DemoContext } from '../demo-context.js';
import { fixedId } from '../fixed-id.js';
import type { DemoMember } from '../people/members.js';
import type { RandomStream } from '../random-stream.js';
import { after, dayMs, later } from '../season.js';

/** What a resource is. */
export type ResourceKind = 'GUIDE' | 'NOTES' | 'PAST_PAPER' | 'TEMPLATE' | 'VIDEO' | 'LINK';

/** Something to learn from, as the learning service stores it; the body is plain text with empty lines between paragraphs. */
export type DemoResource = {
  readonly id: Id<'Resource'>;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly kind: ResourceKind;
  readonly language: 'en' | 'zh-Hans';
  readonly subject: string;
  readonly licence: 'CC-BY-4.0' | 'CC-BY-SA-4.0' | 'CC0-1.0';
  readonly authorId: Id<'Member'>;
  readonly status: 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED' | 'RETIRED';
  readonly publishedAt?: Date;
};

/** The id of a common guide, which learning paths refer to; it does not change with anchor or size. */
export function guideId({ key, language }: Pick<Guide, 'key' | 'language'>): Id<'Resource'> {
  return fixedId<'Resource'>(`guide/${key}/${language}`);
}

/** The common guides in both languages, then what students share about their subjects. */
export function demoUnionResources(context: DemoContext, members: readonly DemoMember[]): readonly DemoResource[] {
  const random = context.stream('resources');
  const authors = members.filter(
    ({ status, joinedAt }) => status === 'ACTIVE' && joinedAt < after(context.anchor, -90 * dayMs),
  );
  const shared = random.shuffle(schools.flatMap((school) => sharedTexts.map((text) => ({ school, text }))));
  const guides = commonGuides.map((guide): DemoResource => {
    const general = guide.language === 'en' ? 'Study and student life' : '学习与校园生活';
    const { title, summary, body, language } = guide;
    return {
      ...issued(context, random, authors),
      id: guideId(guide),
      title,
      summary,
      body,
      language,
      kind: 'GUIDE',
      subject: general,
      status: 'PUBLISHED',
    };
  });
  const bySubject = shared.slice(0, context.scaled(420) - guides.length).map(({ school, text }): DemoResource => {
    const subject = text.language === 'en' ? school.subject : school.subjectZh;
    const fill = (words: string) => words.replaceAll('{subject}', subject);
    const { publishedAt, ...origin } = issued(context, random, authors);
    const status = random.weighted<DemoResource['status']>([
      ['PUBLISHED', 90],
      ['IN_REVIEW', 4],
      ['DRAFT', 3],
      ['RETIRED', 3],
    ]);
    return {
      ...origin,
      title: fill(text.title),
      summary: fill(text.summary),
      body: fill(text.body),
      kind: text.kind,
      language: text.language,
      subject,
      status,
      ...((status === 'PUBLISHED' || status === 'RETIRED') && { publishedAt }),
    };
  });
  return [...guides, ...bySubject];
}

function issued({ anchor }: DemoContext, random: RandomStream, authors: readonly DemoMember[]) {
  const author = random.pick(authors);
  const earliest = later(after(author.joinedAt, 20 * dayMs), after(anchor, -900 * dayMs));
  const publishedAt = after(earliest, Math.floor(random.next() * (anchor.getTime() - earliest.getTime())));
  const licence = random.weighted<DemoResource['licence']>([
    ['CC-BY-4.0', 55],
    ['CC-BY-SA-4.0', 35],
    ['CC0-1.0', 10],
  ]);
  return { id: random.idAt<'Resource'>(publishedAt), licence, authorId: author.id, publishedAt };
}
