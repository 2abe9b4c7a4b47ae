import { randomBytes } from 'node:crypto';
import { createIdSource, type Id } from '@guildhall/kernel';
import type { TestService } from '@guildhall/testing';
import { createServiceRepositories } from '../src/wiring/service.js';
import type { Host } from '../src/host/host.js';
import type { HoursClaim } from '../src/hours-claim/hours-claim.js';
import type { Opportunity } from '../src/opportunity/opportunity.js';
import type { MemberId } from '../src/references/member.js';
import type { Shift, ShiftRole } from '../src/shift/shift.js';
import type { Signup } from '../src/signup/signup.js';
import { inHours } from './fixture.js';

const ids = createIdSource(
  () => Date.now(),
  (count) => randomBytes(count),
);

/** A planned shift with its one role. */
export type PlannedShift = { readonly shift: Shift; readonly role: ShiftRole };

/** Writes rows of voluntary service that a test starts from. */
export class ServiceFixture {
  constructor(private readonly test: TestService) {}

  private get repositories() {
    return createServiceRepositories(this.test.dataSource.manager);
  }

  /** A host with a contact, unless changed. */
  host(changes: Partial<Host> = {}): Promise<Host> {
    return this.repositories.hosts.add({
      id: ids.ordered<'ServiceHost'>(),
      name: 'Riverside Food Bank',
      about: 'Sorts food and brings it to people.',
      link: undefined,
      groupId: undefined,
      contactId: ids.ordered<'Member'>(),
      status: 'ACTIVE',
      version: 1,
      ...changes,
    });
  }

  /** An open opportunity of a host, unless changed. */
  opportunity(host: Host, changes: Partial<Opportunity> = {}): Promise<Opportunity> {
    const status = changes.status ?? 'OPEN';
    const isVetted = status !== 'DRAFT';
    return this.repositories.opportunities.add({
      id: ids.ordered<'Opportunity'>(),
      hostId: host.id,
      title: 'Sorting on Saturdays',
      summary: 'Sort what was given, and pack boxes.',
      kind: 'FOOD',
      place: 'Riverside 4',
      skills: ['Lifting'],
      languages: ['en'],
      access: ['STEP_FREE'],
      isAdultsOnly: false,
      asksHost: false,
      status,
      statusReason: status === 'CLOSED' ? 'It is over.' : undefined,
      draftedBy: ids.ordered<'Member'>(),
      vettedBy: isVetted ? ids.ordered<'Member'>() : undefined,
      vettedAt: isVetted ? inHours(-48) : undefined,
      vettingChecks: isVetted ? ['PARTNER_KNOWN', 'SAFEGUARDING'] : [],
      vettingNote: undefined,
      openedAt: ['OPEN', 'FILLED', 'CLOSED'].includes(status) ? inHours(-24) : undefined,
      version: 1,
      ...changes,
    });
  }

