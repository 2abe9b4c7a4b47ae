/** A receipt as it is written: spaces, line breaks and capitals of a copy do not matter. Undefined for what is none. */
export function readReceipt(text: string): string | undefined {
  const digits = text.replaceAll(/\s/g, '').toLowerCase();
  return /^[\da-f]{64}$/.test(digits) ? digits : undefined;
}
