/*
 * The roll: what the university's registry knows of its students, taken in row by row. It makes members and keeps their
 * study facts true; what members wrote about themselves is theirs and never touched.
 */
import { err, ok, type FieldProblem, type Result } from '@guildhall/kernel';
import { checkApplication, type Application, type StudyFacts } from './application.js';
import { changeStatus, type Member, type StudyLevel } from './member.js';

/** One row of a roll as text. `line` is where it begins in the file, from 1. */
export type RollRow = Readonly<Record<RollField, string>> & { readonly line: number };

/** The facts a roll must have. `subject` is who the person is at sign-in. */
export const rollFields = ['subject', 'studentNumber', 'displayName', 'faculty', 'programme', 'level', 'year'] as const;

/** One fact of a roll. */
export type RollField = (typeof rollFields)[number];

/** A row that says what a roll must say. */
export type RollEntry = { readonly line: number; readonly subject: string; readonly application: Application };

/** A row that was not taken in, and why, in words for whoever keeps the register. */
export type RefusedRow = { readonly line: number; readonly reason: string };

const levelWords: Readonly<Record<StudyLevel, readonly string[]>> = {
  UNDERGRADUATE: ['UG', 'undergraduate', 'bachelor'],
  POSTGRADUATE_TAUGHT: ['PGT', 'postgraduate taught', 'taught postgraduate', 'master'],
  POSTGRADUATE_RESEARCH: ['PGR', 'postgraduate research', 'research postgraduate', 'PhD', 'doctorate'],
};
const levels = new Map(
  Object.entries(levelWords).flatMap(([level, words]) => words.map((word) => [lettersOf(word), level as StudyLevel])),
);

const fieldNames: Readonly<Record<string, string>> = {
  studentNumber: 'student number',
  displayName: 'name',
  faculty: 'faculty',
  programme: 'programme',
  year: 'year',
};

/** Reads a row, or says everything that is wrong with it. */
export function readRollRow(row: RollRow): Result<RollEntry, RefusedRow> {
  const subject = row.subject.trim();
  const level = levels.get(lettersOf(row.level));
  const yearText = row.year.trim();
  const year = /^\d{1,2}$/.test(yearText) ? Number(yearText) : Number.NaN;
  const application = checkApplication({ ...row, level: level ?? 'UNDERGRADUATE', year });
  const reasons = [
    ...(subject === '' ? ['no sign-in subject'] : []),
    ...(subject.length > 200 ? ['sign-in subject: use at most 200 characters'] : []),
    ...(application.ok ? [] : application.error.fields.map(asReason)),
    ...(level === undefined
      ? [`level: "${shorten(row.level)}" is none of undergraduate, postgraduate taught, postgraduate research`]
      : []),
  ];
  if (reasons.length > 0 || !application.ok) return err({ line: row.line, reason: reasons.join('; ') });
  const { displayName, studentNumber, faculty, programme } = application.value;
  return ok({
    line: row.line,
    subject,
    application: { displayName, studentNumber, faculty, programme, year, level: application.value.level },
  });
}

/** Splits off every row whose subject or student number stood in the file before; the first of them counts. */
export function refuseRepeated(entries: readonly RollEntry[]): {
  readonly entries: readonly RollEntry[];
  readonly refused: readonly RefusedRow[];
} {
  const subjects = new Map<string, number>();
  const numbers = new Map<string, number>();
  const kept: RollEntry[] = [];
  const refused: RefusedRow[] = [];
  for (const entry of entries) {
    const { line, subject } = entry;
    const { studentNumber } = entry.application;
    const sameSubject = subjects.get(subject);
    const sameNumber = numbers.get(studentNumber);
    if (sameSubject !== undefined)
      refused.push({ line, reason: `the sign-in subject stands in line ${sameSubject} already` });
    else if (sameNumber !== undefined)
      refused.push({ line, reason: `the student number stands in line ${sameNumber} already` });
    else {
      subjects.set(subject, line);
      numbers.set(studentNumber, line);
      kept.push(entry);
    }
  }
  return { entries: kept, refused };
}

/**
 * What a roll says about somebody the register knows: new study facts, and that an applicant does study here. The
 * member as it was when nothing is new. The roll neither lifts a suspension nor brings back whoever left or was erased.
 */
export function applyRoll(member: Member, { application }: RollEntry, now: Date): Member {
  if (member.status === 'ERASED') return member;
  const { studentNumber, faculty, programme, level, year } = application;
  const facts: StudyFacts = { studentNumber, faculty, programme, level, year };
  const verified = changeStatus(member, 'VERIFY', { now });
  const next = verified.ok ? verified.value : member;
  const isSame =
    next === member && (Object.keys(facts) as (keyof StudyFacts)[]).every((field) => member[field] === facts[field]);
  return isSame ? member : { ...next, ...facts };
}

function asReason({ path, message }: FieldProblem): string {
  return `${fieldNames[path] ?? path}: ${message.charAt(0).toLowerCase()}${message.slice(1, -1)}`;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Upper case, spaces, hyphens and the like make no difference to the name of a level. */
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}
