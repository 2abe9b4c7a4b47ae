/*
 * Company to an activity: members who asked for it, brought together by twos to fours before it starts. Life: an ask waits
 * unseen until somebody fits, and is forgotten when the activity is over. Owner: membership.
 */
import { defineLifecycle, FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';

/** The id of people who go to an activity together. */
export type CompanyId = Id<'Company'>;

/** An activity as far as asking for company needs to know it. */
export type KnownActivity = {
  readonly activityId: Id<'Activity'>;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Whether people can go there; not when it is cancelled. */
  readonly isOpen: boolean;
};

/** An ask as stored; its member alone is shown it. */
export type CompanyAsk = {
  readonly id: Id<'CompanyAsk'>;
  readonly activityId: Id<'Activity'>;
  readonly memberId: MemberId;
  /** With how many people together at most, 2 to 4. */
  readonly sizeMax: number;
  readonly askedAt: Date;
  readonly companyId: CompanyId | undefined;
};

/** An ask with what its member says of themselves, for finding who fits. */
export type Asker = Pick<CompanyAsk, 'id' | 'memberId' | 'sizeMax' | 'askedAt' | 'companyId'> & {
  readonly languages: readonly string[];
  readonly interests: readonly string[];
};

/** How many go together; domain 2, nobody goes alone. */
export const companySize = { min: 2, max: 4 } as const;

/** What the viewer stands to an activity as. */
export type CompanyFacts = { readonly activity: KnownActivity; readonly ask: CompanyAsk | undefined };

/** Where somebody's ask stands. */
export type CompanyStatus = 'NOT_ASKED' | 'ASKED' | 'FOUND';

/** What can be done about company. */
export type CompanyAction = 'ASK' | 'WITHDRAW';

const isAhead = ({ activity }: CompanyFacts, now: Date): boolean => activity.isOpen && now < activity.startsAt;

/** Asking ends with the start of the activity; taking back never does, as long as the ask is there. */
export const companyLifecycle = defineLifecycle<CompanyFacts, CompanyStatus, CompanyAction>(
  {
    name: 'CompanyAsk',
    initial: ['NOT_ASKED'],
    states: ['NOT_ASKED', 'ASKED', 'FOUND'],
    transitions: {
      ASK: { from: ['NOT_ASKED'], to: ['ASKED', 'FOUND'], guard: isAhead },
      WITHDRAW: { from: ['ASKED', 'FOUND'], to: ['NOT_ASKED'] },
    },
  },
  statusOf,
);

/** Where the ask stands. */
export function statusOf({ ask }: CompanyFacts): CompanyStatus {
  if (ask === undefined) return 'NOT_ASKED';
  return ask.companyId === undefined ? 'ASKED' : 'FOUND';
}

/** Checks an ask. */
export function askForCompany(
  sizeMax: number,
  made: Pick<CompanyAsk, 'id' | 'activityId' | 'memberId' | 'askedAt'>,
): Result<CompanyAsk, ValidationError> {
  return new FieldChecks().whole('sizeMax', sizeMax, companySize).finish({ ...made, sizeMax, companyId: undefined });
}

/** Whom somebody goes with: people who wait, or a company that has room. */
export type FoundCompany = { readonly companyId: CompanyId | undefined; readonly others: readonly Asker[] };

/**
 * Finds company for a new ask among the other asks for the same activity, none of which is blocked with the asker.
 * All of a company share a language, nobody is in a larger one than they like, and shared interests decide before how
 * long somebody waits. People who wait come before companies with room.
 */
export function findCompany(
  asker: Asker,
  others: readonly Asker[],
  isBlocked: (one: MemberId, other: MemberId) => boolean,
): FoundCompany | undefined {
  const fitting = others.toSorted(
    (a, b) =>
      sharedInterests(asker, b) - sharedInterests(asker, a) ||
      a.askedAt.getTime() - b.askedAt.getTime() ||
      (a.id < b.id ? -1 : 1),
  );
  const waiting = fitting.filter(({ companyId }) => companyId === undefined);
  const chosen = waiting.reduce<readonly Asker[]>(
    (together, other) => (fits(together, other, isBlocked) ? [...together, other] : together),
    [asker],
  );
  if (chosen.length >= companySize.min) return { companyId: undefined, others: chosen.slice(1) };
  const companies = Map.groupBy(fitting, ({ companyId }) => companyId);
  for (const [companyId, members] of companies)
    if (companyId !== undefined && fits(members, asker, isBlocked)) return { companyId, others: members };
  return undefined;
}

function fits(
  together: readonly Asker[],
  other: Asker,
  isBlocked: (one: MemberId, other: MemberId) => boolean,
): boolean {
  const all = [...together, other];
  const size = Math.min(companySize.max, ...all.map(({ sizeMax }) => sizeMax));
  return (
    all.length <= size && shareLanguage(all) && together.every(({ memberId }) => !isBlocked(memberId, other.memberId))
  );
}

/** Whether one language is spoken by all. */
function shareLanguage(people: readonly Asker[]): boolean {
  const [first, ...rest] = people;
  return first?.languages.some((language) => rest.every(({ languages }) => languages.includes(language))) ?? false;
}

function sharedInterests(one: Asker, other: Asker): number {
  const known = new Set(one.interests.map((interest) => interest.toLowerCase()));
  return other.interests.filter((interest) => known.has(interest.toLowerCase())).length;
}
