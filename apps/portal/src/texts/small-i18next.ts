/*
 * What packages/ui uses of i18next, in a fiftieth of its weight: with the whole library no page of the portal would stay within
 * its budget of script. The build puts it in i18next's place (vite.config.ts).
 */
type Words = { readonly [key: string]: string | Words };
type Options = Readonly<Record<string, string | number | undefined>>;

/** Finds a text by its dotted key; a part of the key may itself hold dots, as paths of input fields do. */
export function findText(words: Words, key: string): string | undefined {
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
export function pluralKeys(key: string, language: string, count: unknown): readonly string[] {
  if (typeof count !== 'number') return [key];
  const plural = `${key}_${new Intl.PluralRules(language).select(count)}`;
  return count === 0 ? [`${key}_zero`, plural, key] : [plural, key];
}

class SmallTexts {
  language = '';
  readonly #bundles = new Map<string, Words>();
  readonly #listeners = new Set<() => void>();

  async init(): Promise<void> {}

  hasResourceBundle(language: string, namespace: string): boolean {
    return this.#bundles.has(`${language}/${namespace}`);
  }

  addResourceBundle(language: string, namespace: string, words: Words): void {
    this.#bundles.set(`${language}/${namespace}`, words);
  }

  async changeLanguage(language: string): Promise<void> {
    this.language = language;
    for (const tell of this.#listeners) tell();
  }

  on(_event: 'languageChanged', listener: () => void): void {
    this.#listeners.add(listener);
  }

  off(_event: 'languageChanged', listener: () => void): void {
    this.#listeners.delete(listener);
  }

  /** The text of the first key that has one, of the app's words before the shared ones; the last key when none has. */
  readonly t = (keys: string | readonly string[], options: Options = {}): string => {
    const wanted = typeof keys === 'string' ? [keys] : keys;
    const text = wanted.map((key) => this.#find(key, options['count'])).find((found) => found !== undefined);
    return (text ?? wanted.at(-1) ?? '').replace(/\{\{(\w+)\}\}/g, (_whole, name: string) =>
      String(options[name] ?? ''),
    );
  };

  #find(key: string, count: unknown): string | undefined {
    const bundles = ['app', 'ui'].map((namespace) => this.#bundles.get(`${this.language}/${namespace}`) ?? {});
    const forms = pluralKeys(key, this.language, count);
    return bundles.flatMap((words) => forms.map((form) => findText(words, form))).find((found) => found !== undefined);
  }
}

/** Stands for the library: makes the texts of one app. */
export const smallI18next = { createInstance: (): SmallTexts => new SmallTexts() };
