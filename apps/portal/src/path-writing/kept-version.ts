import { useEffect } from 'react';
import type { FormValues } from '@guildhall/ui';

const prefix = 'guildhall.path-writing.';

/** What was typed into the form of a version on this device and not saved; nothing when the browser keeps nothing. */
export function recallVersion(key: string): FormValues | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + key) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return undefined;
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, string | string[]] => isText(entry[1])),
    );
  } catch {
    return undefined;
  }
}

function isText(value: unknown): value is string | string[] {
  return typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string'));
}

/** Forgets what was typed, once it is saved. */
export function forgetVersion(key: string): void {
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // A private window may refuse, and has kept nothing.
  }
}

/** Keeps what is typed on this device, from the first change on. */
export function useKeptVersion(key: string, values: FormValues, initial: FormValues): void {
  useEffect(() => {
    if (values === initial) return;
    try {
      localStorage.setItem(prefix + key, JSON.stringify(values));
    } catch {
      // A private window may refuse; the words then last until the page is left.
    }
  }, [key, values, initial]);
}
