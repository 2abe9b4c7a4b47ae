import type { Id } from '@guildhall/kernel';
import type { DemoCase } from '../cases/cases.js';
import { departmentId } from '../cases/departments.js';
import { demoCases } from '../cases/named-cases.js';
import { demoEdges } from '../demo-edges.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoMember } from '../people/members.js';
import { entryAt } from '../random-stream.js';
import { after, dayMs } from '../season.js';

/** Where a demo mediation stands. */
export type DemoMediationStatus =
  | 'REQUESTED'
  | 'UNSUITABLE'
  | 'SUITABLE'
  | 'INVITED'
  | 'NOT_AGREED'
  | 'AGREED'
  | 'ASSIGNED'
  | 'SESSIONS'
  | 'NO_AGREEMENT'
  | 'WITHDRAWN'
  | 'FOLLOW_UP'
  | 'KEPT'
  | 'BROKEN';

/** One side: a student who joined, a department that its lead signs in for, or somebody known by name alone. */
export type DemoMediationParty = {
  readonly kind: 'STUDENT' | 'STAFF_MEMBER' | 'DEPARTMENT' | 'COLLECTIVE';
  readonly name: string;
  readonly memberId?: Id<'Member'>;
  readonly departmentId?: Id<'Department'>;
  readonly hasSigned: boolean;
};

/** Something written in a room, by a side by its place in the list, or by the mediator. */
export type DemoMediationMessage = {
  readonly room: 'JOINT' | 'CAUCUS' | 'MEDIATOR';
  /** Whose private room it is, by its place in the list of sides. */
  readonly caucusOf?: number;
  readonly from: number | 'MEDIATOR';
  readonly body: string;
};

/** A promise: what, which side by its place in the list, and how many days after the end of the talks. */
export type DemoMediationTerm = { readonly text: string; readonly owedBy: number; readonly days: number };

/** A planned mediation; the first side asked for it. */
export type DemoMediation = {
  readonly status: DemoMediationStatus;
  readonly requestedAt: Date;
  readonly parties: readonly DemoMediationParty[];
  readonly request: string;
  readonly mediator?: string;
  /** The case to which it belongs and whose formal clocks stand still for it. */
  readonly caseId?: Id<'Case'>;
  readonly messages: readonly DemoMediationMessage[];
  readonly terms: readonly DemoMediationTerm[];
  /** A name that the second mediator has declared a tie to. */
  readonly tieOfSecondMediator?: string;
};

const { ada, omar, rosa, uma } = demoMembers;

/** Mediations in every interesting state, the demo people first, and a year of those that are over. */
export function demoMediations(
  { members, cases }: { readonly members: readonly DemoMember[]; readonly cases: readonly DemoCase[] },
  anchor: Date,
): readonly DemoMediation[] {
  const personas = new Set<string>(Object.values(demoMembers).map(({ memberId }) => memberId));
  const others = members.filter(({ id, status }) => status === 'ACTIVE' && !personas.has(id));
  const other = (index: number): DemoMediationParty => student(entryAt(others, index * 7));
  const ago = (days: number) => after(anchor, -days * dayMs);
  return [
    radiators(ago(16)),
    filmNights(ago(4)),
    {
      status: 'REQUESTED',
      requestedAt: ago(1),
      parties: [
        { ...persona(rosa, false), kind: 'COLLECTIVE', name: 'Second-year physics, lab group B' },
        { kind: 'STAFF_MEMBER', name: 'Dr Hanna Weiss', hasSigned: false },
      ],
      request:
        'Lab reports come back without a word and late, and when we asked in class it became loud on both sides. We still have a term together and would like to start again.',
      messages: [],
      terms: [],
    },
    {
      status: 'AGREED',
      requestedAt: ago(12),
      parties: [persona(uma, true), { ...other(1), hasSigned: true }],
      request:
        'We run the welcome desk together and have not been able to speak about the shifts since September. Both of us would like to keep the desk.',
      messages: [],
      terms: [],
      tieOfSecondMediator: other(1).name,
    },
    ...ofCase(cases, members, { requestedAt: ago(9), against: other(60) }),
    plain('SUITABLE', ago(3), [other(61), other(62)]),
    plain('NOT_AGREED', ago(30), [persona(rosa, false), other(63)]),
    plain('UNSUITABLE', ago(40), [persona(uma, false), other(64)]),
    sharedKitchen(ago(50), [persona(rosa, true), persona(omar, true)]),
    ...pastMediations(other, ago),
  ];
}

/** One without words of its own. */
function plain(status: DemoMediationStatus, requestedAt: Date, parties: readonly DemoMediationParty[]): DemoMediation {
  const request = 'We would like to be able to speak with each other again and cannot find the way alone.';
  return { status, requestedAt, parties, request, messages: [], terms: [] };
}

