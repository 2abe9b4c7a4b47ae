import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import fc from 'fast-check';
import { diffTexts, diffVersions, type DiffPiece } from './version-diff.js';

const shown = (pieces: readonly DiffPiece[]): string =>
  pieces.map(({ text, change }) => ({ SAME: text, ADDED: `[+${text}]`, REMOVED: `[-${text}]` })[change]).join('');
const side = (pieces: readonly DiffPiece[], left: DiffPiece['change']): string =>
  pieces.flatMap(({ text, change }) => (change === 'SAME' || change === left ? [text] : [])).join('');

describe('the difference of two texts', () => {
  it.each([
    ['Sleep well.', 'Sleep very well.', 'Sleep [+very ]well.'],
    ['Don’t cram.', 'Do cram.', '[-Don’t][+Do] cram.'],
    ['如何写论文', '如何写好论文', '如何写[+好]论文'],
    ['用GPA计算', '用绩点计算', '用[-GPA][+绩点]计算'],
    ['One.\n\nTwo.', 'One.\n\nThree.\n\nTwo.', 'One.\n\n[+Three.\n\n]Two.'],
    ['', 'New.', '[+New.]'],
    ['Old.', '', '[-Old.]'],
    ['Same.', 'Same.', 'Same.'],
  ])('of %j and %j is %j', (before, after, expected) => {
    expect(shown(diffTexts(before, after))).toBe(expected);
  });

  it('always gives both texts back, whatever they are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc
        .array(fc.constantFrom('word ', 'other ', '学', '习', '\n\n', '👩🏽', "it's"), { maxLength: 40 })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = diffTexts(before, after);
        expect(side(pieces, 'REMOVED')).toBe(before);
        expect(side(pieces, 'ADDED')).toBe(after);
        expect(pieces.every((piece, index) => piece.text !== '' && piece.change !== pieces[index - 1]?.change)).toBe(
          true,
        );
      }),
    );
  });

  it('of two long texts without anything in common ends early and shows both whole', () => {
    const before = Array.from({ length: 15_000 }, (_, index) => String.fromCodePoint(0x4e00 + (index % 9000))).join('');
    const after = Array.from({ length: 15_000 }, (_, index) => String.fromCodePoint(0xac00 + (index % 9000))).join('');
    expect(diffTexts(before, after)).toEqual([
      { text: before, change: 'REMOVED' },
      { text: after, change: 'ADDED' },
    ]);
  });
});

describe('the difference of two versions', () => {
  it('names what else changed, and nothing else', () => {
    const before = {
      number: 1,
      title: 'A link',
      summary: 'Where to look.',
      body: 'Look here.',
      kind: 'LINK',
      language: 'en',
      subject: 'Study',
      licence: 'CC0_1_0',
      address: 'https://one.example.org/',
      tags: ['exams'],
      courseIds: [],
      fileId: undefined,
    } as const;
    const after = { ...before, number: 2, address: undefined, kind: 'GUIDE', tags: ['exams', 'notes'] } as const;
    expect(diffVersions(before, after)).toMatchObject({
      from: 1,
      to: 2,
      title: [{ text: 'A link', change: 'SAME' }],
      facts: [
        { fact: 'kind', before: 'LINK', after: 'GUIDE' },
        { fact: 'address', before: 'https://one.example.org/', after: undefined },
        { fact: 'tags', before: 'exams', after: 'exams, notes' },
      ],
    });
  });

  it('names files by what they are called, and tells two of the same name apart', () => {
    const told = {
      number: 1,
      title: 'Slides',
      summary: 'Of week 3.',
      body: 'See the file.',
      kind: 'NOTES',
      language: 'en',
      subject: 'Study',
      licence: 'CC0_1_0',
      address: undefined,
      tags: [],
      courseIds: [],
    } as const;
    const one = { ...told, fileId: toId<'ResourceFile'>('018f0000-0000-7000-8000-00000000000a') };
    const other = { ...told, number: 2, fileId: toId<'ResourceFile'>('018f0000-0000-7000-8000-00000000000b') };
    const none = { ...told, number: 2, fileId: undefined };
    const file = { name: 'week-3.pdf', size: 5 };
    const words = 'week-3.pdf (5 bytes)';
    expect(diffVersions({ ...one, file }, { ...one, number: 2, file }).facts).toEqual([]);
    expect(diffVersions({ ...one, file }, { ...other, file }).facts).toEqual([
      { fact: 'file', before: words, after: words },
    ]);
    expect(diffVersions({ ...one, file }, none).facts).toEqual([{ fact: 'file', before: words, after: undefined }]);
  });
});
