/*
 * Which questions an attempt is asked and in which order everything is shown, from a seed that never leaves the server.
 * Life: drawn once, when an attempt begins. Owner: learning.
 */
import type { Question } from '../question/question.js';

/** One drawn question; `order` says which choice stands at each place shown, as places in the list of the author. */
export type Drawn = { readonly question: Question; readonly order: readonly number[] };

/** Draws `count` questions of a bank, in an order of their own, with their choices shuffled. The same seed draws the same. */
export function drawQuestions(bank: readonly Question[], count: number, seed: string): readonly Drawn[] {
  const byPlace = [...bank].sort((one, other) => one.position - other.position);
  const chosen = shuffle(byPlace, createDice(`${seed}/questions`)).slice(0, count);
  return chosen.map((question) => ({ question, order: orderOf(question, `${seed}/${question.key}`) }));
}

/** The order in which the choices of one question are shown. True comes before false; items to order never begin in order. */
export function orderOf({ kind, choices }: Pick<Question, 'kind' | 'choices'>, seed: string): readonly number[] {
  const places = choices.map((_, place) => place);
  if (kind === 'TRUE_FALSE') return places;
  const shuffled = shuffle(places, createDice(seed));
  const isSolved = kind === 'ORDERING' && shuffled.every((place, index) => place === index);
  return isSolved ? shuffled.slice(1).concat(shuffled.slice(0, 1)) : shuffled;
}

type Dice = () => number;

function shuffle<T>(items: readonly T[], dice: Dice): readonly T[] {
  const left = [...items];
  const out: T[] = [];
  while (left.length > 0) out.push(...left.splice(Math.floor(dice() * left.length), 1));
  return out;
}

/** Numbers from 0 up to 1 that follow from a text: FNV-1a over it starts mulberry32, which is fair enough for an order. */
function createDice(text: string): Dice {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
