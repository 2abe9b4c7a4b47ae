import type { ServiceAccess, ServiceKind } from '../generated/graphql.js';
import { serviceAccess, serviceKinds } from './kinds.js';
import type { ShownOpportunity } from './shown-opportunity.js';

/** What is written in the form of an opportunity. */
type OpportunityValues = {
  readonly title: string;
  readonly summary: string;
  readonly kind: string;
  readonly place: string;
  readonly skills: string;
  readonly languages: string;
  readonly access: readonly string[];
  readonly isAdultsOnly: boolean;
  readonly asksHost: boolean;
};

/** A form in which nothing is written. */
export const emptyOpportunity: OpportunityValues = {
  title: '',
  summary: '',
  kind: '',
  place: '',
  skills: '',
  languages: '',
  access: [],
  isAdultsOnly: false,
  asksHost: false,
};

/** The form with what was written. */
export function opportunityValues(opportunity: ShownOpportunity): OpportunityValues {
  const { title, summary, kind, place, skills, languages, access, isAdultsOnly, asksHost } = opportunity;
  const lists = { skills: skills.join(', '), languages: languages.join(', ') };
  return { title, summary, kind, place, ...lists, access, isAdultsOnly, asksHost };
}

/** The fields without which nothing can be sent. */
export const opportunityNeeds = ['title', 'summary', 'kind', 'place'] as const;

/** What the form says, as the graph takes it; nothing without a kind. */
export function readOpportunity({ kind, skills, languages, access, ...values }: OpportunityValues) {
  const known: ServiceKind | undefined = serviceKinds.find((each) => each === kind);
  if (known === undefined) return undefined;
  const chosen: readonly ServiceAccess[] = serviceAccess.filter((each) => access.includes(each));
  return { ...values, kind: known, skills: listOf(skills), languages: listOf(languages), access: chosen };
}

/** The field of the form for a path of the input: lists are one field, and changes lie where the words were. */
export function opportunityField(path: string): string {
  return path.replace(/^changes\./, '').replace(/\.\d+$/, '');
}

function listOf(text: string): readonly string[] {
  return text
    .split(/[,，、]/u)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
