import type { Words } from './languages.js';

/** What stands in for the `{{placeholders}}` of a text; `count` also chooses its plural form. */
export type TextValues = Readonly<Record<string, string | number | undefined>>;

/** The text of the first key that has one; the last key itself when none has, so that it can be a word to fall back on. */
export type Translate = (keys: string | readonly string[], values?: TextValues) => string;

/** The words of an app in every language loaded so far, and the language that is on. */
export type Translator = {
  readonly language: string;
  readonly t: Translate;
  has(language: string): boolean;
  /** Adds a language; where two bundles know a key, the earlier one speaks. */
  add(language: string, bundles: readonly Words[]): void;
  /** Adds words of a part of the app to a language; what the language says already stays. */
  extend(language: string, words: Words): void;
  turnTo(language: string): void;
  /** Calls back after each turn, until the answer is called. */
  onTurn(listener: () => void): () => void;
};

/**
 * Makes the translator of an app. It reads the JSON that i18next reads (dotted keys, `{{name}}`, plural suffixes) in a fiftieth of its
 * weight, which every route of every app would carry. Values are not escaped: React does that.
 */
export function createTranslator(): Translator {
  const bundles = new Map<string, readonly Words[]>();
  const listeners = new Set<() => void>();
  let language = '';
  const find = (key: string, count: unknown): string | undefined => {
    const forms = pluralKeys(key, language, count);
    const texts = (bundles.get(language) ?? []).flatMap((words) => forms.map((form) => findText(words, form)));
    return texts.find((text) => text !== undefined);
  };
  return {
    get language() {
      return language;
    },
    t(keys, values = {}) {
      const wanted = typeof keys === 'string' ? [keys] : keys;
      const text = wanted.map((key) => find(key, values['count'])).find((found) => found !== undefined);
      return (text ?? wanted.at(-1) ?? '').replace(/\{\{(\w+)\}\}/g, (_whole, name: string) =>
        String(values[name] ?? ''),
      );
    },
    has: (tag) => bundles.has(tag),
    add: (tag, words) => void bundles.set(tag, words),
    extend: (tag, words) => void bundles.set(tag, [...(bundles.get(tag) ?? []), words]),
    turnTo(tag) {
      language = tag;
      for (const tell of listeners) tell();
    },
    onTurn(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Finds a text by its dotted key; a part of the key may itself hold dots, as paths of input fields do. */
function findText(words: Words, key: string): string | undefined {
  const whole = words[key];
  if (typeof whole === 'string') return whole;
  for (let dot = key.indexOf('.'); dot !== -1; dot = key.indexOf('.', dot + 1)) {
    const inner = words[key.slice(0, dot)];
    const found = typeof inner === 'object' ? findText(inner, key.slice(dot + 1)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The forms of a key for a number of things, the most exact first: `_zero`, then the plural of the language, then the bare key. */
function pluralKeys(key: string, language: string, count: unknown): readonly string[] {
  if (typeof count !== 'number') return [key];
  const plural = `${key}_${new Intl.PluralRules(language).select(count)}`;
  return count === 0 ? [`${key}_zero`, plural, key] : [plural, key];
}
