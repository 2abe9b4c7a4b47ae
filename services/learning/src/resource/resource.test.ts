import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { checkContent, resourceLifecycle, type Resource, type ResourceStatus } from './resource.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const content = {
  title: 'How to study',
  summary: 'A few things that help.',
  body: 'Sleep.',
  kind: 'GUIDE',
  language: 'en',
  subject: 'Study',
  licence: 'CC_BY_4_0',
} as const;
const resource = (status: ResourceStatus): Resource => ({
  ...content,
  id: toId('r'),
  authorId: toId('a'),
  status,
  reviewerId: undefined,
  publishedAt: undefined,
  version: 1,
});

describe('the life of a resource', () => {
  it.each([
    ['DRAFT', ['EDIT', 'SUBMIT']],
    ['IN_REVIEW', ['SEND_BACK', 'PUBLISH']],
    ['PUBLISHED', ['RETIRE']],
    ['RETIRED', []],
  ] as const)('in %s allows exactly %j', (status, actions) => {
    expect(resourceLifecycle.possible(resource(status), now)).toEqual(actions);
  });
});

describe('what an author writes', () => {
  it.each([
    ['title', { title: 'x'.repeat(121) }, 'TOO_LONG'],
    ['summary', { summary: 'short' }, 'TOO_SHORT'],
    ['body', { body: 'x'.repeat(15_001) }, 'TOO_LONG'],
    ['body', { body: ' ' }, 'REQUIRED'],
    ['subject', { subject: '' }, 'REQUIRED'],
    ['language', { language: 'English' }, 'BAD_FORMAT'],
  ])('is refused for its %s', (path, change, rule) => {
    expect(checkContent({ ...content, ...change })).toMatchObject({ ok: false, error: { fields: [{ path, rule }] } });
  });

  it('counts characters and not bytes, and is trimmed', () => {
    expect(checkContent({ ...content, title: ` ${'学'.repeat(120)} ` })).toMatchObject({
      ok: true,
      value: { title: '学'.repeat(120) },
    });
  });
});
