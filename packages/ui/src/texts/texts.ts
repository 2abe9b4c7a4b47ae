import { createContext, useContext, useSyncExternalStore } from 'react';
import { remember } from '../preferences/remembered.js';
import type { Language, Locales } from './languages.js';
import { languages } from './languages.js';
import type { Translate, Translator } from './translator.js';
import { hearOfParts, loadedParts } from './part-words.js';
import { createTranslator } from './translator.js';

const sharedWords: Locales = {
  en: () => import('../locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('../locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of an app in the language that is on. */
export type Texts = {
  readonly translator: Translator;
  /** Loads a language if it is new, switches to it and remembers the choice. */
  switchTo(language: Language): Promise<void>;
};

/** Loads the words of a language and makes them the app's: the app's own before the shared ones. */
export async function createTexts(language: Language, appWords: Locales): Promise<Texts> {
  const translator = createTranslator();
  let coming = language;
  const turn = async (wanted: Language): Promise<void> => {
    coming = wanted;
    if (!translator.has(wanted)) {
      const [app, ui] = await Promise.all([appWords[wanted](), sharedWords[wanted]()]);
      translator.add(wanted, [app.default, ui.default]);
    }
    await Promise.all(loadedParts().map((part) => addPart(wanted, part)));
    translator.turnTo(wanted);
    document.documentElement.lang = wanted;
  };
  const added = new Map<Locales, Set<Language>>();
  const addPart = async (tag: Language, part: Locales): Promise<void> => {
    const known = added.get(part) ?? new Set();
    added.set(part, known);
    if (known.has(tag)) return;
    translator.extend(tag, (await part[tag]()).default);
    known.add(tag);
  };
  // A part may come while the language changes: its words are needed in the present one, and in the next.
  hearOfParts(async (part) => {
    const present = languages.find((tag) => tag === translator.language) ?? coming;
    await Promise.all([...new Set([present, coming])].map((tag) => addPart(tag, part)));
  });
  await turn(language);
  return {
    translator,
    async switchTo(wanted) {
      await turn(wanted);
      remember('language', wanted);
    },
  };
}

const TextsContext = createContext<Texts | undefined>(undefined);

/** Gives the words to everything inside. */
export const TextsProvider = TextsContext.Provider;

/** What a component needs to speak: `t`, the language that is on, and the switch. */
export type TextsInUse = {
  /** The text of a key of the app, else of the shared words. */
  readonly t: Translate;
  readonly language: Language;
  switchTo(language: Language): Promise<void>;
};

/** The words, shown again when the language changes. */
export function useTexts(): TextsInUse {
  const texts = useContext(TextsContext);
  if (texts === undefined) throw new Error('useTexts needs the providers of createApp around it.');
  const { translator, switchTo } = texts;
  const tag = useSyncExternalStore(translator.onTurn, () => translator.language);
  const language = languages.find((each) => each === tag) ?? 'en';
  return { t: translator.t, language, switchTo };
}
