/** What a browser remembers for a person: no more than how the app looks and speaks. */
export type Preference = 'language' | 'scheme';

const keyOf = (preference: Preference): string => `guildhall.${preference}`;

/** The remembered choice; null when there is none or the browser keeps nothing. */
export function recall(preference: Preference): string | null {
  try {
    return localStorage.getItem(keyOf(preference));
  } catch {
    return null;
  }
}

/** Remembers a choice, or does nothing in a browser that keeps nothing. */
export function remember(preference: Preference, value: string): void {
  try {
    localStorage.setItem(keyOf(preference), value);
  } catch {
    // A private window may refuse; the choice then lasts until the page is closed.
  }
}

/** Calls back whenever another tab of this app remembers a new choice, so that all tabs look and speak alike. */
export function onChosenElsewhere(preference: Preference, tell: () => void): void {
  addEventListener('storage', ({ key }) => {
    if (key === keyOf(preference)) tell();
  });
}
