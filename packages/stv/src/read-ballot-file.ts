import { BallotFileError, type BallotFile, type BallotFileFault, type FiledPapers } from './ballot-file.js';

/** Longer than any contest of ours, and short enough to be read on a telephone. */
const longestText = 64 * 1024 * 1024;

type Line = { readonly text: string; readonly number: number };

/**
 * Reads a ballot file in the BLT format as `writeBallotFile` and other counting programs write it: comments, spaces and blank
 * lines are passed over, names may be quoted or bare. Throws `BallotFileError` with the line for everything that could not be
 * counted: a ballot without an end, equal ranks, an unknown candidate or one twice, a name that is missing.
 */
export function readBallotFile(text: string): BallotFile {
  if (text.length > longestText) throw new BallotFileError('TOO_MUCH', 1);
  const lines = linesOf(text);
  const [header = { text: '', number: 1 }] = lines;
  const { size, seats } = readHeader(header);
  const end = lines.findIndex((line) => line.text === '0');
  const last = lines.at(-1) ?? header;
  if (end === -1) throw new BallotFileError('NO_END', last.number);
  const body = lines.slice(1, end);
  const ballots = body.findIndex((line) => !line.text.startsWith('-'));
  const head = body.slice(0, ballots === -1 ? body.length : ballots);
  const names = lines.slice(end + 1);
  if (names.length < size) throw new BallotFileError('MISSING_NAME', last.number);
  const [title] = names.slice(size).map(readName);
  return {
    title: title ?? '',
    seats,
    candidates: names.slice(0, size).map(readName),
    withdrawn: readWithdrawn(head, size),
    ballots: body.slice(head.length).map((line) => readBallot(line, size)),
  };
}

/** Lines with something on them. A comment begins with `#`; inside a quoted name it is a part of the name. */
function linesOf(text: string): readonly Line[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ text: withoutComment(line).trim(), number: index + 1 }))
    .filter((line) => line.text !== '');
}

const withoutComment = (line: string): string =>
  !line.includes('#') || line.trimStart().startsWith('"') ? line : line.replace(/#.*$/, '');

function readHeader({ text, number }: Line): { readonly size: number; readonly seats: number } {
  const [, size, seats] = /^(\d{1,4})\s+(\d{1,4})$/.exec(text) ?? [];
  if (size === undefined) throw new BallotFileError('NO_HEADER', number);
  if (Number(size) === 0) throw new BallotFileError('NO_CANDIDATE', number);
  if (Number(seats) === 0) throw new BallotFileError('NO_SEAT', number);
  return { size: Number(size), seats: Number(seats) };
}

function readWithdrawn(lines: readonly Line[], size: number): readonly number[] {
  const withdrawn = new Set<number>();
  for (const line of lines)
    for (const word of line.text.split(/\s+/)) {
      if (!/^-\d+$/.test(word)) throw new BallotFileError('MALFORMED_BALLOT', line.number);
      const place = placeOf(Number(word.slice(1)), line, size);
      if (withdrawn.has(place)) throw new BallotFileError('CANDIDATE_TWICE', line.number);
      withdrawn.add(place);
    }
  return [...withdrawn];
}

function readBallot(line: Line, size: number): FiledPapers {
  const refuse = (fault: BallotFileFault): never => {
    throw new BallotFileError(fault, line.number);
  };
  if (line.text.startsWith('-')) refuse('WITHDRAWN_AFTER_BALLOTS');
  if (/\d=\d/.test(line.text)) refuse('EQUAL_RANKS');
  if (!/^\d{1,9}(?:\s+\d{1,9})*$/.test(line.text)) refuse('MALFORMED_BALLOT');
  const [papers = 0, ...ranked] = line.text.split(/\s+/).map(Number);
  if (papers === 0 || ranked.pop() !== 0) refuse('MALFORMED_BALLOT');
  const preferences = ranked.map((number) => placeOf(number, line, size));
  if (new Set(preferences).size < preferences.length) refuse('CANDIDATE_TWICE');
  return { preferences, papers };
}

function placeOf(number: number, line: Line, size: number): number {
  if (number < 1 || number > size) throw new BallotFileError('UNKNOWN_CANDIDATE', line.number);
  return number - 1;
}

/** JSON texts are what we write; a name in quotes that is no JSON text, or a bare one, is taken as it stands. */
function readName({ text, number }: Line): string {
  if (!text.startsWith('"')) return text;
  if (text.length < 2 || !text.endsWith('"')) throw new BallotFileError('MALFORMED_NAME', number);
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}
