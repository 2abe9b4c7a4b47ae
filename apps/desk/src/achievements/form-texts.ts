import type { FieldProblem, FormValues } from '@guildhall/ui';
import { requireFilled } from '../blocks/require-filled.js';

/** The text of one control; empty when there is none. */
export function textOf(values: FormValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

/** How many rows of a kind the form has. */
export function countOf(values: FormValues, name: 'criterionCount' | 'skillCount'): number {
  return Number(textOf(values, name));
}

/** The fields that are empty and may not be. */
export function missing(texts: Readonly<Record<string, string>>): readonly FieldProblem[] {
  return requireFilled(texts)?.result?.fields ?? [];
}

/** The largest whole number that the graph takes. */
const wholeMax = 2_147_483_647;

/** A whole number; nothing for an empty field, and `BAD` for what the graph could not even read. */
export function readWhole(text: string): number | undefined | 'BAD' {
  if (text.trim() === '') return undefined;
  const number = Number(text);
  return Number.isInteger(number) && Math.abs(number) <= wholeMax ? number : 'BAD';
}
