/** What an input of type `datetime-local` shows for an instant in the campus zone, whatever zone the device is in. */
export function toCampusInput(instant: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/**
 * The instant that an input of type `datetime-local` means in the campus zone, in UTC. An hour that the clocks skip counts from
 * before the change; nothing when the input is empty or no time.
 */
export function fromCampusInput(local: string, zone: string): string | undefined {
  const asUtcMs = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtcMs)) return undefined;
  const offsetAt = (ms: number): number => Date.parse(`${toCampusInput(new Date(ms).toISOString(), zone)}Z`) - ms;
  // The offset is that of the instant itself, which is only known once the offset is: the second guess is right.
  const guess = asUtcMs - offsetAt(asUtcMs);
  return new Date(asUtcMs - offsetAt(guess)).toISOString();
}
