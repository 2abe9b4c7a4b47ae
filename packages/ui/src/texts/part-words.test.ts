import { expect, it } from '@jest/globals';
import type { Locales, Words } from './languages.js';
import { hearOfParts, loadedParts, withWords } from './part-words.js';
import { createTranslator } from './translator.js';

const words = (text: string): Locales => ({
  en: () => Promise.resolve({ default: { part: { title: text } } }),
  'zh-CN': () => Promise.resolve({ default: { part: { title: '部分' } } }),
});

it('shows a page of a part only once its words can be spoken', async () => {
  const order: string[] = [];
  hearOfParts(async (part) => {
    order.push(JSON.stringify((await part.en()).default));
  });
  const part = words('A part');
  const load = withWords(() => Promise.resolve({ words: part, Page: 'page' }));
  expect((await load()).Page).toBe('page');
  expect(order).toEqual(['{"part":{"title":"A part"}}']);
  expect(loadedParts()).toContain(part);
});

it('asks nothing more of a page that brings no words', async () => {
  const before = loadedParts().length;
  const page: { readonly Page: string; readonly words?: never } = { Page: 'page' };
  await withWords(() => Promise.resolve(page))();
  expect(loadedParts()).toHaveLength(before);
});

it('lets the words of a part speak beside those of the app, which come first', () => {
  const translator = createTranslator();
  const base: Words = { app: { name: 'Guildhall' } };
  translator.add('en', [base]);
  translator.turnTo('en');
  translator.extend('en', { app: { name: 'Other' }, part: { title: 'A part' } });
  expect([translator.t('app.name'), translator.t('part.title')]).toEqual(['Guildhall', 'A part']);
});
