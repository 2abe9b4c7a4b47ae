const hanGap = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/**
 * A short text as it is compared: full-width letters as narrow ones, capitals as small ones, accents kept, punctuation and
 * symbols left out, white space as one blank and none between Chinese characters. `１２ Hours.` and `12 hours` are the same.
 */
export function normaliseWording(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}]+/gu, ' ')
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(hanGap, '');
}
