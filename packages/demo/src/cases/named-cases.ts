import type { Id } from '@guildhall/kernel';
import { demoEdges } from '../demo-edges.js';
import type { DemoContext } from '../demo-context.js';
import { fixedRandomId } from '../fixed-id.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoMember } from '../people/members.js';
import { entryAt } from '../random-stream.js';
import { after, dayMs } from '../season.js';
import type { DemoCase } from './cases.js';

/** The cases that documents and tests quote; their ids do not change with anchor or size. */
export const demoCases = {
  ada: fixedRandomId<'Case'>('case/ada'),
  withdrawn: fixedRandomId<'Case'>('case/withdrawn'),
  redirected: fixedRandomId<'Case'>('case/redirected'),
  /** The only three cases that touch the smallest department. */
  smallDepartment: [1, 2, 3].map((number) => fixedRandomId<'Case'>(`case/small-department/${number}`)),
} as const;

/** Ada's case and the edge rows; the other students in them joined before last year. */
export function namedCases(context: DemoContext, students: readonly DemoMember[]): readonly DemoCase[] {
  const seniors = students.filter(({ joinedAt }) => joinedAt < after(context.anchor, -200 * dayMs));
  const senior = (index: number) => entryAt(seniors, index);
  return [adasCase(context), ...walledCases(context, senior(0), senior(1)), ...referredCases(context, senior)];
}

function adasCase({ anchor }: DemoContext): DemoCase {
  const ago = (days: number) => after(anchor, -days * dayMs);
  return {
    id: demoCases.ada,
    memberId: demoMembers.ada.memberId,
    matter: 'HOUSING',
    stage: 'EARLY_RESOLUTION',
    status: 'WAITING_DEPARTMENT',
    urgency: 'NORMAL',
    assigneeSubject: 'carl',
    narrative:
      'The radiator in my room has not worked since the second week of term. I reported it three times; each time somebody closed the report without coming. It is twelve degrees at night and I study in my coat.',
    messages: [
      {
        author: 'CASE_WORKER',
        sentAt: ago(10),
        body: 'Hello Ada, I am Carl and I look after your case. Three closed reports without a visit should not happen. May I ask Student Housing directly? You decide what they see.',
      },
      {
        author: 'STUDENT',
        sentAt: ago(9),
        body: 'Yes please. They may have my room number and what happened. I would rather not mention that I have been ill.',
      },
      {
        author: 'CASE_WORKER',
        sentAt: ago(8),
        body: 'Agreed: room, facts and the times when you are in, nothing about your health. It is with them now. I will write as soon as they answer.',
      },
    ],
    openedAt: ago(12),
  };
}

function walledCases({ anchor }: DemoContext, one: DemoMember, other: DemoMember): readonly DemoCase[] {
  const shared = {
    matter: 'COMPLAINT',
    stage: 'EARLY_RESOLUTION',
    status: 'OPEN',
    urgency: 'HIGH',
    messages: [],
  } as const;
  const [first, second] = demoEdges.walledCases;
  if (!first || !second) throw new RangeError('the walled pair needs two ids');
  return [
    {
      ...shared,
      id: first,
      memberId: one.id,
      assigneeSubject: 'carl',
      openedAt: after(anchor, -20 * dayMs),
      otherParty: { name: other.displayName, memberId: other.id },
      narrative:
        'My housemate has taken my food and my post for weeks, and last Friday my bicycle. I no longer feel at ease in the kitchen.',
    },
    {
      ...shared,
      id: second,
      memberId: other.id,
      assigneeSubject: 'advice-bronwen',
      openedAt: after(anchor, -17 * dayMs),
      otherParty: { name: one.displayName, memberId: one.id },
      narrative:
        'Somebody I share a flat with tells everybody that I steal. The bicycle was lent to me and I have the messages that prove it.',
    },
  ];
}

/** The cases behind the edge referrals, and the three that touch the smallest department. */
function referredCases({ anchor }: DemoContext, senior: (index: number) => DemoMember): readonly DemoCase[] {
  const referred = (id: Id<'Case'>, index: number, facts: Pick<DemoCase, 'matter' | 'narrative'>): DemoCase => ({
    id,
    memberId: senior(index).id,
    ...facts,
    stage: 'EARLY_RESOLUTION',
    status: 'OPEN',
    urgency: 'NORMAL',
    assigneeSubject: 'advice-hamid',
    messages: [],
    openedAt: after(anchor, -(30 + index * 3) * dayMs),
  });
  const abroad = [
    'My exchange university sent the marks in May. Two of the five modules still do not count here.',
    'The exchange was cut short and I am asked to pay for a full year of credits.',
    'My place abroad was withdrawn two weeks before the flight. I would like the cost of the ticket back.',
  ];
  return [
    referred(demoCases.withdrawn, 2, {
      matter: 'ACADEMIC',
      narrative:
        'I asked for help with the examinations office and then found that my tutor could settle it. Please stop the enquiry.',
    }),
    referred(demoCases.redirected, 3, {
      matter: 'MONEY',
      narrative: 'I was fined for a library book that the accommodation office had collected with my things.',
    }),
    ...demoCases.smallDepartment.map((id, index) =>
      referred(id, 4 + index, { matter: 'ACADEMIC', narrative: entryAt(abroad, index) }),
    ),
  ];
}
