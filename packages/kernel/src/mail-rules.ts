/*
 * What every service that sends mail decides the same way: what counts as an address, in which languages mail is
 * written, at which hours it waits, and how often it is tried.
 */

/** The languages that mail is written in. */
export const mailLanguages = ['en', 'zh-CN'] as const;

/** One language of mail. */
export type MailLanguage = (typeof mailLanguages)[number];

/** One address with a name before and a host after the sign; what a mail server takes is for the server to say. */
const addressPattern = /^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\]{1,185}\.[^\s@<>,;:"()[\]\\.]{2,63}$/;

/** Whether a text is one mail address and nothing else. */
export function isMailAddress(text: string): boolean {
  return addressPattern.test(text);
}

/** After so many refusals for good, mail to an address stops until its owner gives it again. */
export const bouncesMax = 3;

/** How mail to a server that was away is tried again: after one, two, four minutes and so on, at most so often. */
export const mailAttemptsMax = 8;

const minuteMs = 60_000;

/** When to try again after so many attempts. */
export function nextAttempt(attempts: number, now: Date): Date {
  return new Date(now.getTime() + minuteMs * 2 ** (attempts - 1));
}

/** Hours of the campus zone, 0 to 23, in which mail waits; equal hours mean no quiet time. */
export type QuietHours = { readonly quietFrom: number; readonly quietUntil: number };

/** The first instant from `at` on that lies in no quiet hour of the zone. */
export function afterQuietHours(at: Date, { quietFrom, quietUntil }: QuietHours, zone: string): Date {
  if (quietFrom === quietUntil) return at;
  const isQuiet = (instant: Date): boolean => {
    const hour = hourIn(instant, zone);
    return quietFrom < quietUntil ? hour >= quietFrom && hour < quietUntil : hour >= quietFrom || hour < quietUntil;
  };
  // Quarter hours, because zones begin their hours at such; a day has 96, and a few more where clocks are put back.
  const quarterMs = 15 * minuteMs;
  let instant = at;
  for (let steps = 0; isQuiet(instant) && steps < 110; steps += 1)
    instant = new Date((Math.floor(instant.getTime() / quarterMs) + 1) * quarterMs);
  return instant;
}

function hourIn(instant: Date, zone: string): number {
  return Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(instant),
  );
}
