import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long one code is shown, and how many digits it has. */
export const doorCodeRules = { stepSeconds: 30, digits: 6, graceSteps: 1 } as const;

/** The code of an instant, and until when the screen at the door shows it. Made like RFC 6238 with SHA-256. */
export function doorCodeAt(secret: Buffer, now: Date): { readonly code: string; readonly shownUntil: Date } {
  const step = stepOf(now);
  return { code: codeOfStep(secret, step), shownUntil: new Date((step + 1) * doorCodeRules.stepSeconds * 1000) };
}

/** Whether a code is the one shown now, or the one before it: somebody may type while it changes. */
export function isDoorCode(secret: Buffer, code: string, now: Date): boolean {
  const typed = Buffer.from(code.replaceAll(/\s/g, ''));
  const current = stepOf(now);
  const accepted = Array.from({ length: doorCodeRules.graceSteps + 1 }, (_unused, back) => current - back);
  return accepted.some((step) => {
    const expected = Buffer.from(codeOfStep(secret, step));
    return typed.length === expected.length && timingSafeEqual(typed, expected);
  });
}

function stepOf(now: Date): number {
  return Math.floor(now.getTime() / (doorCodeRules.stepSeconds * 1000));
}

function codeOfStep(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha256', secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0x0f;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** doorCodeRules.digits).padStart(doorCodeRules.digits, '0');
}
