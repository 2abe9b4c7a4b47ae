/*
 * An opportunity: a piece of voluntary service that a host offers, for which people sign up by shifts.
 * Life: first half of machine E. A union officer who has no part in it vets it before anybody sees it. Owner: activities.
 */
import {
  defineLifecycle,
  FieldChecks,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { Host, HostId } from '../host/host.js';
import type { MemberId } from '../references/member.js';

/** The id of an opportunity. */
export type OpportunityId = Id<'Opportunity'>;

/** What the service is about. */
export type ServiceKind =
  | 'ENVIRONMENT'
  | 'TEACHING'
  | 'HEALTH_AND_CARE'
  | 'FOOD'
  | 'ANIMALS'
  | 'SPORT_AND_ARTS'
  | 'CAMPUS'
  | 'ADVICE';

/** What makes a piece of service possible for more people. */
export type ServiceAccess = 'STEP_FREE' | 'SEATED' | 'QUIET' | 'FROM_HOME' | 'NEAR_TRANSIT' | 'NO_SPEAKING';

/** Where an opportunity stands in machine E. */
export type OpportunityStatus = 'DRAFT' | 'VETTED' | 'OPEN' | 'FILLED' | 'CLOSED';

/** What a union officer looked at before an opportunity may open. */
export type VettingCheck = 'PARTNER_KNOWN' | 'INSURANCE' | 'RISK_ASSESSMENT' | 'SAFEGUARDING' | 'EXPENSES';

/** Without these two nothing is vetted: who the partner is, and who is kept safe from whom. */
const checksNeeded: readonly VettingCheck[] = ['PARTNER_KNOWN', 'SAFEGUARDING'];

/** What a host writes about an opportunity. With `asksHost` a sign-up is a request that the host accepts. */
export type OpportunityPlan = {
  readonly title: string;
  readonly summary: string;
  readonly kind: ServiceKind;
  readonly place: string;
  readonly skills: readonly string[];
  /** Language tags, such as `en` and `zh-CN`. */
  readonly languages: readonly string[];
  readonly access: readonly ServiceAccess[];
  readonly isAdultsOnly: boolean;
  readonly asksHost: boolean;
};

/** An opportunity as stored. `openedAt` stays when it closes: what was public stays public. */
export type Opportunity = OpportunityPlan & {
  readonly id: OpportunityId;
  readonly hostId: HostId;
  readonly status: OpportunityStatus;
  /** Why it was closed. */
  readonly statusReason: string | undefined;
  readonly draftedBy: MemberId;
  readonly vettedBy: MemberId | undefined;
  readonly vettedAt: Date | undefined;
  readonly vettingChecks: readonly VettingCheck[];
  readonly vettingNote: string | undefined;
  readonly openedAt: Date | undefined;
  readonly version: number;
};

/** What can happen to an opportunity. */
export type OpportunityAction = 'EDIT' | 'VET' | 'OPEN' | 'FILL' | 'REOPEN' | 'CLOSE' | 'PLAN_SHIFT';

/** An opportunity with its host, on which its rights depend. */
export type OpportunityFacts = { readonly opportunity: Opportunity; readonly host: Host };

const isHostActive = ({ host }: OpportunityFacts): boolean => host.status === 'ACTIVE';

/** First half of machine E. */
export const opportunityLifecycle = defineLifecycle<OpportunityFacts, OpportunityStatus, OpportunityAction>(
  {
    name: 'Opportunity',
    initial: ['DRAFT'],
    states: ['DRAFT', 'VETTED', 'OPEN', 'FILLED', 'CLOSED'],
    transitions: {
      EDIT: { from: ['DRAFT'], to: ['DRAFT'] },
      VET: { from: ['DRAFT'], to: ['VETTED'], guard: isHostActive },
      OPEN: { from: ['VETTED'], to: ['OPEN'], guard: isHostActive },
      FILL: { from: ['OPEN'], to: ['FILLED'] },
      REOPEN: { from: ['FILLED'], to: ['OPEN'], guard: isHostActive },
      CLOSE: { from: ['DRAFT', 'VETTED', 'OPEN', 'FILLED'], to: ['CLOSED'] },
      PLAN_SHIFT: { from: ['VETTED', 'OPEN', 'FILLED'], to: ['VETTED', 'OPEN', 'FILLED'], guard: isHostActive },
    },
  },
  ({ opportunity }) => opportunity.status,
);

/** A draft of a host, when its fields keep the rules. */
export function draftOpportunity(
  plan: OpportunityPlan,
  origin: Pick<Opportunity, 'id' | 'hostId' | 'draftedBy'>,
): Result<Opportunity, ValidationError> {
  return checkPlan(plan, '').finish({
    ...tidy(plan),
    ...origin,
    status: 'DRAFT',
    statusReason: undefined,
    vettedBy: undefined,
    vettedAt: undefined,
    vettingChecks: [],
    vettingNote: undefined,
    openedAt: undefined,
    version: 1,
  });
}

/** A draft with other words. What was vetted is no longer edited: other words would need another look. */
export function editOpportunity(
  facts: OpportunityFacts,
  changes: Partial<OpportunityPlan>,
  now: Date,
): Result<Opportunity, ValidationError | IllegalTransitionError> {
  const status = opportunityLifecycle.next('EDIT', facts, now);
  if (!status.ok) return status;
  const edited = { ...facts.opportunity, ...changes };
  return checkPlan(edited, 'changes.').finish({ ...edited, ...tidy(edited) });
}

/** What a union officer found. */
export type Vetting = {
  readonly vettedBy: MemberId;
  readonly checks: readonly VettingCheck[];
  readonly note: string;
};

/** Vets a draft: says what was looked at, and lets the host open it. */
export function vetOpportunity(
  facts: OpportunityFacts,
  { vettedBy, checks, note }: Vetting,
  now: Date,
): Result<Opportunity, ValidationError | IllegalTransitionError> {
  const status = opportunityLifecycle.next('VET', facts, now);
  if (!status.ok) return status;
  const vettingChecks = [...new Set(checks)];
  return new FieldChecks()
    .that(
      checksNeeded.every((check) => vettingChecks.includes(check)),
      'checks',
      'REQUIRED',
      'Look at the partner and at safeguarding first.',
    )
    .text('note', note, { min: 0, max: 1000 })
    .finish({
      ...facts.opportunity,
      status: status.value,
      vettedBy,
      vettedAt: now,
      vettingChecks,
      vettingNote: note.trim() || undefined,
    });
}

/** Opens an opportunity, says that nobody more is needed, or opens it again. */
export function advanceOpportunity(
  facts: OpportunityFacts,
  action: 'OPEN' | 'FILL' | 'REOPEN',
  now: Date,
): Result<Opportunity, IllegalTransitionError> {
  const { opportunity } = facts;
  const status = opportunityLifecycle.next(action, facts, now);
  return status.ok
    ? { ok: true, value: { ...opportunity, status: status.value, openedAt: opportunity.openedAt ?? now } }
    : status;
}

/** Closes an opportunity for good, with the reason. */
export function closeOpportunity(
  facts: OpportunityFacts,
  reason: string,
  now: Date,
): Result<Opportunity, ValidationError | IllegalTransitionError> {
  const status = opportunityLifecycle.next('CLOSE', facts, now);
  if (!status.ok) return status;
  return new FieldChecks()
    .text('reason', reason, { max: 1000 })
    .finish({ ...facts.opportunity, status: status.value, statusReason: reason.trim() });
}

function tidy(plan: OpportunityPlan): OpportunityPlan {
  const { kind, access, isAdultsOnly, asksHost } = plan;
  const words = (list: readonly string[]) => [...new Set(list.map((word) => word.trim()))];
  return {
    title: plan.title.trim(),
    summary: plan.summary.trim(),
    kind,
    place: plan.place.trim(),
    skills: words(plan.skills),
    languages: words(plan.languages),
    access: [...new Set(access)],
    isAdultsOnly,
    asksHost,
  };
}

function checkPlan(plan: OpportunityPlan, at: string): FieldChecks {
  return new FieldChecks()
    .text(`${at}title`, plan.title, { max: 120 })
    .text(`${at}summary`, plan.summary, { min: 10, max: 4000 })
    .text(`${at}place`, plan.place, { max: 200 })
    .textList(`${at}skills`, plan.skills, { max: 10, maxLength: 60 })
    .textList(`${at}languages`, plan.languages, { max: 10, maxLength: 20 })
    .that(
      plan.languages.every((tag) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag.trim())),
      `${at}languages`,
      'BAD_FORMAT',
      'Give language tags such as en or zh-CN.',
    );
}

/** Narrows the list of opportunities; absent means no narrowing. */
export type OpportunityFilter = {
  readonly kind: ServiceKind | undefined;
  readonly hostId: HostId | undefined;
  readonly language: string | undefined;
  readonly access: readonly ServiceAccess[];
  readonly isAdultsOnly: boolean | undefined;
  readonly search: string | undefined;
  /** Only those with a shift that begins between these instants and needs somebody. */
  readonly shiftsFrom: Date | undefined;
  readonly shiftsTo: Date | undefined;
};
