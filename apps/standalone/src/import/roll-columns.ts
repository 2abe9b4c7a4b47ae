import type { RollField } from '@guildhall/membership/commands';

/** Where in a row of the file each fact stands: one column, or several whose texts are put together. */
export type RollColumns = Readonly<Record<RollField, readonly number[]>>;

/** Columns that cannot be read, with a sentence for whoever exported the file. */
export class UnreadableColumns extends Error {
  override readonly name = 'UnreadableColumns';
}

/** What registries call each fact, the clearest name first; docs/how-to/import-members.md lists them. */
const names: Readonly<Record<RollField, readonly string[]>> = {
  subject: [
    'subject',
    'sign-in subject',
    'sign-in',
    'user name',
    'user ID',
    'login',
    'login name',
    'account',
    'EPPN',
    'eduPersonPrincipalName',
    'UPN',
  ],
  studentNumber: [
    'student number',
    'student no',
    'student ID',
    'matriculation number',
    'matric number',
    'matric no',
    'registration number',
  ],
  displayName: ['display name', 'preferred name', 'known as', 'full name', 'name', 'student name'],
  faculty: ['faculty', 'college', 'school', 'department'],
  programme: [
    'programme',
    'program',
    'programme of study',
    'programme name',
    'programme title',
    'course',
    'course name',
    'course title',
    'degree',
  ],
  level: ['level', 'level of study', 'study level'],
  year: ['year', 'year of study', 'study year', 'stage'],
};
const givenNames = ['first name', 'given name', 'given names', 'forename', 'forenames'];
const familyNames = ['last name', 'family name', 'surname'];

const labels: Readonly<Record<RollField, string>> = {
  subject: 'sign-in subject',
  studentNumber: 'student number',
  displayName: 'name',
  faculty: 'faculty',
  programme: 'programme',
  level: 'level',
  year: 'year of study',
};

/** Finds the columns of a roll by their headings in any order; `match` names the one that holds the sign-in subject. */
export function findColumns(headings: readonly string[], match: string | undefined): RollColumns {
  const plain = headings.map(simplify);
  const twice = plain.findIndex((heading, index) => heading !== '' && plain.indexOf(heading) !== index);
  if (twice !== -1) throw new UnreadableColumns(`The column "${headings[twice]}" is there twice.`);
  const find = (known: readonly string[]): number | undefined =>
    known.map((name) => plain.indexOf(simplify(name))).find((index) => index !== -1);
  const oneOf = (known: readonly string[]): readonly number[] => [find(known) ?? []].flat();
  const columns: RollColumns = {
    subject: match === undefined ? oneOf(names.subject) : oneOf([match]),
    studentNumber: oneOf(names.studentNumber),
    displayName: find(names.displayName) === undefined ? bothNames(find) : oneOf(names.displayName),
    faculty: oneOf(names.faculty),
    programme: oneOf(names.programme),
    level: oneOf(names.level),
    year: oneOf(names.year),
  };
  refuseMissing(columns, headings, match);
  return columns;
}

function bothNames(find: (known: readonly string[]) => number | undefined): readonly number[] {
  const [given, family] = [find(givenNames), find(familyNames)];
  return given === undefined || family === undefined ? [] : [given, family];
}

function refuseMissing(columns: RollColumns, headings: readonly string[], match: string | undefined): void {
  const there = `The columns are: ${headings.join(', ')}.`;
  if (match !== undefined && columns.subject.length === 0)
    throw new UnreadableColumns(`There is no column "${match}". ${there}`);
  const missing = Object.entries(columns)
    .filter(([, where]) => where.length === 0)
    .map(([field]) => labels[field as RollField]);
  if (missing.length === 0) return;
  const hint = columns.subject.length === 0 ? ' Name the column of the sign-in subject with --match COLUMN.' : '';
  throw new UnreadableColumns(`No column was found for: ${missing.join(', ')}. ${there}${hint}`);
}

/** Upper case, spaces, hyphens and the like make no difference to a heading. */
function simplify(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
}
