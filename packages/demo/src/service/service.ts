import type { Id } from '@guildhall/kernel';
import { demoContext, type DemoContext, type DemoOptions } from '../demo-context.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoUnion } from '../plan-demo-union.js';
import { entryAt, type RandomStream } from '../random-stream.js';
import { after, dayMs, hourMs } from '../season.js';
import { ServiceCalendar } from './service-calendar.js';
import { personaService } from './service-personas.js';
import { partnerName, serviceTexts } from './service-texts.js';

/** A partner or group of the demo union that offers service. */
export type DemoHost = {
  readonly id: Id<'ServiceHost'>;
  readonly name: string;
  readonly contactId: Id<'Member'>;
  readonly groupId?: Id<'Group'>;
};

/** What a host offers. */
export type DemoOpportunity = {
  readonly id: Id<'Opportunity'>;
  readonly hostId: Id<'ServiceHost'>;
  readonly title: string;
  readonly summary: string;
  readonly kind: string;
  readonly place: string;
  readonly skill: string;
  readonly access: readonly string[];
  readonly asksHost: boolean;
  readonly isAdultsOnly: boolean;
  readonly status: 'DRAFT' | 'OPEN' | 'FILLED' | 'CLOSED';
  readonly draftedBy: Id<'Member'>;
  readonly openedAt?: Date;
};

/** A time at which it needs people, in one role. */
export type DemoShift = {
  readonly id: Id<'Shift'>;
  readonly roleId: Id<'ShiftRole'>;
  readonly opportunityId: Id<'Opportunity'>;
  readonly role: string;
  readonly needed: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isHard: boolean;
  /** The learning path that whoever takes a place completes first. */
  readonly requiredPathId?: Id<'LearningPath'>;
};

/** Who signed up for it. */
export type DemoSignup = {
  readonly id: Id<'ShiftSignup'>;
  readonly shift: DemoShift;
  readonly memberId: Id<'Member'>;
  readonly status: 'REQUESTED' | 'ACCEPTED' | 'SWAP_OFFERED' | 'WORKED' | 'ABSENT' | 'EXCUSED';
  readonly recordedBy?: Id<'Member'>;
  readonly askedAt: Date;
};

/** Hours that somebody claimed. */
export type DemoClaim = {
  readonly id: Id<'HoursClaim'>;
  readonly memberId: Id<'Member'>;
  readonly host: DemoHost;
  readonly signupId?: Id<'ShiftSignup'>;
  readonly workedFrom: Date;
  readonly minutes: number;
  readonly what: string;
  readonly status: 'DRAFT' | 'SUBMITTED' | 'QUERIED' | 'VERIFIED' | 'REJECTED' | 'VOIDED';
  readonly reason?: string;
};

/** The voluntary service of the demo union. */
export type DemoService = {
  readonly hosts: readonly DemoHost[];
  readonly opportunities: readonly DemoOpportunity[];
  readonly shifts: readonly DemoShift[];
  readonly signups: readonly DemoSignup[];
  readonly claims: readonly DemoClaim[];
};

/** What generators of service share: chance, the days people are free, and who volunteers. */
export type ServiceScope = {
  readonly context: DemoContext;
  readonly random: RandomStream;
  readonly calendar: ServiceCalendar;
  readonly volunteers: readonly Id<'Member'>[];
};

/**
 * 140 partners, 190 opportunities, 1,700 volunteers and 11,000 claims of 36,000 hours at full size: a year of service, with
 * shifts around the anchor. Nobody is at two places on one day.
 */
export function planDemoService(union: DemoUnion, options: DemoOptions): DemoService {
  const context = demoContext(options);
  const random = context.stream('service');
  const personas = new Set<Id<'Member'>>(Object.values(demoMembers).map(({ memberId }) => memberId));
  const active = union.members.filter(({ id, status }) => status === 'ACTIVE' && !personas.has(id));
  const volunteers = random.shuffle(active.map(({ id }) => id)).slice(0, context.scaled(1_700));
  const scope = { context, random, calendar: new ServiceCalendar(union), volunteers };
  const named = personaService(scope);
  const hosts = plainHosts(scope, union);
  const opportunities = hosts.flatMap((host, index) => plainOpportunities(scope, host, index));
  const shifts = opportunities.flatMap((opportunity) => plainShifts(scope, opportunity));
  const signups = plainSignups(scope, { hosts, opportunities, shifts });
  const claims = plainClaims(scope, hosts);
  return {
    hosts: [...named.hosts, ...hosts],
    opportunities: [...named.opportunities, ...opportunities],
    shifts: [...named.shifts, ...shifts],
    signups: [...named.signups, ...signups],
    claims: [...named.claims, ...claims],
  };
}

function plainHosts({ context, random, volunteers }: ServiceScope, { groups }: DemoUnion): readonly DemoHost[] {
  const founded = after(context.anchor, -400 * dayMs);
  const affiliated = groups.filter(({ status }) => status === 'AFFILIATED');
  return Array.from({ length: context.scaled(137) }, (_unused, index) => {
    const group = random.chance(0.15) ? random.pick(affiliated) : undefined;
    return {
      id: random.idAt<'ServiceHost'>(founded),
      name: group?.name ?? partnerName(index),
      contactId: entryAt(volunteers, index % volunteers.length),
      ...(group !== undefined && { groupId: group.id }),
    };
  });
}

