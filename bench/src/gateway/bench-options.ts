import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { peers, type Peer } from './peers.js';
import { shapes, type Shape } from './shapes.js';

/** How the command is called. */
export const usage = `Usage: npm run bench:gateway -- [--rounds 5] [--seconds 3] [--only NAME,NAME…] [--connections 16] [--profile FOLDER]
  servers: ${peers.map(({ name }) => name).join(', ')}
  shapes: ${shapes.map(({ name }) => name).join(', ')}`;

/** What is measured, and for how long. */
export type BenchOptions = {
  readonly rounds: number;
  /** Of each measured stretch. */
  readonly seconds: number;
  readonly connections: number;
  readonly peers: readonly Peer[];
  readonly shapes: readonly Shape[];
  /** Where the servers write their processor profiles when they end in order, as ours do. */
  readonly profileFolder?: string;
};

/** Reads the command line. Throws with the usage when something is unknown or no number. */
export function readBenchOptions(args: readonly string[]): BenchOptions {
  const text = { type: 'string' } as const;
  const { values } = readValues(() =>
    parseArgs({
      args: [...args],
      options: { rounds: text, seconds: text, connections: text, only: text, profile: text },
    }),
  );
  const only = new Set((values.only ?? '').split(',').filter((name) => name !== ''));
  const known = [...peers, ...shapes].map(({ name }) => name);
  const unknown = [...only].find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`Nothing is called "${unknown}".\n${usage}`);
  return {
    rounds: readNumber(values.rounds, 5),
    seconds: readNumber(values.seconds, 3),
    connections: readNumber(values.connections, 16),
    peers: narrow(peers, only),
    shapes: narrow(shapes, only),
    profileFolder: values.profile && resolve(process.env['INIT_CWD'] ?? process.cwd(), values.profile),
  };
}

/** Naming servers leaves the shapes as they are, and the other way round. */
function narrow<Item extends { readonly name: string }>(
  all: readonly Item[],
  only: ReadonlySet<string>,
): readonly Item[] {
  const named = all.filter(({ name }) => only.has(name));
  return named.length === 0 ? all : named;
}

function readNumber(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!(value > 0)) throw new Error(`"${text}" is no number above 0.\n${usage}`);
  return value;
}

function readValues<Values>(read: () => Values): Values {
  try {
    return read();
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${usage}`, { cause: error });
  }
}
