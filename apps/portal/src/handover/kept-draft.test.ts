import { describe, expect, it } from '@jest/globals';
import { keptDraft } from './kept-draft.js';

function shelf() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('a kept draft', () => {
  it('gives back what was typed until it is saved', () => {
    const place = shelf();
    const draft = keptDraft('one', place);
    expect(draft.read({ title: '' })).toBeUndefined();
    draft.write({ title: 'The hall', words: 'Ask Mo.' });
    expect(keptDraft('one', place).read({ title: '', words: '' })).toEqual({ title: 'The hall', words: 'Ask Mo.' });
    expect(keptDraft('two', place).read({ title: '' })).toBeUndefined();
    draft.forget();
    expect(draft.read({ title: '' })).toBeUndefined();
  });

  it('takes nothing that has another form', () => {
    const place = shelf();
    const draft = keptDraft('one', place);
    draft.write({ title: true, other: 'x' });
    expect(draft.read({ title: 'as it was' })).toEqual({ title: 'as it was' });
    place.kept.set('guildhall.handover.one', 'not JSON');
    expect(draft.read({ title: '' })).toBeUndefined();
  });

  it('does without a browser that keeps nothing', () => {
    const broken = () => {
      throw new Error('full');
    };
    const draft = keptDraft('one', { getItem: broken, setItem: broken, removeItem: broken });
    draft.write({ title: 'The hall' });
    draft.forget();
    expect(draft.read({ title: '' })).toBeUndefined();
  });
});
