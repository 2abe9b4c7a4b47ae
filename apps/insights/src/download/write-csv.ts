import type { PlotSection } from '../figures/plot-section.js';

/** The words of the file: its headings, and why a number is withheld. */
export type CsvWords = { readonly headings: readonly string[]; readonly reasonOf: (reason: string) => string };

/**
 * Writes the figures that are shown as comma-separated text (RFC 4180), one a line. A suppressed figure has no number, only the reason
 * why; it is never written as zero.
 */
export function writeCsv(sections: readonly PlotSection[], { headings, reasonOf }: CsvWords): string {
  const lines = sections.flatMap(({ title, plots }) =>
    plots.flatMap(({ caption, points }) =>
      points.map(({ label, figure }) => {
        const name = title === undefined ? caption : `${title}: ${caption}`;
        return figure.suppressed
          ? [name, label, '', reasonOf(figure.reason ?? 'other')]
          : [name, label, String(figure.value ?? ''), ''];
      }),
    ),
  );
  return [headings, ...lines].map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('');
}

/** Quotes a cell, and puts an apostrophe before what a spreadsheet would run as a formula. */
function writeCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
