import { randomUUID } from 'node:crypto';
import type { Clock } from '@guildhall/kernel';
import type { TestService } from '@guildhall/testing';

/** The variable with a key for passes. */
export const passKey = { GUILDHALL_PASS_KEY: Buffer.alloc(32, 7).toString('base64') };

/** A scan to send; what is left out is made up. */
export type SentScan = {
  readonly nonce?: string;
  readonly pass?: string | undefined;
  readonly registrationId?: string;
  readonly checkpointId?: string | undefined;
  readonly direction?: 'IN' | 'OUT';
  readonly scannedAt?: Date;
};

type SentDevice = { readonly id?: string; readonly label?: string };
type Outcome = { readonly __typename: string; readonly [field: string]: unknown };
type Shown = { readonly id: string; readonly scannedAt: string; readonly deviceLabel: string | null };

/** What became of a scan. */
export type Answered = {
  readonly nonce: string;
  readonly outcome: string;
  readonly registration: Readonly<Record<string, unknown>> | null;
  readonly scan: Shown | null;
  readonly other: Shown | null;
};

const shownScan = '{ id scannedAt deviceLabel }';
const successes: Readonly<Record<string, string>> = {
  recordScans: `answers { nonce outcome registration { id status checkedInAt checkedOutAt isLate } scan ${shownScan} other ${shownScan} }`,
  undoScan: 'registration { id status }',
  selfCheckIn: 'registration { id status }',
  renewPass: 'registration { id passIssue }',
  addCheckpoint: 'activity { checkpoints { id name } }',
};
const withFields: ReadonlySet<string> = new Set([
  'recordScans',
  'undoScan',
  'selfCheckIn',
  'addCheckpoint',
  'postponeActivity',
]);
const withLimit: ReadonlySet<string> = new Set(['addCheckpoint', 'selfCheckIn']);

/** Works the door of an activity through the API. */
export class DoorDriver {
  constructor(
    private readonly test: TestService,
    private readonly clock: Clock,
  ) {}

  /** A device with an id of its own. */
  device(label = 'Front door'): Required<SentDevice> {
    return { id: randomUUID(), label };
  }

  /** Sends a mutation and returns its outcome. */
  async act(subject: string | undefined, name: string, input: object): Promise<Outcome> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) {
      __typename ... on ${type}Success { ${successes[name] ?? '__typename'} } ... on UserError { message }
      ${withFields.has(name) ? '... on ValidationError { fields { path } }' : ''} ${withLimit.has(name) ? '... on LimitReachedError { limit }' : ''} } }`;
    const { data, errors } = await this.test.run(subject, query, { input: JSON.parse(JSON.stringify(input)) });
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data?.[name] as Outcome;
  }

  /** Sends scans of a device whose clock is right. */
  async send(
    subject: string | undefined,
    activityId: string,
    scans: readonly SentScan[],
    { id = randomUUID(), label = 'Front door' }: SentDevice = {},
  ): Promise<Outcome> {
    const now = this.clock.now();
    const filled = scans.map((scan) => ({ nonce: randomUUID(), scannedAt: now, ...scan }));
    return this.act(subject, 'recordScans', { activityId, device: { id, label, sentAt: now }, scans: filled });
  }

  /** As `send`, for somebody who may: the answers. */
  async scan(
    subject: string,
    { id }: { readonly id: string },
    scans: readonly SentScan[],
    device: SentDevice = {},
  ): Promise<readonly Answered[]> {
    const { answers } = await this.send(subject, id, scans, device);
    return (answers ?? []) as readonly Answered[];
  }

  /** The codes of the viewer's passes, the main door first. */
  async passes(subject: string | undefined, activityId: string): Promise<readonly string[]> {
    const activity = await this.read(
      subject,
      activityId,
      'viewerRegistration { passes { code } } registrations(first: 50) { edges { node { passes { code } } } }',
    );
    type Holder = { readonly passes: readonly { readonly code: string }[] };
    const own = activity['viewerRegistration'] as Holder | null;
    return (own?.passes ?? []).map(({ code }) => code);
  }

  /** The checkpoints as the viewer sees them. */
  async checkpoints(subject: string | undefined, activityId: string): Promise<unknown> {
    const fields = 'checkpoints { isMainDoor name isSelfService countedIn countedOut }';
    return (await this.read(subject, activityId, fields))['checkpoints'];
  }

  /** Adds a checkpoint and returns its id. */
  async addCheckpoint(subject: string, { id }: { readonly id: string }, name: string): Promise<readonly string[]> {
    const { activity } = await this.act(subject, 'addCheckpoint', { activityId: id, name });
    const { checkpoints } = activity as { readonly checkpoints: readonly { id: string; name: string | null }[] };
    return checkpoints.filter((checkpoint) => checkpoint.name === name.trim()).map((checkpoint) => checkpoint.id);
  }

  /** The code that the door shows now. */
  async code(subject: string | undefined, activityId: string): Promise<string | null> {
    const { doorCode } = await this.read(subject, activityId, 'doorCode { code }');
    return (doorCode as { readonly code: string } | null)?.code ?? null;
  }

  /** What is stored of an activity's scans. */
  rows(
    activityId: string,
  ): Promise<readonly { id: string; registration_id: string; is_counted: boolean; direction: string }[]> {
    return this.test.dataSource.query(
      'select id, registration_id, is_counted, direction, scanned_at, nonce from door_scan where activity_id = $1 order by scanned_at, nonce',
      [activityId],
    );
  }

  private async read(
    subject: string | undefined,
    id: string,
    fields: string,
  ): Promise<Readonly<Record<string, unknown>>> {
    const { data } = await this.test.run(subject, `query ($id: ID!) { activity(id: $id) { ${fields} } }`, { id });
    return (data?.['activity'] ?? {}) as Readonly<Record<string, unknown>>;
  }
}
