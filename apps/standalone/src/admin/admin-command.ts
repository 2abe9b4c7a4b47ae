import { parseArgs } from 'node:util';
import { toId, type StaffRole } from '@guildhall/kernel';
import { isProposed, type MembershipCommands } from '@guildhall/membership/commands';
import { backUp } from '../backup/back-up.js';
import { exportKeys } from '../backup/export-keys.js';
import { restore } from '../backup/restore.js';
import { readSettings, type Environment } from '../settings.js';
import { rotateCaseKeys, verifyLedgers } from './advocacy-commands.js';
import { endOfCampusDay } from './end-of-campus-day.js';
import { openMembership } from './open-membership.js';

/** What the admin command starts from. */
export type AdminCall = {
  readonly args: readonly string[];
  readonly environment: Environment;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
};

const usage = `Usage: npm run admin -- grant SUBJECT ROLE --until YYYY-MM-DD
       npm run admin -- list
       npm run admin -- end ID
       npm run admin -- backup FOLDER
       npm run admin -- restore FOLDER --keys FILE
       npm run admin -- export-keys FILE
       npm run admin -- rotate-case-keys
       npm run admin -- verify-ledgers
A role is one of: case-worker, advice-manager, mediator, returning-officer, analyst, admin.
The first three are given when an administrator confirms them in the desk.`;

const ownCommands = new Map([
  ['backup', backUp],
  ['restore', restore],
  ['export-keys', exportKeys],
  ['rotate-case-keys', rotateCaseKeys],
  ['verify-ledgers', verifyLedgers],
]);

const roles: Readonly<Record<string, StaffRole>> = {
  'case-worker': 'CASE_WORKER',
  'advice-manager': 'ADVICE_MANAGER',
  mediator: 'MEDIATOR',
  'returning-officer': 'RETURNING_OFFICER',
  analyst: 'ANALYST',
  admin: 'ADMIN',
};

/** What one call asks for. */
type Order =
  | { readonly kind: 'list' }
  | { readonly kind: 'end'; readonly id: string }
  | { readonly kind: 'grant'; readonly subject: string; readonly role: StaffRole; readonly until: Date };

/** What came of it: a line to show, or why it was refused. */
type Answer = { readonly isDone: boolean; readonly text: string };

/** Appoints staff as whoever runs the platform: the first admin has nobody else to appoint them. 0 done, 1 refused, 2 not understood. */
export async function runAdmin({ args, environment, stdout, stderr }: AdminCall): Promise<0 | 1 | 2> {
  const settings = readSettings(environment, []);
  const ownCommand = ownCommands.get(args[0] ?? '');
  if (ownCommand !== undefined) return ownCommand({ args: args.slice(1), settings, stdout, stderr });
  const order = readOrder(args, settings.campusZone);
  if (order === undefined) {
    stderr.write(`${usage}\n`);
    return 2;
  }
  const { commands, close } = await openMembership(settings, (sentence) => stderr.write(`${sentence}\n`));
  try {
    const { isDone, text } = await carryOut(commands, order);
    (isDone ? stdout : stderr).write(`${text}\n`);
    return isDone ? 0 : 1;
  } finally {
    await close();
  }
}

function readOrder(args: readonly string[], zone: string): Order | undefined {
  const { positionals, until } = parse(args) ?? { positionals: [], until: undefined };
  const [verb, first = '', second = ''] = positionals;
  const shape = `${String(verb)} ${positionals.length}`;
  if (shape === 'list 1') return { kind: 'list' };
  if (shape === 'end 2') return { kind: 'end', id: first };
  const role = roles[second.toLowerCase().replaceAll('_', '-')];
  const end = endOfCampusDay(until ?? '', zone);
  const isGrant = shape === 'grant 3' && role !== undefined && end !== undefined;
  return isGrant ? { kind: 'grant', subject: first, role, until: end } : undefined;
}

function parse(
  args: readonly string[],
): { readonly positionals: readonly string[]; readonly until: string | undefined } | undefined {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { until: { type: 'string' } },
    });
    return { positionals, until: values.until };
  } catch {
    return undefined;
  }
}

async function carryOut(commands: MembershipCommands, order: Order): Promise<Answer> {
  if (order.kind === 'list') return list(commands);
  const outcome = order.kind === 'end' ? await end(commands, order.id) : await grant(commands, order);
  if (outcome.ok) {
    const { id, subject, role, endsAt, endedAt } = outcome.value;
    const until = (endedAt ?? endsAt).toISOString();
    const isWaiting = order.kind === 'grant' && isProposed(outcome.value);
    const text = isWaiting
      ? `${id}  ${subject} becomes ${role} until ${until} when an administrator confirms it in the desk`
      : `${id}  ${subject} is ${role} until ${until}`;
    return { isDone: true, text };
  }
  const { error } = outcome;
  const details =
    error.__typename === 'ValidationError'
      ? error.fields.map(({ path, message }) => `${path}: ${message}`).join('\n')
      : error.message;
  return { isDone: false, text: details };
}

function end(commands: MembershipCommands, id: string) {
  return commands.endAppointment(toId(id));
}

function grant(commands: MembershipCommands, { subject, role, until }: Extract<Order, { kind: 'grant' }>) {
  return commands.grantAppointment({ subject, role, startsAt: new Date(), endsAt: until });
}

async function list(commands: MembershipCommands): Promise<Answer> {
  const held = await commands.listAppointments();
  const lines = held.map(
    ({ id, subject, role, endsAt }) => `${id}  ${role.padEnd(17)} ${subject}  until ${endsAt.toISOString()}`,
  );
  return { isDone: true, text: lines.length === 0 ? 'Nobody holds a staff role.' : lines.join('\n') };
}
