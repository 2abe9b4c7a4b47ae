import { describe, expect, it } from '@jest/globals';
import { createTranslator } from './translator.js';

const own = {
  a: { b: 'own' },
  fields: { 'facts.x': 'flat' },
  n_one: '{{count}} place',
  n_other: '{{count}} places',
  n_zero: 'none',
  $: '{{name}}',
};
const translator = createTranslator();
translator.add('en', [own, { a: { b: 'shared', c: 'shared too' } }]);
translator.add('zh-CN', [{ n_other: '{{count}} 个' }]);
translator.turnTo('en');

describe('the words of an app', () => {
  it.each([
    ['a.b', {}, 'own'],
    ['a.c', {}, 'shared too'],
    ['fields.facts.x', {}, 'flat'],
    ['n', { count: 1 }, '1 place'],
    ['n', { count: 2 }, '2 places'],
    ['n', { count: 0 }, 'none'],
    ['$', { name: '$& <b>' }, '$& <b>'],
    ['no.such', {}, 'no.such'],
  ])('answer %s with %j', (key, values, text) => {
    expect(translator.t(key, values)).toBe(text);
  });

  it('take the first key that has a text, and the last key as it stands when none has', () => {
    expect(translator.t(['no.such', 'a.b'])).toBe('own');
    expect(translator.t(['no.such', 'Room'])).toBe('Room');
  });

  it('turn to another language, with its plurals, and tell who listens', () => {
    let told = 0;
    const stop = translator.onTurn(() => (told += 1));
    translator.turnTo('zh-CN');
    expect(translator.t('n', { count: 1 })).toBe('1 个');
    stop();
    translator.turnTo('en');
    expect(told).toBe(1);
  });
});
