/*
 * A disclosure: the fact that somebody other than the student read sealed words. Written before the words are shown.
 * Life: appended, never changed; chained per student. Readable by its student alone.
 */
import { departmentsOf, type Id, toId } from '@guildhall/kernel';
import { innerLayers, type IdentityPurpose, type Layer, type Pseudonym } from '../sealing/sealing.js';
import { isOnTeam, isWorkerOf, type CaseViewer } from '../sealing/viewer.js';

/** As what somebody read. */
export type ReaderRole =
  | 'STUDENT'
  | 'REPRESENTATIVE'
  | 'CASE_WORKER'
  | 'SECOND_WORKER'
  | 'DEPARTMENT_STAFF'
  | 'DEPARTMENT_LEAD'
  | 'DEPARTMENT_CLIENT'
  | 'ADVICE_MANAGER'
  | 'GUARDIAN';

/** Which kind of words were read. */
export type DisclosedField =
  | 'NARRATIVE'
  | 'CONTACT_NAME'
  | 'OTHER_PARTIES'
  | 'OUTCOME'
  | 'MESSAGES'
  | 'REFERRAL'
  | 'EMERGENCY_WORDS'
  | 'NOTES'
  | 'SAFEGUARDING'
  | 'ATTACHMENT_NAMES'
  | 'REPRESENTATIVES'
  | 'ATTACHMENTS'
  | 'EXPORT';

/** What entitled the reader: an assignment, a referral, an emergency that two persons answer for; or it was an export. */
export type DisclosurePurpose =
  | 'CASE_WORK'
  | 'ANSWER_REFERRAL'
  | 'REPRESENTATION'
  | IdentityPurpose
  | 'EMERGENCY'
  | 'SECOND_PERSON'
  | 'OWN_EXPORT'
  | 'FILE_EXPORT';

/** Whose chain a reading stands in: its student's, or, while telling them would endanger somebody, that of the emergency access. */
export type ChainName = Pseudonym | `emergency/${string}`;

/** One reading, before it has its place in the chain. `reader` is an alias, not a name; `groundId` names the assignment or the emergency access. */
export type Reading = {
  readonly student: ChainName;
  readonly caseId: Id<'Case'>;
  readonly referralId: Id<'Referral'> | undefined;
  readonly groundId: string | undefined;
  readonly readerRole: ReaderRole;
  readonly reader: string;
  readonly fields: readonly DisclosedField[];
  /** Which fields of the referral, by id; absent for what is no referral's field, and in rows from before this was kept. */
  readonly items?: readonly Id<'ReferralField'>[] | undefined;
  readonly purpose: DisclosurePurpose;
  readonly at: Date;
};

/** A reading with its place in the student's chain; `hash` covers it and everything before it. */
export type Disclosure = Reading & { readonly position: number; readonly hash: string };

/** A link of a chain with all that is needed to check it apart from this service; an erased one has no salt and no facts. */
export type LedgerLink = {
  readonly position: number;
  readonly salt: string | undefined;
  readonly commitment: string;
  readonly hash: string;
  readonly facts: string | undefined;
  readonly disclosure: Disclosure | undefined;
};

/** A text that was opened for a viewer, as far as the ledger needs to know. */
type Opened = {
  readonly caseId: Id<'Case'>;
  readonly place: string;
  readonly student: Pseudonym;
  readonly layer: Layer;
  readonly assignee: string | undefined;
  readonly secondWorker: string | undefined;
  /** For what the student's identity was opened, when this is part of it. */
  readonly openedFor: IdentityPurpose | undefined;
  readonly referralId: Id<'Referral'> | undefined;
  readonly departmentId: Id<'Department'> | undefined;
  /** The assignment by which the viewer works on the case. */
  readonly assignmentId?: string | undefined;
  /** The consent by which the viewer acts for the student. */
  readonly representationId?: string | undefined;
};

