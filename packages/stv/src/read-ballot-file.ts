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
  const last = lines.at(-1)?.number ?? 1;
  const end = lines.findIndex((line) => line.text === '0');
  const { candidates: size, seats } = readHeader(lines[0]);
  if (end === -1) throw new BallotFileError('NO_END', last);
  const body = lines.slice(1, end);
  const firstBallot = body.findIndex((line) => !line.text.startsWith('-'));
  const head = firstBallot === -1 ? body : body.slice(0, firstBallot);
  const withdrawn = head.flatMap((line) => line.text.split(/\s+/).map((word) => withdrawnPlace(word, line, size)));
  if (new Set(withdrawn).size < withdrawn.length)
    throw new BallotFileError('CANDIDATE_TWICE', head.at(-1)?.number ?? 1);
  const ballots = body.slice(head.length).map((line) => readBallot(line, size));
  const names = lines.slice(end + 1);
  const title = names[size];
  if (names.length < size) throw new BallotFileError('MISSING_NAME', last);
  return {
    title: title === undefined ? '' : readName(title),
    seats,
    candidates: names.slice(0, size).map(readName),
    withdrawn,
    ballots,
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

const withoutComment = (line: string): string => (line.trimStart().startsWith('"') ? line : line.replace(/#.*$/, ''));

function readHeader(line: Line | undefined): { readonly candidates: number; readonly seats: number } {
  const found = /^(?<candidates>\d{1,4})\s+(?<seats>\d{1,4})$/.exec(line?.text ?? '')?.groups;
  if (found === undefined) throw new BallotFileError('NO_HEADER', line?.number ?? 1);
  const [candidates, seats] = [Number(found['candidates']), Number(found['seats'])];
  if (candidates === 0) throw new BallotFileError('NO_CANDIDATE', line?.number ?? 1);
  if (seats === 0) throw new BallotFileError('NO_SEAT', line?.number ?? 1);
  return { candidates, seats };
}

function withdrawnPlace(word: string, line: Line, size: number): number {
  if (!/^-\d+$/.test(word)) throw new BallotFileError('MALFORMED_BALLOT', line.number);
  return placeOf(Number(word.slice(1)), line, size);
}

function readBallot(line: Line, size: number): FiledPapers {
  const refuse = (fault: BallotFileFault): never => {
    throw new BallotFileError(fault, line.number);
  };
  if (line.text.startsWith('-')) refuse('WITHDRAWN_AFTER_BALLOTS');
  const words = line.text.split(/\s+/);
  if (words.some((word) => /^\d+(?:=\d+)+$/.test(word))) refuse('EQUAL_RANKS');
  if (!words.every((word) => /^\d{1,9}$/.test(word))) refuse('MALFORMED_BALLOT');
  const [papers = 0, ...ranked] = words.map(Number);
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
