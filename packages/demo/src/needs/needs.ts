import type { Id } from '@guildhall/kernel';
import { demoContext, type DemoContext, type DemoOptions } from '../demo-context.js';
import { fixedId } from '../fixed-id.js';
import { demoGroups } from '../groups/groups.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoUnion } from '../plan-demo-union.js';
import type { RandomStream } from '../random-stream.js';
import { after, dayMs } from '../season.js';

/** What a member needs in order to take part, as the membership service stores it. */
export type DemoNeeds = {
  readonly memberId: Id<'Member'>;
  readonly needs: readonly string[];
  readonly dietNote?: string;
  readonly accessNote?: string;
  readonly languageNote?: string;
  readonly updatedAt: Date;
};

/** What a member allowed others to read. */
export type DemoConsent = {
  readonly id: Id<'Consent'>;
  readonly memberId: Id<'Member'>;
  readonly groupId?: Id<'Group'>;
  readonly fields: readonly string[];
  readonly from: Date;
  readonly to: Date;
  readonly withdrawnAt?: Date;
};

/** That a welfare lead read what a member needs. */
export type DemoNeedsReading = {
  readonly id: Id<'NeedsReading'>;
  readonly actId: string;
  readonly memberId: Id<'Member'>;
  readonly readerId: Id<'Member'>;
  readonly groupId: Id<'Group'>;
  readonly fields: readonly string[];
  readonly readAt: Date;
};

/** The needs of the demo union, with who may read them and who did. */
export type DemoUnionNeeds = {
  readonly profiles: readonly DemoNeeds[];
  readonly consents: readonly DemoConsent[];
  readonly readings: readonly DemoNeedsReading[];
};

/** How often each need is named by those who name any; assumptions. */
const weights = [
  ['VEGETARIAN', 30],
  ['HALAL', 16],
  ['VEGAN', 12],
  ['GLUTEN_FREE', 8],
  ['NUT_ALLERGY', 7],
  ['QUIET_SPACE', 7],
  ['PLAIN_ENGLISH', 6],
  ['STEP_FREE', 5],
  ['DAIRY_FREE', 4],
  ['CAPTIONS', 4],
  ['HEARING_LOOP', 3],
  ['LARGE_PRINT', 2],
  ['KOSHER', 2],
  ['WHEELCHAIR_SPACE', 1],
] as const;
const everything = ['DIET', 'ACCESS', 'LANGUAGE', 'QUIET_SPACE'];
const { ada, rosa } = demoMembers;

/**
 * One member in twelve said what they need, in the Film and Theatre Society, which asked its people, one in three. Most let
 * one of their groups know, half the organisers of activities, and a few took it back.
 */
export function planDemoNeeds(union: DemoUnion, options: DemoOptions): DemoUnionNeeds {
  const context = demoContext(options);
  const random = context.stream('needs');
  const groupsOf = Map.groupBy(
    union.groupMemberships.filter(({ status }) => status === 'ACTIVE'),
    ({ memberId }) => memberId,
  );
  const personas = new Set<Id<'Member'>>(Object.values(demoMembers).map(({ memberId }) => memberId));
  const asked = union.members.filter(({ id, status }) => {
    const isInTheatre = groupsOf.get(id)?.some(({ groupId }) => groupId === demoGroups.theatre) ?? false;
    return status === 'ACTIVE' && !personas.has(id) && random.chance(isInTheatre ? 1 / 3 : 0.08);
  });
  const told = asked.map(({ id }) => ({
    profile: someNeeds(random, id, context.anchor),
    consents: someConsents(
      random,
      { memberId: id, groupIds: (groupsOf.get(id) ?? []).map(({ groupId }) => groupId) },
      context,
    ),
  }));
  return {
    profiles: [...personaNeeds(context), ...told.map(({ profile }) => profile)],
    consents: [...personaConsents(context), ...told.flatMap(({ consents }) => consents)],
    readings: readingsOfAda(union, context),
  };
}

