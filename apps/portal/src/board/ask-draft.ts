const prefix = 'guildhall.help-draft.';

/** What was typed into the form, by field. */
export type KeptDraft = Readonly<Record<string, string | boolean>>;

/** What this member typed on this device and has not sent; nothing when the browser keeps nothing. */
export function recallDraft(memberId: string): KeptDraft {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + memberId) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter(
        (entry): entry is [string, string | boolean] => typeof entry[1] === 'string' || typeof entry[1] === 'boolean',
      ),
    );
  } catch {
    return {};
  }
}

/** Keeps what was typed on this device, or forgets it. */
export function keepDraft(memberId: string, draft: KeptDraft | undefined): void {
  try {
    if (draft === undefined) localStorage.removeItem(prefix + memberId);
    else localStorage.setItem(prefix + memberId, JSON.stringify(draft));
  } catch {
    // A private window may refuse; the words then last until the page is closed.
  }
}
