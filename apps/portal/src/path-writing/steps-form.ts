import type { FieldValue, FormValues } from '@guildhall/ui';
import type { StepInput, StepKind } from '../generated/graphql.js';
import { activityKinds } from '../activities/kinds.js';
import type { WrittenVersion } from './writing-documents.js';

/** One step as the form holds it: every value the text of its control. */
export type StepRow = {
  readonly title: string;
  readonly kind: string;
  readonly resourceId: string;
  readonly resourceTitle: string;
  readonly activityKind: string;
  readonly daysRequired: string;
  readonly hoursRequired: string;
  readonly guidance: string;
  /** One criterion a line. */
  readonly rubric: string;
  /** The places of the steps that come first. */
  readonly requires: readonly string[];
  readonly key: string;
};

/** The kinds of steps in the order in which authors think of them. */
export const stepKinds = [
  'READ',
  'WATCH',
  'QUIZ',
  'REFLECT',
  'ATTEND',
  'HOLD_MANDATE',
  'VERIFIED_HOURS',
  'PEER_REVIEW',
  'TEACH',
] as const satisfies readonly StepKind[];

const fields = [
  'title',
  'kind',
  'resourceId',
  'resourceTitle',
  'activityKind',
  'daysRequired',
  'hoursRequired',
  'guidance',
  'rubric',
  'requires',
  'key',
] as const satisfies readonly (keyof StepRow)[];

/** A new step, which comes after the one before it. */
export function emptyRow(position: number): StepRow {
  return {
    title: '',
    kind: 'READ',
    resourceId: '',
    resourceTitle: '',
    activityKind: '',
    daysRequired: '',
    hoursRequired: '',
    guidance: '',
    rubric: '',
    requires: position === 1 ? [] : [String(position - 1)],
    key: '',
  };
}

/** The steps of a version as rows that carry them on. */
export function rowsOf({ steps }: Pick<WrittenVersion, 'steps'>): readonly StepRow[] {
  return steps.map((step) => ({
    title: step.title,
    kind: step.kind,
    resourceId: step.resource?.id ?? '',
    resourceTitle: step.resource?.title ?? '',
    activityKind: step.activityKind ?? '',
    daysRequired: step.daysRequired == null ? '' : String(step.daysRequired),
    hoursRequired: step.hoursRequired == null ? '' : String(step.hoursRequired),
    guidance: step.guidance ?? '',
    rubric: step.rubric.join('\n'),
    requires: step.requires.map(String),
    key: step.key,
  }));
}

/** Rows as values of the form, each under the path the graph names its problems by. */
export function valuesOf(rows: readonly StepRow[]): FormValues {
  const entries = rows.flatMap((row, index) =>
    fields.map((field): [string, FieldValue] => [`steps.${index}.${field}`, row[field]]),
  );
  return { ...Object.fromEntries(entries), stepCount: String(rows.length) };
}

/** The rows that values of the form stand for. */
export function readRows(values: FormValues): readonly StepRow[] {
  return Array.from({ length: Number(values['stepCount'] ?? 0) }, (_, index) => {
    const text = (field: keyof StepRow): string => {
      const value = values[`steps.${index}.${field}`];
      return typeof value === 'string' ? value : '';
    };
    const requires = values[`steps.${index}.requires`];
    return {
      title: text('title'),
      kind: text('kind'),
      resourceId: text('resourceId'),
      resourceTitle: text('resourceTitle'),
      activityKind: text('activityKind'),
      daysRequired: text('daysRequired'),
      hoursRequired: text('hoursRequired'),
      guidance: text('guidance'),
      rubric: text('rubric'),
      requires: Array.isArray(requires) ? requires.map(String) : [],
      key: text('key'),
    };
  });
}

/** Rows in another order, given by their old indexes; what each requires moves along, and what would come later is dropped. */
export function reorder(rows: readonly StepRow[], order: readonly number[]): readonly StepRow[] {
  const newPlaces = new Map(order.map((old, index) => [String(old + 1), index + 1]));
  return order.flatMap((old, index) => {
    const row = rows[old];
    if (row === undefined) return [];
    const requires = row.requires.flatMap((place) => {
      const moved = newPlaces.get(place);
      return moved !== undefined && moved <= index ? [String(moved)] : [];
    });
    return [{ ...row, requires }];
  });
}

/** Moves one row up by one place. */
export function moveUp(rows: readonly StepRow[], index: number): readonly StepRow[] {
  const order = rows.map((_, at) => at);
  order.splice(index - 1, 2, index, index - 1);
  return reorder(rows, order);
}

/** Takes one row out. */
export function removeRow(rows: readonly StepRow[], index: number): readonly StepRow[] {
  return reorder(
    rows,
    rows.map((_, at) => at).filter((at) => at !== index),
  );
}

/** Rows as the graph takes them; what belongs to another kind is left out. */
export function toInput(rows: readonly StepRow[]): StepInput[] {
  return rows.map((row) => {
    const kind = stepKinds.find((one) => one === row.kind) ?? 'READ';
    const isOf = (...kinds: readonly StepKind[]): boolean => kinds.includes(kind);
    return {
      title: row.title,
      kind,
      resourceId: (isOf('READ', 'WATCH') && row.resourceId) || undefined,
      activityKind: isOf('ATTEND') ? activityKinds.find((one) => one === row.activityKind) : undefined,
      daysRequired: isOf('HOLD_MANDATE') ? toNumber(row.daysRequired) : undefined,
      hoursRequired: isOf('VERIFIED_HOURS') ? toNumber(row.hoursRequired) : undefined,
      guidance: row.guidance.trim() || undefined,
      rubric: isOf('PEER_REVIEW') ? row.rubric.split('\n').filter((line) => line.trim() !== '') : undefined,
      requires: row.requires.map(Number),
      key: row.key || undefined,
    };
  });
}

/** A whole number, or nothing for an empty field; what is no number is sent as one that is out of range. */
function toNumber(text: string): number | undefined {
  if (text.trim() === '') return undefined;
  const number = Number(text);
  return Number.isInteger(number) ? number : 0;
}
