import type { Locales } from './languages.js';

/** Hears of words that come with a part of an app; answers when they can be spoken. */
type Listener = (words: Locales) => Promise<void>;

const parts = new Set<Locales>();
let listener: Listener = () => Promise.resolve();

/** A module of pages that brings words, its own or those of several parts, which nobody else has to load. */
type PartModule = { readonly words?: Locales | readonly Locales[] };

/**
 * Loads a page and then the words its module exports as `words`, before the page is shown. Words that only some pages need stay out of
 * what every page loads.
 */
export function withWords<Module extends PartModule>(load: () => Promise<Module>): () => Promise<Module> {
  return async () => {
    const module = await load();
    await Promise.all(listOf(module.words).map(hear));
    return module;
  };
}

async function hear(words: Locales): Promise<void> {
  parts.add(words);
  await listener(words);
}

function listOf(words: PartModule['words']): readonly Locales[] {
  if (words === undefined) return [];
  return 'en' in words ? [words] : words;
}

/** The words of all parts that were loaded so far. */
export function loadedParts(): readonly Locales[] {
  return [...parts];
}

/** Makes the texts of the app the one who hears of further parts. */
export function hearOfParts(hear: Listener): void {
  listener = hear;
}
