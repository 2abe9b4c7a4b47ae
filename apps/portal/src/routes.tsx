import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { createAppRoot, routerDefaults, withWords } from '@guildhall/ui';
import { activityKinds } from './activities/kinds.js';
import { groupKinds } from './groups/kinds.js';
import { readIssueFilters } from './issues/issue-filters.js';
import { resourceKinds } from './learning/kinds.js';
import { readFilters } from './parts/read-filters.js';

const root = createAppRoot();
const at = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path });

const routeTree = root.addChildren([
  createRoute({ ...at('/'), component: lazyRouteComponent(() => import('./home/HomePage.js'), 'HomePage') }),
  createRoute({
    ...at('/activities'),
    validateSearch: (search: Record<string, unknown>) => readFilters(search, activityKinds),
    component: lazyRouteComponent(() => import('./activities/ActivitiesPage.js'), 'ActivitiesPage'),
  }),
  createRoute({
    ...at('/activities/$activityId'),
    component: lazyRouteComponent(() => import('./activities/ActivityPage.js'), 'ActivityPage'),
  }),
  createRoute({
    ...at('/activities/$activityId/edit'),
    component: lazyRouteComponent(() => import('./activities/EditPage.js'), 'EditPage'),
  }),
  createRoute({
    ...at('/activities/$activityId/door'),
    component: lazyRouteComponent(() => import('./activities/DoorPage.js'), 'DoorPage'),
  }),
  createRoute({
    ...at('/approvals'),
    component: lazyRouteComponent(() => import('./activities/ApprovalsPage.js'), 'ApprovalsPage'),
  }),
  createRoute({
    ...at('/groups'),
    validateSearch: (search: Record<string, unknown>) => readFilters(search, groupKinds),
    component: lazyRouteComponent(() => import('./groups/GroupsPage.js'), 'GroupsPage'),
  }),
  createRoute({
    ...at('/groups/$groupId'),
    component: lazyRouteComponent(() => import('./groups/GroupPage.js'), 'GroupPage'),
  }),
  createRoute({
    ...at('/groups/$groupId/plan'),
    component: lazyRouteComponent(() => import('./activities/DraftPage.js'), 'DraftPage'),
  }),
  createRoute({ ...at('/help'), component: lazyRouteComponent(() => import('./help/CasesPage.js'), 'CasesPage') }),
  createRoute({
    ...at('/help/new'),
    component: lazyRouteComponent(() => import('./help/OpenCasePage.js'), 'OpenCasePage'),
  }),
  createRoute({
    ...at('/help/inbox'),
    component: lazyRouteComponent(() => import('./inbox/CaseInboxPage.js'), 'CaseInboxPage'),
  }),
  createRoute({
    ...at('/help/readings'),
    component: lazyRouteComponent(() => import('./readings/ReadingsPage.js'), 'ReadingsPage'),
  }),
  createRoute({
    ...at('/help/copy'),
    component: lazyRouteComponent(() => import('./copy/CaseCopyPage.js'), 'CaseCopyPage'),
  }),
  createRoute({
    ...at('/help/$caseId'),
    component: lazyRouteComponent(() => import('./help/CasePage.js'), 'CasePage'),
  }),
  createRoute({
    ...at('/issues'),
    validateSearch: (search: Record<string, unknown>) => readIssueFilters(search),
    component: lazyRouteComponent(withWords(() => import('./issues/IssuesPage.js')), 'IssuesPage'),
  }),
  createRoute({
    ...at('/issues/new'),
    component: lazyRouteComponent(withWords(() => import('./issues/NewIssuePage.js')), 'NewIssuePage'),
  }),
  createRoute({
    ...at('/issues/$issueId'),
    component: lazyRouteComponent(withWords(() => import('./issues/IssuePage.js')), 'IssuePage'),
  }),
  createRoute({
    ...at('/mediation'),
    component: lazyRouteComponent(() => import('./mediation/MediationsPage.js'), 'MediationsPage'),
  }),
  createRoute({
    ...at('/mediation/new'),
    validateSearch: ({ case: caseId }: Record<string, unknown>) => (typeof caseId === 'string' ? { case: caseId } : {}),
    component: lazyRouteComponent(() => import('./mediation/RequestMediationPage.js'), 'RequestMediationPage'),
  }),
  createRoute({
    ...at('/mediation/join'),
    component: lazyRouteComponent(() => import('./mediation/JoinMediationPage.js'), 'JoinMediationPage'),
  }),
  createRoute({
    ...at('/mediation/$mediationId'),
    component: lazyRouteComponent(() => import('./mediation/MediationPage.js'), 'MediationPage'),
  }),
  createRoute({
    ...at('/learning'),
    component: lazyRouteComponent(() => import('./learning/LearningPage.js'), 'LearningPage'),
  }),
  createRoute({
    ...at('/learning/$pathId'),
    component: lazyRouteComponent(() => import('./learning/PathPage.js'), 'PathPage'),
  }),
  createRoute({
    ...at('/library'),
    validateSearch: (search: Record<string, unknown>) => readFilters(search, resourceKinds),
    component: lazyRouteComponent(() => import('./learning/LibraryPage.js'), 'LibraryPage'),
  }),
  createRoute({
    ...at('/library/$resourceId'),
    component: lazyRouteComponent(() => import('./learning/ResourcePage.js'), 'ResourcePage'),
  }),
  createRoute({
    ...at('/people/$memberId'),
    component: lazyRouteComponent(() => import('./people/PersonPage.js'), 'PersonPage'),
  }),
  createRoute({
    ...at('/profile'),
    component: lazyRouteComponent(() => import('./profile/ProfilePage.js'), 'ProfilePage'),
  }),
]);

/** The places of the portal. */
export const router = createRouter({ ...routerDefaults, routeTree });