function someNeeds(random: RandomStream, memberId: Id<'Member'>, anchor: Date): DemoNeeds {
  const count = random.weighted([
    [1, 70],
    [2, 25],
    [3, 5],
  ]);
  const needs = new Set(Array.from({ length: count }, () => random.weighted(weights)));
  return { memberId, needs: [...needs], updatedAt: after(anchor, -random.between(1, 200) * dayMs) };
}

function someConsents(
  random: RandomStream,
  { memberId, groupIds }: { readonly memberId: Id<'Member'>; readonly groupIds: readonly Id<'Group'>[] },
  { anchor }: DemoContext,
): readonly DemoConsent[] {
  const consent = (groupId: Id<'Group'> | undefined): DemoConsent => {
    const from = after(anchor, -random.between(1, 200) * dayMs);
    return {
      id: random.idAt<'Consent'>(from),
      memberId,
      ...(groupId === undefined ? {} : { groupId }),
      fields: everything,
      from,
      to: after(from, 365 * dayMs),
      ...(random.chance(0.06) ? { withdrawnAt: after(from, dayMs / 2) } : {}),
    };
  };
  const groupId = groupIds.includes(demoGroups.theatre) ? demoGroups.theatre : groupIds[0];
  return [
    ...(groupId !== undefined && random.chance(0.8) ? [consent(groupId)] : []),
    ...(random.chance(0.5) ? [consent(undefined)] : []),
  ];
}

function personaNeeds({ anchor }: DemoContext): readonly DemoNeeds[] {
  return [
    {
      memberId: ada.memberId,
      needs: ['VEGETARIAN', 'NUT_ALLERGY', 'QUIET_SPACE'],
      dietNote: 'Hazelnuts and walnuts; I carry medicine.',
      updatedAt: after(anchor, -40 * dayMs),
    },
    {
      memberId: rosa.memberId,
      needs: ['HEARING_LOOP', 'CAPTIONS'],
      accessNote: 'I read lips; please face the room.',
      updatedAt: after(anchor, -25 * dayMs),
    },
  ];
}

function personaConsents({ anchor }: DemoContext): readonly DemoConsent[] {
  const consent = (name: string, daysAgo: number, changes: Partial<DemoConsent> = {}): DemoConsent => ({
    id: fixedId<'Consent'>(`consent/${name}`),
    memberId: ada.memberId,
    fields: everything,
    from: after(anchor, -daysAgo * dayMs),
    to: after(anchor, (300 - daysAgo) * dayMs),
    ...changes,
  });
  return [
    consent('ada-hillwalking', 30, { groupId: demoGroups.hillwalking, fields: ['DIET', 'QUIET_SPACE'] }),
    consent('ada-activities', 38),
    consent('ada-theatre', 36, { groupId: demoGroups.theatre, withdrawnAt: after(anchor, -12 * dayMs) }),
    consent('rosa-hillwalking', 20, { memberId: rosa.memberId, groupId: demoGroups.hillwalking, fields: ['ACCESS'] }),
  ];
}

/** The welfare lead of the hillwalkers read what Ada shares before a weekend away. */
function readingsOfAda({ positions, mandates }: DemoUnion, { anchor }: DemoContext): readonly DemoNeedsReading[] {
  const lead = positions.find(({ groupId, kind }) => groupId === demoGroups.hillwalking && kind === 'WELFARE_LEAD');
  const holder = mandates.find(({ positionId, from, to }) => positionId === lead?.id && from <= anchor && to > anchor);
  if (holder === undefined) return [];
  return [
    {
      id: fixedId<'NeedsReading'>('needs-reading/ada'),
      actId: fixedId<'NeedsReading'>('needs-reading-act/ada'),
      memberId: ada.memberId,
      readerId: holder.memberId,
      groupId: demoGroups.hillwalking,
      fields: ['DIET', 'QUIET_SPACE'],
      readAt: after(anchor, -6 * dayMs),
    },
  ];
}
