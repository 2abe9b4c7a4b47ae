import { plannedActivities } from './activities/activities.js';
import type { DemoActivity } from './activities/activity.js';
import { demoUnionRegistrations, type DemoRegistration } from './activities/registrations.js';
import { type DemoCase, demoUnionCases } from './cases/cases.js';
import {
  type DemoDepartment,
  type DemoDepartmentClient,
  type DemoDepartmentStaff,
  demoUnionDepartmentClients,
  demoUnionDepartments,
  demoUnionDepartmentStaff,
} from './cases/departments.js';
import { type DemoReferral, demoUnionReferrals } from './cases/referrals.js';
import { type DemoContext, demoContext, type DemoOptions } from './demo-context.js';
import { type DemoAppointment, demoUnionAppointments } from './groups/appointments.js';
import { type DemoGroupMembership, demoUnionMemberships } from './groups/group-memberships.js';
import { type DemoGroup, plannedGroups } from './groups/groups.js';
import { type DemoMandate, demoUnionMandates } from './groups/mandates.js';
import { type DemoPosition, demoUnionPositions } from './groups/positions.js';
import { type DemoPost, demoUnionPosts } from './groups/posts.js';
import type { DemoIssue } from './issues/issue.js';
import { demoUnionIssues } from './issues/issues.js';
import { type DemoEnrolment, demoUnionEnrolments } from './learning/enrolments.js';
import { learningFacts } from './learning/learning-facts.js';
import { type DemoLearningPath, demoUnionLearningPaths } from './learning/learning-paths.js';
import { type DemoResource, demoUnionResources } from './learning/resources.js';
import { type DemoMember, demoUnionMembers } from './people/members.js';
import type { DemoProposal } from './proposals/proposal.js';
import { demoUnionProposals } from './proposals/proposals.js';

/** The demo union, part by part. Each part is made when it is first read, together with the parts it is made from, and kept. */
export interface DemoUnion {
  readonly members: readonly DemoMember[];
  readonly groups: readonly DemoGroup[];
  readonly groupMemberships: readonly DemoGroupMembership[];
  readonly positions: readonly DemoPosition[];
  readonly mandates: readonly DemoMandate[];
  readonly posts: readonly DemoPost[];
  readonly appointments: readonly DemoAppointment[];
  readonly activities: readonly DemoActivity[];
  readonly registrations: readonly DemoRegistration[];
  readonly departments: readonly DemoDepartment[];
  readonly departmentStaff: readonly DemoDepartmentStaff[];
  readonly departmentClients: readonly DemoDepartmentClient[];
  readonly issues: readonly DemoIssue[];
  readonly proposals: readonly DemoProposal[];
  readonly cases: readonly DemoCase[];
  readonly referrals: readonly DemoReferral[];
  readonly resources: readonly DemoResource[];
  readonly learningPaths: readonly DemoLearningPath[];
  readonly enrolments: readonly DemoEnrolment[];
}

/**
 * Plans "Northbridge Students' Union", an invented union: the same anchor and size give exactly the same rows on every machine,
 * and all parts agree with each other. Its figures are assumptions, not a real union's.
 */
export function planDemoUnion(options: DemoOptions): DemoUnion {
  return new PlannedUnion(demoContext(options));
}

class PlannedUnion implements DemoUnion {
  readonly #context: DemoContext;

  constructor(context: DemoContext) {
    this.#context = context;
  }

  readonly #members = once(() => demoUnionMembers(this.#context));
  readonly #plannedGroups = once(() => plannedGroups(this.#context));
  readonly #groups = once(() => this.#plannedGroups().map(({ group }) => group));
  readonly #groupMemberships = once(() => demoUnionMemberships(this.#context, this.members, this.#plannedGroups()));
  readonly #positions = once(() => demoUnionPositions(this.#context, this.members, this.#plannedGroups()));
  readonly #mandates = once(() =>
    demoUnionMandates(this.#context, {
      members: this.members,
      memberships: this.groupMemberships,
      positions: this.positions,
    }),
  );
  readonly #posts = once(() => demoUnionPosts(this.#context, this.groupMemberships));
  readonly #appointments = once(() => demoUnionAppointments(this.#context));
  readonly #plannedActivities = once(() =>
    plannedActivities(this.#context, {
      groups: this.#plannedGroups(),
      memberships: this.groupMemberships,
      positions: this.positions,
      mandates: this.mandates,
    }),
  );
  readonly #activities = once(() => this.#plannedActivities().map(({ activity }) => activity));
  readonly #registrations = once(() =>
    demoUnionRegistrations(this.#context, {
      members: this.members,
      memberships: this.groupMemberships,
      activities: this.#plannedActivities(),
    }),
  );
  readonly #departments = once(() => demoUnionDepartments());
  readonly #departmentStaff = once(() => demoUnionDepartmentStaff(this.#context));
  readonly #departmentClients = once(() => demoUnionDepartmentClients());
  readonly #issues = once(() =>
    demoUnionIssues(this.#context, { members: this.members, positions: this.positions, mandates: this.mandates }),
  );
  readonly #proposals = once(() => demoUnionProposals(this.#context, this.members));
  readonly #cases = once(() => demoUnionCases(this.#context, this.members));
  readonly #referrals = once(() => demoUnionReferrals(this.#context, this.cases));
  readonly #resources = once(() => demoUnionResources(this.#context, this.members));
  readonly #learningPaths = once(() => demoUnionLearningPaths());
  readonly #enrolments = once(() => {
    const { activities, registrations, mandates, members, learningPaths: paths } = this;
    const facts = learningFacts({ anchor: this.#context.anchor, activities, registrations, mandates });
    return demoUnionEnrolments(this.#context, { members, paths, facts });
  });

  get members() {
    return this.#members();
  }

  get groups() {
    return this.#groups();
  }

  get groupMemberships() {
    return this.#groupMemberships();
  }

  get positions() {
    return this.#positions();
  }

  get mandates() {
    return this.#mandates();
  }

  get posts() {
    return this.#posts();
  }

  get appointments() {
    return this.#appointments();
  }

  get activities() {
    return this.#activities();
  }

  get registrations() {
    return this.#registrations();
  }

  get departments() {
    return this.#departments();
  }

  get departmentStaff() {
    return this.#departmentStaff();
  }

  get departmentClients() {
    return this.#departmentClients();
  }

  get issues() {
    return this.#issues();
  }

  get proposals() {
    return this.#proposals();
  }

  get cases() {
    return this.#cases();
  }

  get referrals() {
    return this.#referrals();
  }

  get resources() {
    return this.#resources();
  }

  get learningPaths() {
    return this.#learningPaths();
  }

  get enrolments() {
    return this.#enrolments();
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
