/** What a browser remembers for a person: no more than how the app looks and speaks. */
export type Preference = 'language' | 'scheme';

/** The remembered choice; null when there is none or the browser keeps nothing. */
export function recall(preference: Preference): string | null {
  try {
    return localStorage.getItem(`guildhall.${preference}`);
  } catch {
    return null;
  }
}

/** Remembers a choice, or does nothing in a browser that keeps nothing. */
export function remember(preference: Preference, value: string): void {
  try {
    localStorage.setItem(`guildhall.${preference}`, value);
  } catch {
    // A private window may refuse; the choice then lasts until the page is closed.
  }
}
