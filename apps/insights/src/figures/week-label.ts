/** A week by its Monday, as readers of the language write a day: 5 Oct. */
export function weekLabel(weekOf: string, language: string): string {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(weekOf));
}
