import type { RosterRow } from './RosterAction.js';

/**
 * The roster as a table of comma-separated values. Where a member shares nothing a cell is empty. What somebody wrote
 * never becomes a formula of the program that opens the file.
 */
export function rosterFile(titles: readonly string[], rows: readonly RosterRow[]): string {
  const lines = rows.map(({ member, since, roles }) => [
    member?.displayName,
    member?.pronouns,
    member?.faculty,
    member?.programme,
    member?.year,
    since.slice(0, 10),
    roles.map(({ position }) => position.title).join('; '),
  ]);
  return [titles, ...lines].map((cells) => cells.map(cell).join(',')).join('\r\n');
}

function cell(value: string | number | null | undefined): string {
  const text = String(value ?? '');
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** Hands a text to the browser as a file to keep; the mark at its start tells programs that it is UTF-8. */
export function saveText(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
