import {
  appendFileSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { hasErrorCode } from './error-code.js';
import { privateFileMode, privateFolderMode } from './private-file.js';

/** What the provider wants kept: JSON and nothing else. */
export type StoredPayload = Readonly<Record<string, unknown>>;

/** A small keyed memory with expiry (milliseconds since 1970). What `set` and `delete` did is on disk when they return. */
export type SessionStore = {
  get(key: string): StoredPayload | undefined;
  set(key: string, payload: StoredPayload, expiresAt?: number): void;
  delete(key: string): void;
  entries(): Iterable<readonly [string, StoredPayload]>;
  close(): void;
};

const entrySchema = z.object({
  key: z.string(),
  payload: z.record(z.string(), z.unknown()).optional(),
  expiresAt: z.number().optional(),
});
type Entry = { readonly payload: StoredPayload; readonly expiresAt?: number | undefined };

/** How many lines beyond twice what is alive make the file worth rewriting. */
const slackLines = 1_000;

/**
 * Opens the journal that lets a sign-in outlive the process: one line per change, read back at the start, torn last line and all.
 * A file rather than a database, because identity has none of its own and must run when PostgreSQL does not; the writes are
 * synchronous, so that a refresh token is on disk before anybody holds it. One process at a time.
 */
export function openSessionStore(file: string, clock: () => Date): SessionStore {
  const entries = readJournal(file);
  let descriptor = rewriteJournal(file, forgetExpired(entries, clock()));
  let lines = entries.size;

  const append = (line: object): void => {
    if (lines > 2 * entries.size + slackLines) {
      const previous = descriptor;
      descriptor = rewriteJournal(file, forgetExpired(entries, clock()));
      lines = entries.size;
      closeSync(previous);
    }
    appendFileSync(descriptor, `${JSON.stringify(line)}\n`);
    lines += 1;
  };
  const isAlive = (entry: Entry): boolean => entry.expiresAt === undefined || entry.expiresAt > clock().getTime();

  return {
    get(key) {
      const entry = entries.get(key);
      return entry !== undefined && isAlive(entry) ? entry.payload : undefined;
    },
    set(key, payload, expiresAt) {
      // Written before remembered: what could not be kept must not be acted on either.
      append({ key, payload, expiresAt });
      entries.set(key, { payload, expiresAt });
    },
    delete(key) {
      if (!entries.has(key)) return;
      append({ key });
      entries.delete(key);
    },
    *entries() {
      for (const [key, entry] of entries) if (isAlive(entry)) yield [key, entry.payload];
    },
    close: () => closeSync(descriptor),
  };
}

function readJournal(file: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const line of readLines(file)) {
    const parsed = parseLine(line);
    if (parsed === undefined) continue;
    const { key, payload, expiresAt } = parsed;
    if (payload === undefined) entries.delete(key);
    else entries.set(key, { payload, expiresAt });
  }
  return entries;
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return [];
    throw error;
  }
}

function parseLine(line: string): z.infer<typeof entrySchema> | undefined {
  try {
    return entrySchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function forgetExpired(entries: Map<string, Entry>, now: Date): Map<string, Entry> {
  for (const [key, { expiresAt }] of entries) {
    if (expiresAt !== undefined && expiresAt <= now.getTime()) entries.delete(key);
  }
  return entries;
}

/** Replaces the journal by one line per living entry, whole or not at all, and returns it opened for appending. */
function rewriteJournal(file: string, entries: ReadonlyMap<string, Entry>): number {
  mkdirSync(dirname(file), { recursive: true, mode: privateFolderMode });
  const lines = [...entries].map(([key, { payload, expiresAt }]) => `${JSON.stringify({ key, payload, expiresAt })}\n`);
  writeFileSync(`${file}.new`, lines.join(''), { mode: privateFileMode });
  const descriptor = openSync(`${file}.new`, 'a', privateFileMode);
  fsyncSync(descriptor);
  renameSync(`${file}.new`, file);
  return descriptor;
}
