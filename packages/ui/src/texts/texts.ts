import i18next, { type i18n, type TFunction } from 'i18next';
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { remember } from '../preferences/remembered.js';
import type { Language, Locales } from './languages.js';
import { languages } from './languages.js';

const sharedWords: Locales = {
  en: () => import('../locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('../locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of an app in the language that is on. */
export type Texts = {
  readonly i18n: i18n;
  /** Loads a language if it is new, switches to it and remembers the choice. */
  switchTo(language: Language): Promise<void>;
};

/**
 * Loads the words of a language and makes them the app's: the app's own under `app`, the shared ones under `ui`. React escapes what it
 * shows, so interpolation does not.
 */
export async function createTexts(language: Language, appWords: Locales): Promise<Texts> {
  const instance = i18next.createInstance();
  await instance.init({
    lng: language,
    fallbackLng: false,
    ns: ['app', 'ui'],
    defaultNS: 'app',
    fallbackNS: 'ui',
    resources: {},
    interpolation: { escapeValue: false },
  });
  const load = async (wanted: Language): Promise<void> => {
    if (instance.hasResourceBundle(wanted, 'ui')) return;
    const [app, ui] = await Promise.all([appWords[wanted](), sharedWords[wanted]()]);
    instance.addResourceBundle(wanted, 'app', app.default);
    instance.addResourceBundle(wanted, 'ui', ui.default);
  };
  const turn = async (wanted: Language): Promise<void> => {
    await load(wanted);
    await instance.changeLanguage(wanted);
    document.documentElement.lang = wanted;
  };
  await turn(language);
  return {
    i18n: instance,
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
  readonly t: TFunction;
  readonly language: Language;
  switchTo(language: Language): Promise<void>;
};

/** The words, shown again when the language changes. */
export function useTexts(): TextsInUse {
  const texts = useContext(TextsContext);
  if (texts === undefined) throw new Error('useTexts needs the providers of createApp around it.');
  const { i18n } = texts;
  const subscribe = useCallback(
    (onChange: () => void) => {
      i18n.on('languageChanged', onChange);
      return () => i18n.off('languageChanged', onChange);
    },
    [i18n],
  );
  const tag = useSyncExternalStore(subscribe, () => i18n.language);
  const language = languages.find((each) => each === tag) ?? 'en';
  return { t: i18n.t, language, switchTo: texts.switchTo };
}
