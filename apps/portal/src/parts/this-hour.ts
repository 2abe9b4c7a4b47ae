/** The beginning of this hour in UTC: the same for every visit within it, so that lists "from now on" are found in the cache. */
export function thisHour(now: Date): string {
  const hour = new Date(now);
  hour.setUTCMinutes(0, 0, 0);
  return hour.toISOString();
}