const fieldOfPlace: Readonly<Record<string, DisclosedField>> = {
  narrative: 'NARRATIVE',
  'contact-name': 'CONTACT_NAME',
  'other-parties': 'OTHER_PARTIES',
  outcome: 'OUTCOME',
  message: 'MESSAGES',
  referral: 'REFERRAL',
  'attachment-name': 'ATTACHMENT_NAMES',
  representative: 'REPRESENTATIVES',
  attachment: 'ATTACHMENTS',
  emergency: 'EMERGENCY_WORDS',
  export: 'EXPORT',
  safeguarding: 'SAFEGUARDING',
};

/** The readings that one request's opened texts amount to: one per case, referral and role, with the set of fields. Students read their own words unrecorded. */
export function readingsOf(
  viewer: CaseViewer,
  reader: string,
  { opened, at }: { readonly opened: readonly Opened[]; readonly at: Date },
): readonly Reading[] {
  const others = opened.filter(({ student, layer }) => student !== viewer.self && !innerLayers.includes(layer));
  const groups = Map.groupBy(
    others,
    ({ caseId, referralId, openedFor }) => `${caseId}/${referralId ?? ''}/${openedFor ?? ''}`,
  );
  return [...groups.values()].flatMap((texts) => {
    const [first] = texts;
    if (first === undefined) return [];
    const { student, caseId, referralId } = first;
    const readerRole = roleOf(viewer, first);
    const fields = [...new Set(texts.map(({ place }) => fieldOf(place)))].sort();
    return [
      {
        student,
        caseId,
        referralId,
        groundId: isOnTeam(viewer, first) ? first.assignmentId : first.representationId,
        readerRole,
        reader,
        fields,
        items: itemsOf(texts),
        purpose: first.openedFor ?? purposes[readerRole] ?? 'ANSWER_REFERRAL',
        at,
      },
    ];
  });
}

/** That somebody read notes or reasons of which the student must not learn; kept for those who answer for the service. */
export type InnerReading = {
  readonly caseId: Id<'Case'>;
  readonly reader: string;
  readonly places: readonly string[];
  readonly at: Date;
};

/** The readings of inner layers that one request's opened texts amount to, one per case. */
export function innerReadingsOf(
  reader: string,
  { opened, at }: { readonly opened: readonly Pick<Opened, 'caseId' | 'place' | 'layer'>[]; readonly at: Date },
): readonly InnerReading[] {
  const inner = opened.filter(({ layer }) => innerLayers.includes(layer));
  const groups = Map.groupBy(inner, ({ caseId }) => caseId);
  return [...groups].map(([caseId, texts]) => ({ caseId, reader, places: texts.map(({ place }) => place).sort(), at }));
}

const purposes: Readonly<Partial<Record<ReaderRole, DisclosurePurpose>>> = {
  CASE_WORKER: 'CASE_WORK',
  SECOND_WORKER: 'CASE_WORK',
  REPRESENTATIVE: 'REPRESENTATION',
};

function roleOf(viewer: CaseViewer, text: Opened): ReaderRole {
  if (isWorkerOf(viewer, text)) return 'CASE_WORKER';
  if (isOnTeam(viewer, text)) return 'SECOND_WORKER';
  if (text.representationId !== undefined) return 'REPRESENTATIVE';
  const { actor } = viewer;
  if (text.departmentId === undefined || !departmentsOf(actor).includes(text.departmentId))
    throw new Error('words were opened for somebody without a role');
  if (actor.kind !== 'person') return 'DEPARTMENT_CLIENT';
  const isLead = actor.departmentPosts.some((post) => post.departmentId === text.departmentId && post.role === 'LEAD');
  return isLead ? 'DEPARTMENT_LEAD' : 'DEPARTMENT_STAFF';
}

/** The fields of a referral among opened texts, so that its student sees which of them somebody opened. */
function itemsOf(texts: readonly Opened[]): Reading['items'] {
  const ids = texts.flatMap(({ place }) => {
    const [kind, , part, id] = place.split('/');
    return kind === 'referral' && part === 'field' && id !== undefined ? [toId<'ReferralField'>(id)] : [];
  });
  return ids.length === 0 ? undefined : ids.sort();
}

/** Which kind of words a place holds. */
export function fieldOf(place: string): DisclosedField {
  const field = fieldOfPlace[place.split('/')[0] ?? ''];
  if (field === undefined) throw new Error('an unknown place has no field name');
  return field;
}
