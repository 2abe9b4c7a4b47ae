/** A month as `YYYY-MM`, when the value is one. */
export function monthOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? value : undefined;
}

/** The month so many later, or earlier when negative. */
export function monthLater(month: string, count: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return date.toISOString().slice(0, 7);
}

/** The days of a month in weeks from Monday to Sunday; days of the months beside it are left empty. */
export function weeksOf(month: string): readonly (readonly (string | undefined)[])[] {
  const days = daysOf(month);
  const before = (new Date(`${month}-01T00:00:00Z`).getUTCDay() + 6) % 7;
  const cells = [...Array.from({ length: before }, () => undefined), ...days];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_day, place) => cells[week * 7 + place]),
  );
}

/** Every day of a month, as `YYYY-MM-DD`. */
export function daysOf(month: string): readonly string[] {
  const next = new Date(`${monthLater(month, 1)}-01T00:00:00Z`);
  const count = new Date(next.getTime() - 86_400_000).getUTCDate();
  return Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
}

/** A day or month in words, in the reader's language. */
export function inWords(day: string, language: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
