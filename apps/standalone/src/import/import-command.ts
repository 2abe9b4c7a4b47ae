import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { MembershipCommands, RollReport } from '@guildhall/membership/commands';
import { openMembership } from '../admin/open-membership.js';
import { readSettings, type Environment } from '../settings.js';
import { ProgressBar, type ProgressStream } from './progress-bar.js';
import { readRoll, UnreadableRoll, type RollFile } from './read-roll.js';

/** What the import command starts from. `folder` is where relative file names begin. */
export type ImportCall = {
  readonly args: readonly string[];
  readonly environment: Environment;
  readonly folder: string;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: ProgressStream;
  readonly signal?: AbortSignal;
};

/** The command was not called as it can be; `message` says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const usage = 'Usage: npm run import -- members FILE.csv [--dry-run] [--match COLUMN]';

/** The exit code: 0 when every row was taken in, 1 when some rows were refused, 2 when nothing was changed. */
export async function runImport(call: ImportCall): Promise<0 | 1 | 2> {
  try {
    const { file, isDryRun, match } = readArguments(call);
    const settings = readSettings(call.environment, []);
    // All of the file is read before the register is opened: a file that cannot be read changes nothing.
    const roll = await withBar(call, 'Reading', (bar) =>
      readRoll(file, { match, onProgress: (bytes, total) => bar.show(bytes, total) }),
    );
    const { commands, close } = await openMembership(settings, (sentence) => call.stderr.write(`${sentence}\n`));
    try {
      const report = await takeIn(call, commands, { roll, isDryRun });
      call.stdout.write(describe(report, { roll, isDryRun }));
      return report.refused.length === 0 ? 0 : 1;
    } finally {
      await close();
    }
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof UnreadableRoll)) throw error;
    call.stderr.write(`${error.message}\n`);
    return 2;
  }
}

type Job = { readonly roll: RollFile; readonly isDryRun: boolean };

function readArguments({ args, folder }: ImportCall): {
  readonly file: string;
  readonly isDryRun: boolean;
  readonly match: string | undefined;
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false }, match: { type: 'string' } },
    });
    const [what, file, ...more] = positionals;
    if (what === 'members' && file !== undefined && more.length === 0)
      return { file: resolve(folder, file), isDryRun: values['dry-run'], match: values.match };
  } catch (error) {
    throw new UsageError(usage, { cause: error });
  }
  throw new UsageError(usage);
}

async function takeIn(call: ImportCall, commands: MembershipCommands, { roll, isDryRun }: Job): Promise<RollReport> {
  const { rows, refused } = roll;
  const outcome = await withBar(call, isDryRun ? 'Comparing' : 'Importing', (bar) =>
    commands.importMembers({
      rows,
      isDryRun,
      onProgress: (done) => bar.show(done, rows.length),
      ...(call.signal && { signal: call.signal }),
    }),
  );
  if (!outcome.ok) throw new Error(outcome.error.message);
  const all = [...refused, ...outcome.value.refused].sort((one, other) => one.line - other.line);
  return { ...outcome.value, refused: all };
}

async function withBar<Outcome>(
  { stderr }: ImportCall,
  label: string,
  work: (bar: ProgressBar) => Promise<Outcome>,
): Promise<Outcome> {
  const bar = new ProgressBar(stderr, label);
  try {
    return await work(bar);
  } finally {
    bar.end();
  }
}

function describe({ added, changed, unchanged, refused }: RollReport, { roll, isDryRun }: Job): string {
  const number = (count: number): string => count.toLocaleString('en');
  const read = roll.rows.length + roll.refused.length;
  const lines = [
    ...refused.map(({ line, reason }) => `line ${line}: ${reason}`),
    `${number(read)} rows read: ${number(added)} ${isDryRun ? 'to add' : 'added'}, ${number(changed)} ${isDryRun ? 'to change' : 'changed'}, ${number(unchanged)} unchanged, ${number(refused.length)} refused.`,
    ...(isDryRun ? ['This was a dry run: nothing was changed.'] : []),
  ];
  return `${lines.join('\n')}\n`;
}
