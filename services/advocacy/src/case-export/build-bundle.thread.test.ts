import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { buildBundle } from './build-bundle.thread.js';
import type { BundleSource } from './bundle.js';

const source = (lines: readonly string[], redactions: readonly string[]): BundleSource => ({
  title: 'File of a case',
  sections: [{ title: 'Words', lines }],
  facts: { matter: 'HOUSING' },
  redactions,
  attachments: [],
  at: '2026-10-05T09:00:00.000Z',
});
const lines = (words: readonly string[], redactions: readonly string[]) =>
  buildBundle(source(words, redactions)).sections[0]?.lines;

describe('a bundle', () => {
  it('replaces names whatever their case and spacing, each by one number, and no part of another word', () => {
    expect(lines(['Ann Bell met ANN  BELL and Joe; Joel and Annabel stayed.'], ['Ann Bell', 'Joe'])).toEqual([
      '[person 1] met [person 1] and [person 2]; Joel and Annabel stayed.',
    ]);
  });

  it('replaces the longer of two names first, and takes characters that mean something to a pattern as they are', () => {
    expect(lines(['Ann Bell-Crow (Dr.) and Ann Bell.'], ['Ann Bell', 'Ann Bell-Crow (Dr.)'])).toEqual([
      '[person 2] and [person 1].',
    ]);
  });

  it('finds names in scripts that put no spaces between words', () => {
    expect(lines(['昨天王小明告诉我'], ['王小明'])).toEqual(['昨天[person 1]告诉我']);
  });

  it('takes names out of titles, facts and names of attachments too, and shows markup as words', () => {
    const built = buildBundle({
      ...source(['<b>Joe</b>'], ['Joe']),
      facts: { by: 'Joe' },
      attachments: [{ name: 'Letter to Joe.pdf', content: new Uint8Array([1, 2]) }],
    });
    const files = unzipSync(built.archive);
    expect(Object.keys(files)).toEqual(['case.html', 'case.json', 'attachments/01-Letter_to_person_1_.pdf']);
    const shown = strFromU8(files['case.html'] ?? new Uint8Array());
    expect(shown).toContain('&lt;b&gt;[person 1]&lt;/b&gt;');
    expect(shown + strFromU8(files['case.json'] ?? new Uint8Array())).not.toContain('Joe');
  });

  it('is the same to the byte for the same source, so that a consent can be bound to it', () => {
    expect(buildBundle(source(['a'], [])).digest).toBe(buildBundle(source(['a'], [])).digest);
    expect(buildBundle(source(['a'], [])).digest).not.toBe(buildBundle(source(['b'], [])).digest);
  });
});
