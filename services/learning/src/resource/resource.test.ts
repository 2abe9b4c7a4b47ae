import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { checkContent, type ResourceContent } from './content.js';
import { resourceLifecycle, type Resource } from './resource.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const content = {
  title: 'How to study',
  summary: 'A few things that help.',
  body: 'Sleep.',
  kind: 'GUIDE',
  language: 'en',
  subject: 'Study',
  licence: 'CC_BY_4_0',
  address: undefined,
  tags: [],
  courseIds: [],
  fileId: undefined,
} as const;
const resource = (state: Pick<Resource, 'status' | 'work'>, flaggedAt?: Date): Resource => ({
  ...content,
  ...state,
  id: toId('r'),
  authorId: toId('a'),
  number: 1,
  reviewerId: undefined,
  publishedAt: undefined,
  revisedAt: undefined,
  flaggedAt,
  version: 1,
});

describe('the life of a resource', () => {
  it.each([
    ['DRAFT', 'DRAFT', ['EDIT', 'SUBMIT']],
    ['IN_REVIEW', 'IN_REVIEW', ['SEND_BACK', 'PUBLISH']],
    ['PUBLISHED', undefined, ['RETIRE', 'REVISE', 'HOLD', 'RATE', 'REPORT']],
    ['PUBLISHED', 'DRAFT', ['EDIT', 'SUBMIT', 'RETIRE', 'DISCARD_REVISION', 'HOLD', 'RATE', 'REPORT']],
    ['PUBLISHED', 'IN_REVIEW', ['SEND_BACK', 'PUBLISH', 'RETIRE', 'HOLD', 'RATE', 'REPORT']],
    ['HELD', undefined, ['RETIRE', 'REVISE', 'RESTORE']],
    ['HELD', 'DRAFT', ['EDIT', 'SUBMIT', 'RETIRE', 'DISCARD_REVISION', 'RESTORE']],
    ['HELD', 'IN_REVIEW', ['SEND_BACK', 'RETIRE', 'RESTORE']],
    ['RETIRED', undefined, []],
  ] as const)('in %s with %s in work allows exactly %j', (status, work, actions) => {
    const flaggedAt = status === 'HELD' ? now : undefined;
    expect(resourceLifecycle.possible(resource({ status, work }, flaggedAt), now)).toEqual(actions);
  });

  it('lets what was reported stay before it is held', () => {
    expect(resourceLifecycle.can('RESTORE', resource({ status: 'PUBLISHED', work: undefined }, now), now)).toBe(true);
  });
});

const elevenCourses = Array.from({ length: 11 }, (_, index) =>
  toId<'Constituency'>(`018f0000-0000-8000-8000-0000000000${index + 10}`),
);

const aFile = toId<'ResourceFile'>('018f0000-0000-7000-8000-00000000000f');

describe('what an author writes', () => {
  it.each([
    ['title', { title: 'x'.repeat(121) }, 'TOO_LONG'],
    ['summary', { summary: 'short' }, 'TOO_SHORT'],
    ['body', { body: 'x'.repeat(15_001) }, 'TOO_LONG'],
    ['body', { body: ' ' }, 'REQUIRED'],
    ['subject', { subject: '' }, 'REQUIRED'],
    ['language', { language: 'English' }, 'BAD_FORMAT'],
    ['address', { kind: 'LINK' }, 'REQUIRED'],
    ['address', { kind: 'VIDEO', address: ' ' }, 'REQUIRED'],
    ['address', { kind: 'LINK', address: 'http://example.org/a' }, 'BAD_FORMAT'],
    ['address', { kind: 'LINK', address: 'data:text/html,hello' }, 'BAD_FORMAT'],
    ['address', { kind: 'LINK', address: 'https://user:secret@example.org' }, 'BAD_FORMAT'],
    ['address', { kind: 'LINK', address: 'https://10.0.0.1/' }, 'BAD_FORMAT'],
    ['address', { kind: 'LINK', address: 'https://localhost/' }, 'BAD_FORMAT'],
    ['address', { kind: 'GUIDE', address: 'https://example.org/a' }, 'CONTRADICTION'],
    ['fileId', { kind: 'FILE' }, 'REQUIRED'],
    ['fileId', { kind: 'LINK', address: 'https://example.org/a', fileId: aFile }, 'CONTRADICTION'],
    ['fileId', { kind: 'VIDEO', address: 'https://example.org/a', fileId: aFile }, 'CONTRADICTION'],
    ['tags', { tags: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'] }, 'TOO_LONG'],
    ['tags.0', { tags: [' '] }, 'REQUIRED'],
    ['courseIds', { courseIds: elevenCourses }, 'TOO_LONG'],
  ] satisfies [string, Partial<ResourceContent>, string][])('is refused for its %s', (path, change, rule) => {
    expect(checkContent({ ...content, ...change })).toMatchObject({ ok: false, error: { fields: [{ path, rule }] } });
  });

  it('has each tag once and in lower case, and an address where there is one', () => {
    expect(
      checkContent({
        ...content,
        kind: 'VIDEO',
        address: ' https://video.example.org/watch?v=1 ',
        tags: ['Exam ', 'exam', '考试'],
      }),
    ).toMatchObject({ ok: true, value: { tags: ['exam', '考试'], address: 'https://video.example.org/watch?v=1' } });
  });

  it.each(['GUIDE', 'NOTES', 'PAST_PAPER', 'TEMPLATE', 'FILE'] as const)('may have a file as %s', (kind) => {
    expect(checkContent({ ...content, kind, fileId: aFile })).toMatchObject({ ok: true, value: { fileId: aFile } });
  });

  it('counts characters and not bytes, and is trimmed', () => {
    expect(checkContent({ ...content, title: ` ${'学'.repeat(120)} ` })).toMatchObject({
      ok: true,
      value: { title: '学'.repeat(120) },
    });
  });
});
