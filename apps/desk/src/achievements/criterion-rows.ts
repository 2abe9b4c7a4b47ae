import type { FieldProblem, FormValues } from '@guildhall/ui';
import type {
  ActivityKind,
  CriterionInput,
  CriterionMeasure,
  PositionKind,
  RecordKind,
} from '../generated/achievement-forms/graphql.js';
import type { WrittenAchievementFragment } from '../generated/achievement/graphql.js';
import { countOf, missing, readWhole, textOf } from './form-texts.js';

/** One criterion as the form holds it: every value the text of its control. Verified hours are written in hours. */
export type CriterionRow = {
  readonly kind: string;
  readonly activityKind: string;
  readonly positionKind: string;
  readonly pathId: string;
  /** What the chosen path is called; it stays in sight whatever paths there are. */
  readonly pathTitle: string;
  readonly measure: string;
  readonly amount: string;
};

/** A criterion in which nothing is written. */
export const emptyCriterion: CriterionRow = {
  kind: '',
  activityKind: '',
  positionKind: '',
  pathId: '',
  pathTitle: '',
  measure: '',
  amount: '',
};

/** What evidence of a kind can be narrowed by, and how it can be measured: anything else no evidence would ever meet. */
const rulesOfKind = {
  VERIFIED_HOURS: { narrowing: 'activityKind', measures: ['MINUTES', 'COUNT'] },
  ATTENDANCE: { narrowing: 'activityKind', measures: ['COUNT'] },
  LED_ACTIVITY: { narrowing: 'activityKind', measures: ['COUNT'] },
  MANDATE: { narrowing: 'positionKind', measures: ['DAYS', 'COUNT'] },
  PATH_STEP: { narrowing: 'pathId', measures: ['COUNT'] },
  LED_SESSION: { narrowing: undefined, measures: ['COUNT'] },
  DELIVERED_PROPOSAL: { narrowing: undefined, measures: ['COUNT'] },
} as const satisfies Readonly<
  Record<
    RecordKind,
    {
      readonly narrowing: 'activityKind' | 'positionKind' | 'pathId' | undefined;
      readonly measures: readonly CriterionMeasure[];
    }
  >
>;

/** The kinds of evidence in the order in which they are offered. */
export const recordKinds: readonly RecordKind[] = [
  'VERIFIED_HOURS',
  'ATTENDANCE',
  'LED_ACTIVITY',
  'MANDATE',
  'PATH_STEP',
  'LED_SESSION',
  'DELIVERED_PROPOSAL',
];

/** The kinds of activities a criterion can ask for. */
export const activityKinds: readonly ActivityKind[] = [
  'SOCIAL',
  'SPORT',
  'CULTURAL_PERFORMANCE',
  'TRAINING',
  'VOLUNTARY_SERVICE',
  'SOCIAL_PRACTICE',
  'MEETING',
  'CAMPAIGN',
];

/** The kinds of offices a criterion can ask for. */
export const positionKinds: readonly PositionKind[] = [
  'PRESIDENT',
  'TREASURER',
  'SECRETARY',
  'OFFICER',
  'WELFARE_LEAD',
  'UNION_OFFICER',
  'COURSE_REP',
];

/** What evidence of the chosen kind can be narrowed by; nothing before a kind is chosen. */
export function narrowingOf(kind: string): 'activityKind' | 'positionKind' | 'pathId' | undefined {
  const known = recordKinds.find((one) => one === kind);
  return known && rulesOfKind[known].narrowing;
}

/** The ways in which evidence of the chosen kind can be measured; none before a kind is chosen. */
export function measuresOf(kind: string): readonly CriterionMeasure[] {
  const known = recordKinds.find((one) => one === kind);
  return known ? rulesOfKind[known].measures : [];
}

/** What the row measures: the one thing there is, or the one that was chosen among several. */
export function measureOf({ kind, measure }: Pick<CriterionRow, 'kind' | 'measure'>): CriterionMeasure | undefined {
  const offered = measuresOf(kind);
  return offered.length === 1 ? offered[0] : offered.find((one) => one === measure);
}

const criterionFields = Object.keys(emptyCriterion) as readonly (keyof CriterionRow)[];

/** Criteria as values of the form, each under the path the graph names its problems by. */
export function criterionValues(rows: readonly CriterionRow[]): Readonly<Record<string, string>> {
  const entries = rows.flatMap((row, index) =>
    criterionFields.map((field): [string, string] => [`criteria.${index}.${field}`, row[field]]),
  );
  return { ...Object.fromEntries(entries), criterionCount: String(rows.length) };
}

/** The criteria that values of the form stand for. */
export function readCriteria(values: FormValues): readonly CriterionRow[] {
  return Array.from({ length: countOf(values, 'criterionCount') }, (_, index) => {
    const text = (field: keyof CriterionRow): string => textOf(values, `criteria.${index}.${field}`);
    return {
      kind: text('kind'),
      activityKind: text('activityKind'),
      positionKind: text('positionKind'),
      pathId: text('pathId'),
      pathTitle: text('pathTitle'),
      measure: text('measure'),
      amount: text('amount'),
    };
  });
}

/** A row as the graph takes it, or what of it cannot be sent at all. */
export type ReadCriterion = { readonly input?: CriterionInput; readonly problems: readonly FieldProblem[] };

/** Reads a row; what stands in it but belongs to another kind of evidence is left out. */
export function readCriterion(row: CriterionRow): ReadCriterion {
  const kind = recordKinds.find((one) => one === row.kind);
  const measure = measureOf(row);
  const amount = readAmount(measure, row.amount);
  const problems: readonly FieldProblem[] = [
    ...missing({ kind: kind ?? '', ...(kind && { measure: measure ?? '' }), amount: row.amount }),
    ...(amount === 'BAD' ? [{ path: 'amount', rule: 'OUT_OF_RANGE' }] : []),
  ];
  if (kind === undefined || measure === undefined || amount === undefined || amount === 'BAD') return { problems };
  return { problems, input: { kind, measure, amount, ...readNarrowing(row) } };
}

function readNarrowing(row: CriterionRow): Pick<CriterionInput, 'activityKind' | 'positionKind' | 'pathId'> {
  switch (narrowingOf(row.kind)) {
    case 'activityKind':
      return { activityKind: activityKinds.find((one) => one === row.activityKind) };
    case 'positionKind':
      return { positionKind: positionKinds.find((one) => one === row.positionKind) };
    case 'pathId':
      return { pathId: row.pathId || undefined };
    default:
      return {};
  }
}

const minutesInHour = 60;

/** What is no number of hours may be one of days: without a measure nothing is said about it. */
function readAmount(measure: CriterionMeasure | undefined, text: string): number | undefined | 'BAD' {
  if (measure === undefined) return undefined;
  return measure === 'MINUTES' ? readMinutes(text) : readWhole(text);
}

/** Hours as whole minutes, so that a half is possible. */
function readMinutes(text: string): number | undefined | 'BAD' {
  return text.trim() === '' ? undefined : readWhole(String(Math.round(Number(text) * minutesInHour)));
}

/** A criterion as it is written, as a row; hours are rounded so that they lead back to the same minutes. */
export function criterionRow(criterion: WrittenAchievementFragment['criteria'][number]): CriterionRow {
  const { kind, activityKind, positionKind, path, measure, amount } = criterion;
  return {
    kind,
    activityKind: activityKind ?? '',
    positionKind: positionKind ?? '',
    pathId: path?.id ?? '',
    pathTitle: path?.title ?? '',
    measure,
    amount: String(measure === 'MINUTES' ? Number((amount / minutesInHour).toFixed(4)) : amount),
  };
}
