/** Signs of East Asian scripts are as wide as two letters. */
const isWide = (sign: string): boolean =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/.test(sign);

/** How much room a text takes, in letters. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (isWide(sign) ? 2 : 1), 0);
}

/** A text that takes no more room than so many letters, with its end left out where it is longer. */
export function shorten(text: string, lettersMax: number): string {
  if (widthOf(text) <= lettersMax) return text;
  let kept = '';
  for (const sign of text) {
    if (widthOf(kept + sign) > lettersMax - 1) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
}
