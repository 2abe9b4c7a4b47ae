import { describe, expect, it } from '@jest/globals';
import { checkContent, checkWords, handoverSections, needsTick, progressOf } from './handover-item.js';

const content = { title: 'The hall', words: 'Ask Mo at the desk.', link: undefined };
const problems = (changes: Partial<typeof content> | { readonly link: string }) => {
  const checked = checkContent({ ...content, ...changes });
  return checked.ok ? [] : checked.error.fields.map(({ path, rule }) => [path, rule]);
};

describe('what may be written', () => {
  it('is trimmed, and may be a title alone', () => {
    expect(checkContent({ title: ' The hall ', words: ' ', link: ' https://example.org/hall ' })).toEqual({
      ok: true,
      value: { title: 'The hall', words: '', link: 'https://example.org/hall' },
    });
  });

  it.each([
    [{ title: ' ' }, [['item.title', 'REQUIRED']]],
    [{ title: 'x'.repeat(121) }, [['item.title', 'TOO_LONG']]],
    [{ words: 'x'.repeat(4001) }, [['item.words', 'TOO_LONG']]],
    [{ words: 'The password is hunter2' }, [['item.words', 'CONTRADICTION']]],
    [{ title: 'PIN 4711' }, [['item.title', 'CONTRADICTION']]],
    [{ link: 'http://example.org' }, [['item.link', 'BAD_FORMAT']]],
    [{ link: 'https://me:secret@example.org' }, [['item.link', 'BAD_FORMAT']]],
    [{ link: 'ftp://example.org/plan' }, [['item.link', 'BAD_FORMAT']]],
  ])('names every problem at its field: %j', (changes, expected) => {
    expect(problems(changes)).toEqual(expected);
  });

  it('holds for questions and answers too', () => {
    expect(checkWords(' Who has the key? ', 1000)).toEqual({ ok: true, value: 'Who has the key?' });
    expect(checkWords('pwd = spring24', 1000)).toMatchObject({ ok: false, error: { fields: [{ path: 'words' }] } });
    expect(checkWords('', 1000)).toMatchObject({ ok: false, error: { fields: [{ rule: 'REQUIRED' }] } });
  });
});

describe('how far a part is', () => {
  it('counts what needs a new owner', () => {
    expect(handoverSections.filter(needsTick)).toEqual(['ACCOUNTS', 'OPEN_MATTERS']);
    expect(progressOf('ACCOUNTS', { count: 3, tickedCount: 1, hasNothing: false })).toMatchObject({
      isDone: true,
      untakenCount: 2,
    });
    expect(progressOf('ADVICE', { count: 3, tickedCount: 1, hasNothing: false }).untakenCount).toBe(0);
  });

  it('does not call empty what holds something', () => {
    expect(progressOf('ADVICE', { count: 1, tickedCount: 0, hasNothing: true }).hasNothing).toBe(false);
    expect(progressOf('ADVICE', { count: 0, tickedCount: 0, hasNothing: true }).isDone).toBe(true);
    expect(progressOf('ADVICE', { count: 0, tickedCount: 0, hasNothing: false }).isDone).toBe(false);
  });
});
