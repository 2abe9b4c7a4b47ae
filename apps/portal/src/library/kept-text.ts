const prefix = 'guildhall.resource-text.';

/** What was typed into the form, by field. */
export type KeptText = Readonly<Record<string, string | readonly string[]>>;

/** What this member typed on this device and has not saved; nothing when the browser keeps nothing. */
export function recallText(key: string): KeptText | undefined {
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

/** Keeps what was typed on this device, or forgets it. */
export function keepText(key: string, text: KeptText | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, JSON.stringify(text));
  } catch {
    // A private window may refuse; the words then last until the page is closed.
  }
}
