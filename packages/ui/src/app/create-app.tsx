import '../styles/tokens.css';
import '../styles/base.css';
import type { AnyRouter } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import type { GraphCacheOptions } from '../graph/graph-client.js';
import { onChosenElsewhere, recall } from '../preferences/remembered.js';
import { applyScheme, recallScheme } from '../preferences/scheme.js';
import { createBrowserSession } from '../session/browser-session.js';
import type { UseNavigation } from '../shell/navigation.js';
import type { Language, Locales } from '../texts/languages.js';
import { chooseLanguage } from '../texts/languages.js';
import { createTexts } from '../texts/texts.js';
import { App } from './App.js';
import { FaultPage, NotFoundPage } from './FaultPage.js';
import { loadWebConfig } from './web-config.js';

/** How every app's router behaves; an app adds its `routeTree`. */
export const routerDefaults = {
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: FaultPage,
  defaultNotFoundComponent: NotFoundPage,
} as const;

/** What an app is made of. */
export type AppDefinition = {
  /** A key of the app's words: its name as people read it. */
  readonly name: string;
  /**
   * `createRouter({ ...routerDefaults, routeTree })`. Register its type with TanStack Router, and links and search parameters are
   * checked by the compiler.
   */
  readonly router: AnyRouter;
  /** The main navigation of the person who is here. */
  readonly useNavigation: UseNavigation;
  readonly locales: Locales;
  /** `required`: a visitor who is not signed in sees the way to sign in and nothing else. */
  readonly signIn: 'required' | 'optional';
  readonly cache?: GraphCacheOptions;
};

/** Makes an app: `mount` shows it in `#app` once words and settings are there, and asks for the session meanwhile. */
export function createApp(definition: AppDefinition): { mount(): Promise<void> } {
  return {
    async mount() {
      applyScheme(recallScheme());
      onChosenElsewhere('scheme', () => applyScheme(recallScheme()));
      const session = createBrowserSession();
      void session.getAccessToken();
      const readLanguage = (): Language => chooseLanguage(recall('language'), navigator.languages);
      const [texts, config] = await Promise.all([createTexts(readLanguage(), definition.locales), loadWebConfig()]);
      onChosenElsewhere('language', () => void texts.switchTo(readLanguage()));
      const element = document.querySelector('#app');
      if (element === null) throw new Error('The page has no element with the id "app".');
      createRoot(element).render(<App {...{ definition, session, texts, config }} />);
    },
  };
}
