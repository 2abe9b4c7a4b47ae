/*
 * A disclosure: the fact that somebody other than the student read sealed words. Written before the words are shown.
 * Life: appended, never changed; chained per student. Readable by its student alone.
 */
import { departmentsOf, type Id } from '@guildhall/kernel';
import type { Pseudonym } from '../sealing/sealing.js';
import { isWorkerOf, type CaseViewer } from '../sealing/viewer.js';

/** As what somebody read. */
export type ReaderRole = 'CASE_WORKER' | 'DEPARTMENT_STAFF' | 'DEPARTMENT_LEAD' | 'DEPARTMENT_CLIENT';

/** Which kind of words were read. */
export type DisclosedField = 'NARRATIVE' | 'CONTACT_NAME' | 'OTHER_PARTIES' | 'OUTCOME' | 'MESSAGES' | 'REFERRAL';

/** What entitled the reader: the assignment to the case, or a referral to their department. */
export type DisclosurePurpose = 'CASE_WORK' | 'ANSWER_REFERRAL';

/** One reading, before it has its place in the chain. `reader` is an alias, not a name. */
export type Reading = {
  readonly student: Pseudonym;
  readonly caseId: Id<'Case'>;
  readonly referralId: Id<'Referral'> | undefined;
  readonly readerRole: ReaderRole;
  readonly reader: string;
  readonly fields: readonly DisclosedField[];
  readonly purpose: DisclosurePurpose;
  readonly at: Date;
};

/** A reading with its place in the student's chain; `hash` covers it and everything before it. */
export type Disclosure = Reading & { readonly position: number; readonly hash: string };

/** A text that was opened for a viewer, as far as the ledger needs to know. */
type Opened = {
  readonly caseId: Id<'Case'>;
  readonly place: string;
  readonly student: Pseudonym;
  readonly assignee: string | undefined;
  readonly referralId: Id<'Referral'> | undefined;
  readonly departmentId: Id<'Department'> | undefined;
};

const fieldOfPlace: Readonly<Record<string, DisclosedField>> = {
  narrative: 'NARRATIVE',
  'contact-name': 'CONTACT_NAME',
  'other-parties': 'OTHER_PARTIES',
  outcome: 'OUTCOME',
  message: 'MESSAGES',
  referral: 'REFERRAL',
};

/** The readings that one request's opened texts amount to: one per case, referral and role, with the set of fields. Students read their own words unrecorded. */
export function readingsOf(
  viewer: CaseViewer,
  reader: string,
  { opened, at }: { readonly opened: readonly Opened[]; readonly at: Date },
): readonly Reading[] {
  const others = opened.filter(({ student }) => student !== viewer.self);
  const groups = Map.groupBy(others, ({ caseId, referralId }) => `${caseId}/${referralId ?? ''}`);
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
        readerRole,
        reader,
        fields,
        purpose: readerRole === 'CASE_WORKER' ? 'CASE_WORK' : 'ANSWER_REFERRAL',
        at,
      },
    ];
  });
}

function roleOf(viewer: CaseViewer, text: Opened): ReaderRole {
  if (isWorkerOf(viewer, text)) return 'CASE_WORKER';
  const { actor } = viewer;
  if (text.departmentId === undefined || !departmentsOf(actor).includes(text.departmentId))
    throw new Error('words were opened for somebody without a role');
  if (actor.kind !== 'person') return 'DEPARTMENT_CLIENT';
  const isLead = actor.departmentPosts.some((post) => post.departmentId === text.departmentId && post.role === 'LEAD');
  return isLead ? 'DEPARTMENT_LEAD' : 'DEPARTMENT_STAFF';
}

function fieldOf(place: string): DisclosedField {
  const field = fieldOfPlace[place.split('/')[0] ?? ''];
  if (field === undefined) throw new Error('an unknown place has no field name');
  return field;
}
