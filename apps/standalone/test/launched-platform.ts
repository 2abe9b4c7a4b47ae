import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findWorkspace } from '../src/data-folder.js';
import { runTokenCommand } from '../src/token/token-command.js';

/** How to launch: `node main.js` with these arguments and variables, as this user. */
export type LaunchOptions = {
  readonly folder: string;
  readonly port: number;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly account?: { readonly uid: number; readonly gid: number };
};

/** The platform as `npm start` runs it, in a process group of its own, as a terminal would give it one. */
export type LaunchedPlatform = {
  readonly pid: number;
  readonly url: string;
  /** Everything printed so far. */
  output(): string;
  /** Resolves when the text has been printed; rejects when the process ends before. */
  printed(text: string): Promise<void>;
  /** How the process ended: its code, or the signal that killed it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  token(subject: string): Promise<string>;
};

const entry = join(findWorkspace(import.meta.dirname), 'apps/standalone/dist/src/main.js');

/** Runs the built launcher. */
export function launch({ folder, port, args = [], environment = {}, account }: LaunchOptions): LaunchedPlatform {
  const variables = {
    GUILDHALL_DATA_DIR: folder,
    GUILDHALL_PORT: String(port),
    GUILDHALL_DEMO: 'none',
    ...environment,
  };
  const env = { PATH: process.env['PATH'], ...variables };
  const child = spawn(process.execPath, [entry, ...args], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: '/',
    ...account,
  });
  const printed = collect(child);
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal)),
  );
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  return {
    pid: child.pid ?? 0,
    url: `http://127.0.0.1:${port}/graphql`,
    output: () => printed.text,
    ended,
    async printed(text) {
      while (!printed.text.includes(text)) {
        if (hasEnded) throw new Error(`ended before it printed "${text}":\n${printed.text}`);
        await sleep(10);
      }
    },
    async token(subject) {
      const outcome = await runTokenCommand({ args: [subject], environment: variables, dataFolder: folder });
      if (outcome.exitCode !== 0) throw new Error(outcome.stderr);
      return outcome.stdout;
    },
  };
}

function collect(child: ChildProcess): { text: string } {
  const printed = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (printed.text += chunk.toString()));
  return printed;
}

/** Every living process that works in the folder, was told of it, or belongs to the group: nothing may be left of them. */
export function processesOf(folder: string): readonly { readonly pid: number; readonly command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((name) => ({
      pid: Number(name),
      command: read(`/proc/${name}/cmdline`).replaceAll('\0', ' ').trim(),
      traces: `${read(`/proc/${name}/environ`)}${workingFolder(name)}`,
    }))
    .filter(({ command, traces }) => command !== '' && `${command}${traces}`.includes(folder))
    .map(({ pid, command }) => ({ pid, command }));
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function workingFolder(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}
