import type { Id } from '@guildhall/kernel';
import { fixedId } from '../fixed-id.js';

/** The sign-in subjects of the twelve demo people, in the order in which documents list them. */
export type DemoSubject =
  | 'ada'
  | 'omar'
  | 'uma'
  | 'rosa'
  | 'carl'
  | 'amira'
  | 'milo'
  | 'dana'
  | 'dirk'
  | 'otto'
  | 'nina'
  | 'sys';

/** A person whom anybody may sign in as. Staff have no member record and so no `memberId`. */
export type DemoPerson = {
  readonly subject: DemoSubject;
  readonly displayName: string;
  /** One line for the start banner and the documents. */
  readonly description: string;
  readonly memberId?: Id<'Member'>;
};

/** A demo person who is a member of the union. */
export type DemoMemberPerson = DemoPerson & { readonly memberId: Id<'Member'> };

/** A program that signs in as itself, with exactly these scopes and, for a department, its department. */
export type DemoMachineClient = {
  readonly clientId: string;
  readonly description: string;
  readonly scopes: readonly string[];
  readonly departmentId?: Id<'Department'>;
};

function member(subject: DemoSubject, displayName: string, description: string): DemoMemberPerson {
  return { subject, displayName, description, memberId: fixedId<'Member'>(`member/${subject}`) };
}

/** The demo people who are members, by subject. */
export const demoMembers = {
  ada: member('ada', 'Ada Okafor', 'Student: in three groups, one place on a waiting list, one open case'),
  omar: member('omar', 'Omar Haddad', 'Group officer: president of the Film and Theatre Society'),
  uma: member('uma', 'Uma Raman', 'Union officer: elected for welfare and community'),
  rosa: member('rosa', 'Rosa Lindqvist', 'Course representative of second-year physics'),
} as const;

/** All twelve demo people; they exist only in a demo union. */
export const demoPeople: readonly DemoPerson[] = [
  ...Object.values(demoMembers),
  { subject: 'carl', displayName: 'Carl Whitcombe', description: 'Case worker: looks after Ada’s case' },
  {
    subject: 'amira',
    displayName: 'Amira Siddiqui',
    description: 'Advice manager: assigns cases, sees lateness, reads only what is assigned to her',
  },
  { subject: 'milo', displayName: 'Milo Brandt', description: 'Mediator: not tied to any party' },
  {
    subject: 'dana',
    displayName: 'Dana Kowalczyk',
    description: 'Department staff: answers referrals for Student Housing',
  },
  {
    subject: 'dirk',
    displayName: 'Dirk Vermeer',
    description: 'Department lead: publishes answers for Student Housing',
  },
  { subject: 'otto', displayName: 'Otto Sandberg', description: 'Returning officer: runs the elections' },
  {
    subject: 'nina',
    displayName: 'Nina Petrova',
    description: 'Analyst: sees totals of at least ten people, never a row',
  },
  { subject: 'sys', displayName: 'Sylvie Yates', description: 'Administrator: appoints staff; cannot read cases' },
];

/** The two demo programs: one of a partner department, one of the analysts. */
export const demoMachineClients: readonly DemoMachineClient[] = [
  {
    clientId: 'department-housing',
    description: 'Student Housing’s own case system: reads and answers its referrals',
    scopes: ['referrals:read', 'referrals:answer'],
    departmentId: fixedId<'Department'>('department/housing'),
  },
  { clientId: 'analytics', description: 'The analysts’ notebook: reads totals only', scopes: ['insights:read'] },
];
