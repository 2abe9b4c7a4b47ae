import { hasSpan, inSpan, isTracing } from '@guildhall/tracing';
import type { Client } from 'pg';
import { sqlState } from './rows.js';

/** What a statement does and to which table, both in words of the schema. */
export type StatementSummary = { readonly kind: string; readonly table: string | undefined };

const kinds: ReadonlySet<string> = new Set([
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'WITH',
  'BEGIN',
  'START',
  'COMMIT',
  'ROLLBACK',
  'SAVEPOINT',
  'RELEASE',
  'LOCK',
  'SET',
]);

/** Texts whose summary is remembered: those of the code are some hundreds, and lists of parameters make more. */
const summariesMax = 2_000;
const summaries = new Map<string, StatementSummary>();

/** Makes a connection's statements spans of the request they run for. Where no traces are written the connection stays as it is. */
export function traceStatements(client: Client): void {
  if (!isTracing()) return;
  const send: unknown = client.query;
  if (typeof send !== 'function') throw new TypeError('a connection has no way to send statements');
  const query = (...args: readonly unknown[]): unknown => {
    const sendAll = (): unknown => Reflect.apply(send, client, args);
    const text = args[0];
    // Statements with a callback are those of the pool itself, and what nobody asked for would be a trace of its own at every poll.
    if (typeof text !== 'string' || typeof args.at(-1) === 'function' || !hasSpan()) return sendAll();
    return sendInSpan(summaryOf(text), sendAll);
  };
  Object.defineProperty(client, 'query', { value: query, configurable: true, writable: true });
}

/** What is written to may have its columns in brackets after it; what is read from with brackets after it is a function. */
const tablePattern =
  /\b(?:(?:into|update)\s+(?:only\s+)?"?([a-z_]\w*)|(?:from|join)\s+(?:only\s+)?"?([a-z_]\w*)\b"?(?!\s*\())/i;

/** The kind and the first table of a statement. Nothing between quotes is looked at, and no value ever is. */
export function summariseStatement(text: string): StatementSummary {
  const bare = text.replace(/'(?:[^']|'')*'/g, ' ').replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, ' ');
  const word = /^[\s(]*([a-z]+)/i.exec(bare)?.[1]?.toUpperCase() ?? '';
  const [, written, read] = tablePattern.exec(bare) ?? [];
  const table = written ?? read;
  return { kind: kinds.has(word) ? word : 'OTHER', table: table?.toLowerCase() };
}

function summaryOf(text: string): StatementSummary {
  const known = summaries.get(text);
  if (known !== undefined) return known;
  if (summaries.size >= summariesMax) summaries.clear();
  const summary = summariseStatement(text);
  summaries.set(text, summary);
  return summary;
}

function sendInSpan({ kind, table }: StatementSummary, send: () => unknown): Promise<unknown> {
  const attributes = { 'db.system.name': 'postgresql', 'db.operation.name': kind, 'db.collection.name': table };
  const name = table === undefined ? kind : `${kind} ${table}`;
  return inSpan(
    { name, kind: 'client', attributes },
    async () => send(),
    (error) => sqlState(error) ?? 'failure',
  );
}