/** One that belongs to a case of Carl's, held by the second mediator: he sees that the case is in mediation, and nothing else. */
function ofCase(
  cases: readonly DemoCase[],
  members: readonly DemoMember[],
  { requestedAt, against }: { readonly requestedAt: Date; readonly against: DemoMediationParty },
): readonly DemoMediation[] {
  const named = new Set<string>([...demoEdges.walledCases, demoCases.ada]);
  const item = cases.findLast(
    ({ id, status, assigneeSubject }) => status === 'OPEN' && assigneeSubject === 'carl' && !named.has(id),
  );
  const own = members.find(({ id }) => id === item?.memberId);
  if (item === undefined || own === undefined) return [];
  const parties = [student(own), against];
  return [{ ...plain('ASSIGNED', requestedAt, parties), mediator: 'mediator-jo', caseId: item.id }];
}

function persona({ displayName, memberId }: (typeof demoMembers)['ada'], hasSigned: boolean): DemoMediationParty {
  return { kind: 'STUDENT', name: displayName, memberId, hasSigned };
}

function student({ id, displayName }: DemoMember): DemoMediationParty {
  return { kind: 'STUDENT', name: displayName, memberId: id, hasSigned: true };
}

/** Ada and Student Housing, in the middle of it: every room has words. */
function radiators(requestedAt: Date): DemoMediation {
  return {
    status: 'SESSIONS',
    requestedAt,
    mediator: 'milo',
    parties: [
      persona(ada, true),
      { kind: 'DEPARTMENT', name: 'Student Housing', departmentId: departmentId('housing'), hasSigned: true },
    ],
    request:
      'Three repair reports were closed without a visit. The repair is one thing; I would like to be able to report something again without being treated as a nuisance.',
    messages: [
      {
        room: 'JOINT',
        from: 'MEDIATOR',
        body: 'Welcome, both of you. Nothing you write here leaves this room. Ada, would you tell us what matters most to you?',
      },
      {
        room: 'JOINT',
        from: 0,
        body: 'That I hear what happens with a report, even when the answer is that it takes time.',
      },
      {
        room: 'JOINT',
        from: 1,
        body: 'That is fair. Reports were closed by a contractor and we did not notice. We would like to put that right.',
      },
      {
        room: 'CAUCUS',
        caucusOf: 0,
        from: 0,
        body: 'I would accept a named person to write to. I do not want to say this before they offer something themselves.',
      },
      {
        room: 'CAUCUS',
        caucusOf: 0,
        from: 'MEDIATOR',
        body: 'Thank you. It stays between us until you tell me otherwise.',
      },
      {
        room: 'CAUCUS',
        caucusOf: 1,
        from: 1,
        body: 'We could name one person for her block until the end of the year, if that helps.',
      },
      { room: 'MEDIATOR', from: 'MEDIATOR', body: 'Both think of the same thing. Let them find it on Thursday.' },
    ],
    terms: [],
  };
}

/** Omar has asked and signed; Ada still has to. */
function filmNights(requestedAt: Date): DemoMediation {
  return {
    status: 'INVITED',
    requestedAt,
    parties: [persona(omar, true), persona(ada, false)],
    request:
      'Our film nights and the debating evenings are in the same room, and since the last double booking we only write to each other through the office.',
    messages: [],
    terms: [],
  };
}

function sharedKitchen(requestedAt: Date, parties: readonly DemoMediationParty[]): DemoMediation {
  return {
    status: 'FOLLOW_UP',
    requestedAt,
    parties,
    mediator: 'milo',
    request: 'We share the props store of two societies and things keep disappearing in both directions.',
    messages: [],
    terms: [
      { text: 'Writes every loan into the list at the door, with a date of return.', owedBy: 0, days: 14 },
      { text: 'Returns the two lamps and the curtain.', owedBy: 1, days: 10 },
    ],
  };
}

/** One year of mediations that are over; who stood against whom is invented. */
function pastMediations(
  other: (index: number) => DemoMediationParty,
  ago: (days: number) => Date,
): readonly DemoMediation[] {
  const endings: readonly DemoMediationStatus[] = [
    ...Array.from({ length: 11 }, () => 'KEPT' as const),
    ...Array.from({ length: 6 }, () => 'BROKEN' as const),
    ...Array.from({ length: 3 }, () => 'NO_AGREEMENT' as const),
    ...Array.from({ length: 2 }, () => 'WITHDRAWN' as const),
  ];
  return endings.map((status, index) => ({
    status,
    requestedAt: ago(75 + index),
    parties: [other(2 + 2 * index), other(3 + 2 * index)],
    mediator: index % 2 === 0 ? 'milo' : 'mediator-jo',
    request: 'We would like to be able to work together again and cannot find the way alone.',
    messages: [],
    terms:
      status === 'KEPT' || status === 'BROKEN'
        ? [{ text: 'Speaks first to the other before writing to anybody else.', owedBy: index % 2, days: 30 }]
        : [],
  }));
}
