/** A question as it is asked. */
export type Asked = {
  readonly kind: string;
  readonly prompt: string;
  readonly language?: string | null;
  readonly unit?: string | null;
  readonly choices: readonly { readonly place: number; readonly text: string }[];
};

/** An answer as it is typed and chosen; a number stays text until it is sent, so that nothing typed is changed. */
export type Given = { readonly choices: readonly number[]; readonly text: string };

/** An answer of the graph. */
export type GraphAnswer = {
  readonly choices: readonly number[];
  readonly number?: number | null;
  readonly text?: string | null;
};

/** Nothing chosen and nothing typed. */
export const nothingGiven: Given = { choices: [], text: '' };

/** What was saved before, ready to be changed. */
export function givenFrom(answer: GraphAnswer | null | undefined): Given {
  if (answer === null || answer === undefined) return nothingGiven;
  return { choices: answer.choices, text: answer.text ?? (answer.number == null ? '' : String(answer.number)) };
}

/** A number as people write it, with a point or a comma; nothing when it is none. */
export function readNumber(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace(',', '.');
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

/** The answer as the graph takes it, or nothing when what was typed is no number. */
export function toAnswer(kind: string, { choices, text }: Given): GraphAnswer | undefined {
  const words = text.trim();
  if (kind === 'SHORT_TEXT') return { choices: [], ...(words !== '' && { text: words }) };
  if (kind !== 'NUMERIC') return { choices };
  if (words === '') return { choices: [] };
  const number = readNumber(words);
  return number === undefined ? undefined : { choices: [], number };
}

/** Whether somebody said anything at all. */
export function isGiven({ choices, text }: Given): boolean {
  return choices.length > 0 || text.trim() !== '';
}

/** The list with one place moved up or down. */
export function moved(places: readonly number[], index: number, by: -1 | 1): readonly number[] {
  const other = index + by;
  const [one, two] = [places[index], places[other]];
  if (one === undefined || two === undefined) return places;
  const swapped = new Map([
    [index, two],
    [other, one],
  ]);
  return places.map((place, at) => swapped.get(at) ?? place);
}
