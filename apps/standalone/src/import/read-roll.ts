import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { rollFields, type RefusedRow, type RollField, type RollRow } from '@guildhall/membership/commands';
import { codeOf, decodeRoll, UnreadableText } from './decode-roll.js';
import { findColumns, UnreadableColumns, type RollColumns } from './roll-columns.js';

/** A roll as it stands in the file: rows to judge, and rows that are no rows. */
export type RollFile = { readonly rows: readonly RollRow[]; readonly refused: readonly RefusedRow[] };

/** The file cannot be read as a roll, so that nothing of it may be taken in. */
export class UnreadableRoll extends Error {
  override readonly name = 'UnreadableRoll';
}

type Options = { readonly match: string | undefined; readonly onProgress: (bytes: number, total: number) => void };
type Line = { readonly record: readonly string[]; readonly raw: string; readonly info: { readonly lines: number } };

const recordMax = 100_000;

/** Reads a whole roll before anything of it is used. Throws an {@link UnreadableRoll} that says what is wrong with the file. */
export async function readRoll(file: string, options: Options): Promise<RollFile> {
  try {
    return await readLines(file, options);
  } catch (error) {
    throw new UnreadableRoll(sentenceFor(file, error), { cause: error });
  }
}

async function readLines(file: string, { match, onProgress }: Options): Promise<RollFile> {
  const about = await stat(file);
  if (!about.isFile()) throw new UnreadableText('It is not a file.');
  const text = await decodeRoll(createReadStream(file), (bytes) => onProgress(bytes, about.size));
  const parser = parse({
    delimiter: text.delimiter,
    info: true,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: recordMax,
  });
  // A failure of either end reaches the loop below through the parser.
  pipeline(Readable.from(text.chunks), parser, () => undefined);
  const rows: RollRow[] = [];
  const refused: RefusedRow[] = [];
  let header: { readonly width: number; readonly columns: RollColumns } | undefined;
  for await (const line of parser as AsyncIterable<Line>) {
    if (header === undefined) header = { width: line.record.length, columns: findColumns(line.record, match) };
    else if (line.record.length === header.width) rows.push(toRow(line, header.columns));
    else
      refused.push({
        line: startOf(line),
        reason: `${line.record.length} fields where the heading has ${header.width}`,
      });
  }
  if (header === undefined) throw new UnreadableText('It is empty.');
  return { rows, refused };
}

function toRow(line: Line, columns: RollColumns): RollRow {
  const text = (field: RollField): string => columns[field].map((index) => line.record[index] ?? '').join(' ');
  const facts = Object.fromEntries(rollFields.map((field) => [field, text(field)])) as Record<RollField, string>;
  return { line: startOf(line), ...facts };
}

/** The parser counts the lines up to the end of a row; a quoted field may hold some of them. */
function startOf({ raw, info }: Line): number {
  return info.lines - (raw.trim().match(/\r\n|\n|\r/g)?.length ?? 0);
}

const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'It may not be read by this user.',
  ENOTDIR: 'There is no such file.',
};

function sentenceFor(file: string, error: unknown): string {
  const isOurs = error instanceof UnreadableText || error instanceof UnreadableColumns;
  if (isOurs) return `${file} was not imported: ${error.message}`;
  if (error instanceof CsvError)
    return `${file} was not imported: it is no CSV from line ${Number(error['lines'])} on (${error.message}).`;
  const known = systemReasons[codeOf(error)];
  if (known === undefined) throw error;
  return `${file} was not imported: ${known}`;
}
