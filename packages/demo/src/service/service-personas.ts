import type { Id } from '@guildhall/kernel';
import { fixedId } from '../fixed-id.js';
import { demoGroups } from '../groups/groups.js';
import { demoMembers } from '../people/demo-people.js';
import { entryAt } from '../random-stream.js';
import { after, dayMs, hourMs } from '../season.js';
import type {
  DemoClaim,
  DemoHost,
  DemoOpportunity,
  DemoService,
  DemoShift,
  DemoSignup,
  ServiceScope,
} from './service.js';
import { serviceTexts } from './service-texts.js';

const { ada, omar, rosa } = demoMembers;

/** The ids of what documents and tests quote. */
export const demoServiceIds = {
  cinema: fixedId<'ServiceHost'>('service/cinema'),
  foodBank: fixedId<'ServiceHost'>('service/food-bank'),
  usher: fixedId<'Opportunity'>('service/usher'),
  packer: fixedId<'Opportunity'>('service/packer'),
  unvetted: fixedId<'Opportunity'>('service/unvetted'),
  doors: fixedId<'Opportunity'>('service/doors'),
  doorShift: fixedId<'Shift'>('service/door-shift'),
  nextShift: fixedId<'Shift'>('service/next-shift'),
  queriedClaim: fixedId<'HoursClaim'>('service/queried-claim'),
} as const;

/**
 * What the demo people do: Ada has a shift ahead, one worked and not claimed, two verified claims and one that is asked
 * about; Omar speaks for the community cinema and has a claim to verify; Rosa speaks for the food bank and offers a swap.
 */
export function personaService(scope: ServiceScope): DemoService {
  const cinema: DemoHost = {
    id: demoServiceIds.cinema,
    name: 'Lantern Community Cinema',
    contactId: omar.memberId,
    groupId: demoGroups.theatre,
  };
  const foodBank: DemoHost = { id: demoServiceIds.foodBank, name: 'Quayside Food Bank', contactId: rosa.memberId };
  const usher = opportunityOf(scope, { id: demoServiceIds.usher, host: cinema, text: 10 });
  const packer = opportunityOf(scope, { id: demoServiceIds.packer, host: foodBank, text: 0 });
  const { openedAt: _openedAt, ...unopened } = opportunityOf(scope, {
    id: demoServiceIds.unvetted,
    host: cinema,
    text: 3,
  });
  const unvetted = { ...unopened, status: 'DRAFT' as const };
  const shifts = personaShifts(scope, { usher, packer });
  const doors: DemoOpportunity = {
    ...opportunityOf(scope, { id: demoServiceIds.doors, host: cinema, text: 10 }),
    title: 'Door stewards for the lantern night',
    summary: 'Welcome people, count them, and know what to do when the house is full. You learn it before you come.',
  };
  return {
    hosts: [cinema, foodBank],
    opportunities: [usher, packer, unvetted, doors],
    shifts: [...Object.values(shifts), doorShift(scope, doors)],
    signups: personaSignups(scope, shifts),
    claims: personaClaims(scope, { cinema, foodBank }),
  };
}

function opportunityOf(
  { context }: ServiceScope,
  { id, host, text }: { readonly id: Id<'Opportunity'>; readonly host: DemoHost; readonly text: number },
): DemoOpportunity {
  return {
    ...entryAt(serviceTexts, text),
    id,
    hostId: host.id,
    place: host.name,
    asksHost: false,
    isAdultsOnly: false,
    status: 'OPEN',
    draftedBy: host.contactId,
    openedAt: after(context.anchor, -90 * dayMs),
  };
}

/** A shift nobody signed up for yet, because it asks for training: who looks after a door knows how to empty a hall. */
function doorShift({ context: { anchor } }: ServiceScope, { id: opportunityId }: DemoOpportunity): DemoShift {
  const startsAt = new Date(anchor.getTime() - (anchor.getTime() % dayMs) + 13 * dayMs + 7 * hourMs);
  return {
    id: demoServiceIds.doorShift,
    roleId: fixedId<'ShiftRole'>('service/door-shift/role'),
    opportunityId,
    role: 'Door steward',
    needed: 4,
    startsAt,
    endsAt: after(startsAt, 2 * hourMs),
    isHard: false,
    requiredPathId: fixedId<'LearningPath'>('path/event-crew'),
  };
}

type PersonaShifts = Readonly<Record<'next' | 'worked' | 'other' | 'tonight' | 'swap' | 'nextWeek', DemoShift>>;

