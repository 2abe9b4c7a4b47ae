import { useEffect } from 'react';

const prefix = 'guildhall.learning.';

/** What was typed into a form and not sent, as long as this tab is open; nothing when the browser keeps nothing. */
export function recallWords(key: string): string {
  try {
    return sessionStorage.getItem(prefix + key) ?? '';
  } catch {
    return '';
  }
}

/** Keeps what is typed until the tab is closed, and forgets it once it is empty; nobody else who uses the device finds it. */
export function useKeptWords(key: string, words: unknown): void {
  useEffect(() => {
    try {
      if (typeof words === 'string' && words !== '') sessionStorage.setItem(prefix + key, words);
      else sessionStorage.removeItem(prefix + key);
    } catch {
      // A private window may refuse; the words then last until the page is left.
    }
  }, [key, words]);
}
