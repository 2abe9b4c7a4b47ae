import { describe, expect, it } from '@jest/globals';
import { smallI18next } from './small-i18next.js';

const texts = smallI18next.createInstance();
texts.addResourceBundle('en', 'app', {
  a: { b: 'own' },
  fields: { 'facts.x': 'flat' },
  n_one: '{{count}} place',
  n_other: '{{count}} places',
  n_zero: 'none',
  $: '{{name}}',
});
texts.addResourceBundle('en', 'ui', { a: { b: 'shared', c: 'shared too' } });
texts.addResourceBundle('zh-CN', 'app', { n_other: '{{count}} 个' });
await texts.changeLanguage('en');

describe('the words of the portal', () => {
  it.each([
    ['a.b', {}, 'own'],
    ['a.c', {}, 'shared too'],
    ['fields.facts.x', {}, 'flat'],
    ['n', { count: 1 }, '1 place'],
    ['n', { count: 2 }, '2 places'],
    ['n', { count: 0 }, 'none'],
    ['$', { name: '$& <b>' }, '$& <b>'],
    ['no.such', {}, 'no.such'],
  ])('answer %s with %j', (key, options, text) => {
    expect(texts.t(key, options)).toBe(text);
  });

  it('take the first key that has a text, and the plural of the language that is on', async () => {
    expect(texts.t(['no.such', 'a.b'])).toBe('own');
    let told = 0;
    texts.on('languageChanged', () => (told += 1));
    await texts.changeLanguage('zh-CN');
    expect(texts.t('n', { count: 1 })).toBe('1 个');
    expect(told).toBe(1);
    await texts.changeLanguage('en');
  });
});