function personaShifts(
  { context: { anchor } }: ServiceScope,
  { usher, packer }: { readonly usher: DemoOpportunity; readonly packer: DemoOpportunity },
): PersonaShifts {
  const midnight = anchor.getTime() - (anchor.getTime() % dayMs);
  const shift = (
    name: string,
    { id: opportunityId }: DemoOpportunity,
    [days, hour, needed]: readonly [number, number, number],
  ): DemoShift => {
    const startsAt = new Date(midnight + days * dayMs + hour * hourMs);
    return {
      id: fixedId<'Shift'>(`service/${name}`),
      roleId: fixedId<'ShiftRole'>(`service/${name}/role`),
      opportunityId,
      role: opportunityId === usher.id ? 'Usher' : 'Packer',
      needed,
      startsAt,
      endsAt: after(startsAt, 2 * hourMs),
      isHard: false,
    };
  };
  return {
    next: shift('next-shift', usher, [4, 7, 4]),
    worked: shift('worked', usher, [-2, 7, 4]),
    other: shift('other', usher, [11, 7, 4]),
    tonight: shift('earlier', usher, [-1, 7, 3]),
    swap: shift('swap', packer, [6, 7, 5]),
    nextWeek: shift('next-week', packer, [9, 7, 5]),
  };
}

function personaSignups(
  { context: { anchor }, volunteers, calendar }: ServiceScope,
  shifts: PersonaShifts,
): readonly DemoSignup[] {
  const askedAt = after(anchor, -10 * dayMs);
  const signup = (
    name: string,
    memberId: Id<'Member'>,
    [shift, status]: readonly [DemoShift, DemoSignup['status']],
  ): DemoSignup => ({
    id: fixedId<'ShiftSignup'>(`service/signup/${name}`),
    shift,
    memberId,
    status,
    askedAt,
    ...(status === 'WORKED' && { recordedBy: omar.memberId }),
  });
  // The last of the volunteers speak for no host; whoever of them is free that day.
  const helper = ({ startsAt }: DemoShift): Id<'Member'> => {
    const found = volunteers.findLast((memberId) => calendar.take(memberId, startsAt));
    if (found === undefined) throw new Error('No volunteer of the demo union is free for this shift.');
    return found;
  };
  return [
    signup('ada-next', ada.memberId, [shifts.next, 'ACCEPTED']),
    signup('ada-worked', ada.memberId, [shifts.worked, 'WORKED']),
    signup('rosa-swap', rosa.memberId, [shifts.swap, 'SWAP_OFFERED']),
    signup('rosa-next', rosa.memberId, [shifts.next, 'ACCEPTED']),
    signup('helper-1', helper(shifts.tonight), [shifts.tonight, 'ACCEPTED']),
    signup('helper-2', helper(shifts.tonight), [shifts.tonight, 'ACCEPTED']),
  ];
}

function personaClaims(
  { context: { anchor }, calendar }: ServiceScope,
  { cinema, foodBank }: { readonly cinema: DemoHost; readonly foodBank: DemoHost },
): readonly DemoClaim[] {
  const midnight = anchor.getTime() - (anchor.getTime() % dayMs);
  // The first free day from so many days ago on, going back.
  const dayBefore = (memberId: Id<'Member'>, daysAgo: number): Date => {
    const at = new Date(midnight - daysAgo * dayMs + 8 * hourMs);
    return calendar.take(memberId, at) ? at : dayBefore(memberId, daysAgo + 1);
  };
  const claim = (name: string, memberId: Id<'Member'>, [daysAgo, minutes]: readonly [number, number]) => ({
    id: fixedId<'HoursClaim'>(`service/${name}`),
    memberId,
    host: cinema,
    workedFrom: dayBefore(memberId, daysAgo),
    minutes,
    what: 'Front of house for the Sunday matinee',
  });
  return [
    {
      ...claim('verified-claim', ada.memberId, [20, 600]),
      what: 'Festival day: box office and ushering',
      status: 'VERIFIED',
    },
    {
      ...claim('verified-claim-2', ada.memberId, [34, 540]),
      host: foodBank,
      what: 'Harvest collection',
      status: 'VERIFIED',
    },
    {
      ...claim('queried-claim', ada.memberId, [12, 180]),
      what: 'Repainting the foyer',
      status: 'QUERIED',
      reason: 'Which evening was it, and who was there with you?',
    },
    { ...claim('waiting-claim', rosa.memberId, [5, 150]), status: 'SUBMITTED' },
  ];
}
