import type { Id } from '@guildhall/kernel';
import { fixedId } from '../fixed-id.js';
import { demoGroups, type DemoGroup } from '../groups/groups.js';
import type { DemoOptions } from '../demo-context.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoUnion } from '../plan-demo-union.js';
import { randomStream } from '../random-stream.js';
import { after, dayMs } from '../season.js';

/** How people come into a group, where it is not open to all. */
export type DemoJoinPolicy = { readonly groupId: Id<'Group'>; readonly joinPolicy: 'REQUEST' | 'INVITE' };

/** A request to join or an invitation that waits. */
export type DemoAdmission = {
  readonly id: Id<'GroupMembership'>;
  readonly groupId: Id<'Group'>;
  readonly memberId: Id<'Member'>;
  readonly kind: 'REQUEST' | 'INVITATION';
  readonly words: string | undefined;
  readonly askedBy: Id<'Member'>;
  readonly askedAt: Date;
};

/** What a group handed in to be affiliated. */
export type DemoSubmission = {
  readonly id: Id<'AffiliationSubmission'>;
  readonly groupId: Id<'Group'>;
  readonly status: 'SUBMITTED' | 'CHANGES_REQUESTED';
  readonly constitutionText: string;
  readonly riskStatement: string;
  readonly programme: string;
  readonly presidentId: Id<'Member'>;
  readonly treasurerId: Id<'Member'>;
  readonly secretaryId: Id<'Member'>;
  readonly submittedAt: Date;
  /** What the union asked for, where it asked for changes. */
  readonly note: string | undefined;
};

/** How the groups of the demo union stand: who waits to come in, what was handed in, who is late, who has no officer. */
export type DemoAffiliations = {
  readonly policies: readonly DemoJoinPolicy[];
  readonly admissions: readonly DemoAdmission[];
  readonly submissions: readonly DemoSubmission[];
  /** Affiliated groups whose yearly submission is due within days and was not handed in. */
  readonly late: readonly { readonly groupId: Id<'Group'>; readonly dueAt: Date }[];
  /** A body of a group, with nobody in office yet. */
  readonly bodies: readonly (DemoGroup & { readonly parentId: Id<'Group'> })[];
};

const words = [
  'I did the lights at school and would love to learn more.',
  'My housemate is in the group and has not stopped talking about it.',
  'New here, and I would like to help behind the stage.',
  '我在高中演过话剧，想继续参加。',
  undefined,
];

/** Plans how the groups stand, from the union's people and offices; the same anchor and size give the same rows. */
export function planDemoAffiliations(union: DemoUnion, { anchor, size }: DemoOptions): DemoAffiliations {
  const random = randomStream(`${size}/affiliations`);
  const plain = union.groups.filter(({ id, status }) => status === 'AFFILIATED' && !isOfPersonas(id));
  const policies = plain.flatMap(({ id: groupId }, index): readonly DemoJoinPolicy[] => {
    if (index % 9 === 4) return [{ groupId, joinPolicy: 'REQUEST' }];
    return index % 23 === 11 ? [{ groupId, joinPolicy: 'INVITE' }] : [];
  });
  const { theatre } = demoGroups;
  const inTheatre = new Set(
    union.groupMemberships.filter(({ groupId }) => groupId === theatre).map(({ memberId }) => memberId),
  );
  const outside = union.members.filter(({ id, status }) => status === 'ACTIVE' && !inTheatre.has(id));
  const askers = words.map((_words, index) => outside[(index + 1) * 37]?.id);
  const requests = askers.flatMap((memberId, index): readonly DemoAdmission[] =>
    memberId === undefined
      ? []
      : [
          {
            id: fixedId<'GroupMembership'>(`admission/request-${index}`),
            groupId: theatre,
            memberId,
            kind: 'REQUEST',
            words: words[index],
            askedBy: memberId,
            askedAt: after(anchor, -(index + 1) * 2 * dayMs - Math.floor(random.next() * dayMs)),
          },
        ],
  );
  return {
    policies: [{ groupId: theatre, joinPolicy: 'REQUEST' }, ...policies],
    admissions: [...requests, ...invitationToRosa(anchor, theatre)],
    submissions: waitingSubmissions(union, anchor),
    late: plain
      .slice(3, 5)
      .map(({ id: groupId }, index) => ({ groupId, dueAt: after(anchor, (3 + index * 2) * dayMs) })),
    bodies: [
      {
        id: fixedId<'Group'>('group/stage-committee'),
        name: 'Stage Committee of Film and Theatre',
        kind: 'COMMITTEE',
        purpose: 'Looks after the workshop, the paint and the keys, and says what can be built by when.',
        status: 'AFFILIATED',
        foundedAt: after(anchor, -20 * dayMs),
        parentId: theatre,
      },
    ],
  };
}

function isOfPersonas(id: Id<'Group'>): boolean {
  return Object.values(demoGroups).some((each) => each === id);
}

/** Rosa is not in the theatre society, and its president would like her to be. */
function invitationToRosa(anchor: Date, groupId: Id<'Group'>): readonly DemoAdmission[] {
  return [
    {
      id: fixedId<'GroupMembership'>('admission/rosa'),
      groupId,
      memberId: demoMembers.rosa.memberId,
      kind: 'INVITATION',
      words: 'We need somebody who understands how light behaves. Come and see?',
      askedBy: demoMembers.omar.memberId,
      askedAt: after(anchor, -dayMs),
    },
  ];
}

/** The first provisional groups with three officers wait for the union; one of them was asked for changes. */
function waitingSubmissions(union: DemoUnion, anchor: Date): readonly DemoSubmission[] {
  const ready = union.groups
    .filter(({ status }) => status === 'PROVISIONAL')
    .flatMap((group) => {
      const officers = officersOf(union, group.id, anchor);
      return officers === undefined ? [] : [{ group, officers }];
    });
  return ready.slice(0, 5).map(({ group, officers }, index) => ({
    ...officers,
    id: fixedId<'AffiliationSubmission'>(`submission/${index}`),
    groupId: group.id,
    status: index === 2 ? 'CHANGES_REQUESTED' : 'SUBMITTED',
    constitutionText: `1. The group is called ${group.name}. 2. Every member of the union may join it. 3. It meets at least once a month in term. 4. A president, a treasurer and a secretary are elected every May by all members. 5. Its money is kept by the union.`,
    riskStatement:
      'We meet in rooms of the union. Two officers know where the first-aid box is, and nobody is alone with the equipment.',
    programme: `${group.purpose} We begin with an open evening for everybody.`,
    submittedAt: after(anchor, -(index + 1) * 3 * dayMs),
    note: index === 2 ? 'Please say in the constitution how an officer can be voted out.' : undefined,
  }));
}

function officersOf({ positions, mandates }: DemoUnion, groupId: Id<'Group'>, anchor: Date) {
  const holder = (kind: string): Id<'Member'> | undefined => {
    const position = positions.find((each) => each.groupId === groupId && each.kind === kind);
    return mandates.find(({ positionId, from, to }) => positionId === position?.id && from <= anchor && to > anchor)
      ?.memberId;
  };
  const [presidentId, treasurerId, secretaryId] = ['PRESIDENT', 'TREASURER', 'SECRETARY'].map(holder);
  if (presidentId === undefined || treasurerId === undefined || secretaryId === undefined) return undefined;
  return { presidentId, treasurerId, secretaryId };
}
