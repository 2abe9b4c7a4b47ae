import { constituenciesOf, isRepOf, memberOf, representedBy, studiesIn, type Actor, type Id } from '@guildhall/kernel';
import { isLeadOf } from '../department/department.js';
import type { IssueReply } from './issue-reply.js';
import type { Issue, IssueAction, IssueFile } from './issue.js';

/** The job that raises an issue that waited long enough. */
export const raisingTask = 'raise-issue';

/** The platform deciding what the rules say, inside a transaction of somebody else: enough students, enough votes, enough reports. */
export const issueRulesTask = 'issue-rules';

/** Which issues an actor may see in the spaces of courses; the repository turns this into SQL. */
export type IssueScope = {
  readonly everything: boolean;
  readonly memberId: Id<'Member'> | undefined;
  readonly constituencies: readonly Id<'Constituency'>[];
};

/**
 * The students of the constituency and their representatives, and who wrote or supports an issue even when they have moved
 * on. Nobody else: no officer, no department, no analyst, no admin.
 */
export function visibleIssues(actor: Actor): IssueScope {
  const everything = actor.kind === 'system' && (actor.task === raisingTask || actor.task === issueRulesTask);
  const memberId = memberOf(actor);
  const constituencies = memberId === undefined ? [] : [...constituenciesOf(actor), ...representedBy(actor)];
  return { everything, memberId, constituencies };
}

/** The departments whose raised issues an actor may see; people alone, as no program answers issues. */
export function issueDepartmentsOf(actor: Actor): readonly Id<'Department'>[] {
  return actor.kind === 'person' ? actor.departmentPosts.map((post) => post.departmentId) : [];
}

/** A member whose name may be shown. */
type Named = { readonly id: Id<'Member'> };

type Right = (actor: Actor, file: IssueFile) => boolean;

const isPlatform: Right = (actor) => visibleIssues(actor).everything;
const isAuthor: Right = (actor, { issue }) => issue.authorId !== undefined && memberOf(actor) === issue.authorId;
const isStudent: Right = (actor, { issue }) => memberOf(actor) !== undefined && studiesIn(actor, issue.constituencyId);
const isRep: Right = (actor, { issue }) => memberOf(actor) !== undefined && isRepOf(actor, issue.constituencyId);
const isSupporter: Right = (actor, { supports }) => memberOf(actor) !== undefined && supports;
const isDepartment: Right = (actor, { issue }) =>
  issue.raisedAt !== undefined && issueDepartmentsOf(actor).includes(issue.departmentId);
const isLead: Right = (actor, file) => isDepartment(actor, file) && isLeadOf(actor, file.issue.departmentId);

/** One line per right over an issue (domain 1.2 and 1.3 G). */
const rights: Readonly<Record<IssueAction, Right>> = {
  SUPPORT: (actor, file) => isStudent(actor, file) && !file.supports,
  // Whoever wrote it stands by it.
  WITHDRAW_SUPPORT: (actor, file) => isSupporter(actor, file) && !isAuthor(actor, file),
  REPLY: (actor, file) => isStudent(actor, file) || isRep(actor, file) || isAuthor(actor, file),
  RAISE: (actor, file) => isRep(actor, file) || isPlatform(actor, file),
  ACKNOWLEDGE: isDepartment,
  START: isDepartment,
  DRAFT_ANSWER: isDepartment,
  RESOLVE: isLead,
  DECLINE: isLead,
  RATE: isSupporter,
  REOPEN: isPlatform,
  SUGGEST_PROPOSAL: (actor, file) => isRep(actor, file) && !isAuthor(actor, file),
  ESCALATE_TO_PROPOSAL: isAuthor,
  ESCALATE_TO_CASE: isAuthor,
  REPORT: (actor, file) => (isStudent(actor, file) || isRep(actor, file)) && !isAuthor(actor, file),
  APPEAL: isAuthor,
};

/** Who may do what to an issue. */
export const issuePolicy = {
  can: (actor: Actor, action: IssueAction, file: IssueFile): boolean => rights[action](actor, file),
  /** Students write to their own course; a representative of another course does not. */
  canPost: (actor: Actor, constituencyId: Id<'Constituency'>): boolean =>
    memberOf(actor) !== undefined && studiesIn(actor, constituencyId),
  isAuthor: (actor: Actor, issue: Pick<Issue, 'authorId'>): boolean =>
    issue.authorId !== undefined && memberOf(actor) === issue.authorId,
  /** Whether a reply is one of the representative, and so by name. */
  repliesAsRep: (actor: Actor, file: IssueFile): boolean => isRep(actor, file),
  /** Whom the students of the course are told wrote it: its author to themselves, and to others by the author's choice. */
  authorForCourse: (actor: Actor, issue: Issue): Named | null =>
    issue.namedToCourse || issuePolicy.isAuthor(actor, issue) ? named(issue.authorId) : null,
  /** Whether an issue may lead to its proposal: never where the name there tells who wrote what is nameless here. */
  mayShowProposal: (actor: Actor, issue: Issue, { authorNamed }: { readonly authorNamed: boolean }): boolean =>
    !authorNamed || issue.namedToCourse || issuePolicy.isAuthor(actor, issue),
  /** Whom the department is told wrote it: nobody, but by the author's choice. */
  authorForDepartment: (issue: Issue): Named | null => (issue.namedToDepartment ? named(issue.authorId) : null),
  /** Whom the course is told wrote a reply. */
  authorOfReply: (actor: Actor, reply: IssueReply): Named | null =>
    reply.named || issuePolicy.isAuthor(actor, reply) ? named(reply.authorId) : null,
  /** What somebody to whom a reply is shown may do to it. */
  actionsOnReply: (actor: Actor, reply: IssueReply): readonly ('REPORT' | 'APPEAL')[] => {
    if (memberOf(actor) === undefined) return [];
    if (!issuePolicy.isAuthor(actor, reply)) return reply.postState === 'VISIBLE' ? ['REPORT'] : [];
    return reply.postState === 'REMOVED' ? ['APPEAL'] : [];
  },
} as const;

function named(id: Id<'Member'> | undefined): Named | null {
  return id === undefined ? null : { id };
}