function plainOpportunities(
  { context, random }: ServiceScope,
  host: DemoHost,
  index: number,
): readonly DemoOpportunity[] {
  return Array.from({ length: random.chance(0.37) ? 2 : 1 }, (_unused, nth) => {
    const text = entryAt(serviceTexts, (index + nth * 5) % serviceTexts.length);
    const openedAt = after(context.anchor, -random.between(20, 300) * dayMs);
    const status = random.weighted<DemoOpportunity['status']>([
      ['OPEN', 80],
      ['FILLED', 8],
      ['CLOSED', 9],
      ['DRAFT', 3],
    ]);
    return {
      ...text,
      id: random.idAt<'Opportunity'>(openedAt),
      hostId: host.id,
      place: `${host.name}, ${random.between(2, 90)} ${random.pick(['Mill Lane', 'Station Road', 'High Street', 'Church Walk'])}`,
      asksHost: random.chance(0.25),
      isAdultsOnly: text.isHard === true,
      status,
      draftedBy: host.contactId,
      ...(status !== 'DRAFT' && { openedAt }),
    };
  });
}

function plainShifts({ context, random }: ServiceScope, opportunity: DemoOpportunity): readonly DemoShift[] {
  const { openedAt, status } = opportunity;
  if (openedAt === undefined) return [];
  const text = serviceTexts.find(({ title }) => title === opportunity.title);
  const weekday = random.between(0, 6);
  const hour = random.between(8, 17);
  const weeks = status === 'OPEN' ? [-2, -1, 0, 1, 2, 3] : [-2, -1];
  return weeks.map((week) => {
    const midnight = context.anchor.getTime() - (context.anchor.getTime() % dayMs);
    const startsAt = new Date(midnight + (week * 7 + weekday + 1) * dayMs + hour * hourMs);
    return {
      id: random.idAt<'Shift'>(openedAt),
      roleId: random.idAt<'ShiftRole'>(openedAt),
      opportunityId: opportunity.id,
      role: text?.role ?? 'Helper',
      needed: random.between(2, 6),
      startsAt,
      endsAt: after(startsAt, random.pick([2, 2.5, 3]) * hourMs),
      isHard: text?.isHard === true,
    };
  });
}

function plainSignups(
  { context, random, calendar, volunteers }: ServiceScope,
  { hosts, opportunities, shifts }: Pick<DemoService, 'hosts' | 'opportunities' | 'shifts'>,
): readonly DemoSignup[] {
  const contactOf = new Map(hosts.map(({ id, contactId }) => [id, contactId]));
  const byId = new Map(opportunities.map((opportunity) => [opportunity.id, opportunity]));
  return shifts.flatMap((shift) => {
    const opportunity = byId.get(shift.opportunityId);
    const contact = opportunity === undefined ? undefined : contactOf.get(opportunity.hostId);
    if (opportunity === undefined || contact === undefined) return [];
    const comers = Array.from({ length: random.between(0, shift.needed) }, () => random.pick(volunteers));
    return comers.flatMap((memberId): readonly DemoSignup[] => {
      if (memberId === contact || !calendar.take(memberId, shift.startsAt)) return [];
      const isOver = shift.startsAt < context.anchor;
      const past = random.weighted<DemoSignup['status']>([
        ['WORKED', 88],
        ['ABSENT', 7],
        ['EXCUSED', 5],
      ]);
      const taken = random.chance(0.06) ? 'SWAP_OFFERED' : 'ACCEPTED';
      const askedAt = after(shift.startsAt, -random.between(24, 28) * dayMs);
      const id = random.idAt<'ShiftSignup'>(askedAt);
      const ahead = !isOver && opportunity.asksHost && random.chance(0.3) ? 'REQUESTED' : taken;
      return [
        {
          id,
          shift,
          memberId,
          status: isOver ? past : ahead,
          askedAt,
          ...(isOver && { recordedBy: contact }),
        },
      ];
    });
  });
}

/** Claims outside shifts, so many a volunteer, each on a day of its own. */
function plainClaims(
  { context, random, calendar, volunteers }: ServiceScope,
  hosts: readonly DemoHost[],
): readonly DemoClaim[] {
  return Array.from({ length: context.scaled(11_000) }, () => random.pick(volunteers)).flatMap(
    (memberId): readonly DemoClaim[] => {
      const host = random.pick(hosts);
      const daysAgo = random.between(1, 330);
      const midnight = context.anchor.getTime() - (context.anchor.getTime() % dayMs);
      const workedFrom = new Date(midnight - daysAgo * dayMs + random.between(8, 16) * hourMs);
      if (host.contactId === memberId || !calendar.take(memberId, workedFrom)) return [];
      const status = daysAgo > 60 ? 'VERIFIED' : random.weighted(recentStatuses);
      return [
        {
          id: random.idAt<'HoursClaim'>(after(workedFrom, dayMs / 2)),
          memberId,
          host,
          workedFrom,
          minutes: random.pick([120, 150, 180, 180, 240, 240, 270, 300]),
          what: random.pick([
            'Packed parcels and tidied up',
            'Helped at the open day',
            'Visited people',
            'Looked after the garden',
            'Taught in the homework club',
          ]),
          status,
          ...(status in reasons && { reason: reasons[status] }),
        },
      ];
    },
  );
}

const recentStatuses: readonly (readonly [DemoClaim['status'], number])[] = [
  ['VERIFIED', 62],
  ['SUBMITTED', 24],
  ['QUERIED', 6],
  ['REJECTED', 4],
  ['VOIDED', 1],
  ['DRAFT', 3],
];

const reasons: Readonly<Partial<Record<DemoClaim['status'], string>>> = {
  QUERIED: 'Which of us was there with you?',
  REJECTED: 'We were closed on that day.',
  VOIDED: 'These hours were entered twice.',
};