  /** A shift of two hours, three days ahead, that needs two people in one role, unless changed. */
  async shift(
    opportunity: Opportunity,
    {
      needed = 2,
      requiredPathId,
      ...changes
    }: Partial<Shift> & { readonly needed?: number; readonly requiredPathId?: ShiftRole['requiredPathId'] } = {},
  ): Promise<PlannedShift> {
    const id = ids.ordered<'Shift'>();
    const startsAt = changes.startsAt ?? inHours(72);
    const role = { id: ids.ordered<'ShiftRole'>(), shiftId: id, place: 0, name: 'Packer', needed, requiredPathId };
    const shift: Shift = {
      id,
      opportunityId: opportunity.id,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 2 * 3_600_000),
      meetingPoint: 'At the back door.',
      isHard: false,
      status: 'PLANNED',
      statusReason: undefined,
      version: 1,
      ...changes,
    };
    return { shift: await this.repositories.shifts.add(shift, [role]), role };
  }

  /** An accepted sign-up, unless changed. */
  async signup({ shift, role }: PlannedShift, memberId: MemberId, changes: Partial<Signup> = {}): Promise<Signup> {
    const status = changes.status ?? 'ACCEPTED';
    const signup: Signup = {
      id: ids.ordered<'ShiftSignup'>(),
      shiftId: shift.id,
      roleId: role.id,
      memberId,
      status,
      startsAt: shift.startsAt,
      endsAt: shift.endsAt,
      swapToId: undefined,
      swapFromId: undefined,
      askedAt: inHours(-1),
      recordedBy: ['WORKED', 'ABSENT', 'EXCUSED'].includes(status) ? ids.ordered<'Member'>() : undefined,
      rulesVersion: 1,
      version: 1,
      ...changes,
    };
    await this.repositories.signups.add(signup);
    return signup;
  }

  /** A claim of two hours yesterday outside shifts, handed in, unless changed. */
  claim(host: Host, memberId: MemberId, changes: Partial<HoursClaim> = {}): Promise<HoursClaim> {
    const status = changes.status ?? 'SUBMITTED';
    const isDecided = ['VERIFIED', 'REJECTED', 'VOIDED'].includes(status);
    return this.repositories.hoursClaims.add({
      id: ids.ordered<'HoursClaim'>(),
      memberId,
      hostId: host.id,
      signupId: undefined,
      workedFrom: inHours(-24),
      workedTo: inHours(-22),
      minutes: 120,
      what: 'Sorted tins.',
      evidence: 'Ask Ruth at the desk.',
      evidenceLink: undefined,
      longerBecause: undefined,
      status,
      statusReason: ['QUERIED', 'REJECTED', 'VOIDED'].includes(status) ? 'Which day was it?' : undefined,
      draftedAt: inHours(-20),
      submittedAt: status === 'DRAFT' ? undefined : inHours(-19),
      decidedBy: isDecided ? ids.ordered<'Member'>() : undefined,
      decidedAt: isDecided ? inHours(-18) : undefined,
      rulesVersion: 2,
      version: 1,
      ...changes,
    });
  }

  /** Sends a mutation and returns its outcome. */
  async act(
    subject: string | undefined,
    name: string,
    input: Readonly<Record<string, unknown>>,
  ): Promise<ServiceAnswer> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const field = fields.find((noun) => name in outcomes[noun]);
    if (field === undefined) throw new Error(`nothing is known of ${name}`);
    const selected = field === 'signup' ? 'id status viewerActions' : 'id viewerActions status';
    const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename
      ... on ${type}Success { ${field} { ${selected} } } ... on UserError { message } ${extra(name)} } }`;
    const { data, errors } = await this.test.run(subject, query, { input: JSON.parse(JSON.stringify(input)) });
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data?.[name] as ServiceAnswer;
  }
}

/** What a mutation of voluntary service answers. */
export type ServiceAnswer = {
  readonly __typename: string;
  readonly host?: Thing;
  readonly opportunity?: Thing;
  readonly shift?: Thing;
  readonly signup?: Thing;
  readonly claim?: Thing;
};

type Thing = { readonly id: string; readonly status: string; readonly viewerActions: readonly string[] };

const fields = ['host', 'opportunity', 'shift', 'signup', 'claim'] as const;

/** The mutations by what they answer with; `true` where an input can break a rule of a field. */
const outcomes: Readonly<Record<(typeof fields)[number], Readonly<Record<string, boolean>>>> = {
  host: { addServiceHost: true, editServiceHost: true, closeServiceHost: true, reopenServiceHost: true },
  opportunity: {
    draftOpportunity: true,
    editOpportunity: true,
    vetOpportunity: true,
    openOpportunity: false,
    fillOpportunity: false,
    reopenOpportunity: false,
    closeOpportunity: true,
  },
  shift: { planShift: true, cancelShift: true },
  signup: {
    signUpForShift: true,
    acceptSignup: true,
    declineSignup: false,
    withdrawFromShift: false,
    offerShiftSwap: true,
    keepShift: false,
    takeShiftSwap: true,
    recordShiftAttendance: true,
  },
  claim: {
    claimShiftHours: true,
    draftHoursClaim: true,
    editHoursClaim: true,
    submitHoursClaim: true,
    verifyHoursClaim: true,
    queryHoursClaim: true,
    rejectHoursClaim: true,
    voidHoursClaim: true,
  },
};

function extra(name: string): string {
  const takesRules = fields.some((field) => outcomes[field][name] === true);
  const overlaps = ['signUpForShift', 'takeShiftSwap'].includes(name);
  return `${takesRules ? '... on ValidationError { fields { path rule } }' : ''} ${overlaps ? '... on ShiftOverlapsActivityError { activities { id } }' : ''}`;
}

/** An id that nothing has. */
export const missing = '018f0000-0000-7000-8000-000000000000' as Id<'Nothing'>;
