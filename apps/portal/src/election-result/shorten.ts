/** Signs of East Asian scripts are as wide as two letters. */
const isWide = (sign: string): boolean =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/.test(sign);

/** A text that takes no more room than so many letters, with its end left out where it is longer. */
export function shorten(text: string, lettersMax: number): string {
  const widthOf = (signs: readonly string[]): number => signs.reduce((sum, sign) => sum + (isWide(sign) ? 2 : 1), 0);
  const signs = [...text];
  if (widthOf(signs) <= lettersMax) return text;
  const kept: string[] = [];
  for (const sign of signs) {
    if (widthOf([...kept, sign]) > lettersMax - 1) break;
    kept.push(sign);
  }
  return `${kept.join('').trimEnd()}…`;
}
