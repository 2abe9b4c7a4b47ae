import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { createAppRoot, routerDefaults, withWords } from '@guildhall/ui';
import { activityKinds } from './activities/kinds.js';
import { groupKinds } from './groups/kinds.js';
import { readIssueFilters } from './issues/issue-filters.js';
import { resourceKinds } from './learning/kinds.js';
import { proposalKinds } from './proposals/kinds.js';
import { readFilters } from './parts/read-filters.js';

const root = createAppRoot();
const at = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path });

const routeTree = root.addChildren([
  createRoute({
    ...at('/'),
    component: lazyRouteComponent(
      withWords(() => import('./home/HomePage.js')),
      'HomePage',
    ),
  }),
  createRoute({
    ...at('/activities'),
    validateSearch: (search: Record<string, unknown>) => readFilters(search, activityKinds),
    component: lazyRouteComponent(
      withWords(() => import('./activities/ActivitiesPage.js')),
      'ActivitiesPage',
    ),
  }),
  createRoute({
    ...at('/activities/$activityId'),
    component: lazyRouteComponent(
      withWords(() => import('./activities/ActivityPage.js')),
      'ActivityPage',
    ),
  }),
  createRoute({
    ...at('/activities/$activityId/edit'),
    component: lazyRouteComponent(
      withWords(() => import('./activities/EditPage.js')),
      'EditPage',
    ),
  }),
  createRoute({
    ...at('/activities/$activityId/door'),
    component: lazyRouteComponent(
      withWords(() => import('./activities/DoorPage.js')),
      'DoorPage',
    ),
  }),
  createRoute({
    ...at('/approvals'),
    component: lazyRouteComponent(
      withWords(() => import('./activities/ApprovalsPage.js')),
      'ApprovalsPage',
    ),
  }),
  createRoute({
    ...at('/groups'),
    validateSearch: (search: Record<string, unknown>) => readFilters(search, groupKinds),
    component: lazyRouteComponent(
      withWords(() => import('./groups/GroupsPage.js')),
      'GroupsPage',
    ),
  }),
  createRoute({
    ...at('/groups/$groupId'),
    component: lazyRouteComponent(
      withWords(() => import('./groups/GroupPage.js')),
      'GroupPage',
    ),
  }),
  createRoute({
    ...at('/groups/$groupId/plan'),
    component: lazyRouteComponent(
      withWords(() => import('./activities/DraftPage.js')),
      'DraftPage',
    ),
  }),
  createRoute({
    ...at('/help'),
    component: lazyRouteComponent(
      withWords(() => import('./help/CasesPage.js')),
      'CasesPage',
    ),
  }),
  createRoute({
    ...at('/help/new'),
    component: lazyRouteComponent(
      withWords(() => import('./help/OpenCasePage.js')),
      'OpenCasePage',
    ),
  }),
  createRoute({
    ...at('/help/inbox'),
    component: lazyRouteComponent(
      withWords(() => import('./inbox/CaseInboxPage.js')),
      'CaseInboxPage',
    ),
  }),
  createRoute({
    ...at('/help/readings'),
    component: lazyRouteComponent(
      withWords(() => import('./readings/ReadingsPage.js')),
      'ReadingsPage',
    ),
  }),
  createRoute({
    ...at('/help/copy'),
    component: lazyRouteComponent(
      withWords(() => import('./copy/CaseCopyPage.js')),
      'CaseCopyPage',
    ),
  }),
  createRoute({
    ...at('/receipt'),
    component: lazyRouteComponent(
      withWords(() => import('./receipt/ReceiptPage.js')),
      'ReceiptPage',
    ),
  }),
  createRoute({
    ...at('/help/$caseId/files'),
    component: lazyRouteComponent(
      withWords(() => import('./acting/CaseFilesPage.js')),
      'CaseFilesPage',
    ),
  }),
  createRoute({
    ...at('/help/$caseId/around'),
    component: lazyRouteComponent(
      withWords(() => import('./acting/ActingPage.js')),
      'ActingPage',
    ),
  }),
  createRoute({
    ...at('/help/for/$caseId'),
    component: lazyRouteComponent(
      withWords(() => import('./acting/RepresentedCasePage.js')),
      'RepresentedCasePage',
    ),
  }),
  createRoute({
    ...at('/help/$caseId/course'),
    component: lazyRouteComponent(
      withWords(() => import('./course/CoursePage.js')),
      'CoursePage',
    ),
  }),
  createRoute({
    ...at('/lessons'),
    component: lazyRouteComponent(
      withWords(() => import('./course/LessonsPage.js')),
      'LessonsPage',
    ),
  }),
  createRoute({
    ...at('/help/$caseId'),
    component: lazyRouteComponent(
      withWords(() => import('./help/CasePage.js')),
      'CasePage',
    ),
  }),
  createRoute({
    ...at('/help/$caseId/referrals/$referralId'),
    component: lazyRouteComponent(
      withWords(() => import('./glass-box/GlassBoxPage.js')),
      'GlassBoxPage',
    ),
  }),
  createRoute({
    ...at('/issues'),
    validateSearch: (search: Record<string, unknown>) => readIssueFilters(search),
    component: lazyRouteComponent(
      withWords(() => import('./issues/IssuesPage.js')),
      'IssuesPage',
    ),
  }),
  createRoute({
    ...at('/issues/new'),
    component: lazyRouteComponent(
      withWords(() => import('./issues/NewIssuePage.js')),
      'NewIssuePage',
    ),
  }),
  createRoute({
    ...at('/issues/$issueId'),
    component: lazyRouteComponent(
      withWords(() => import('./issues/IssuePage.js')),
      'IssuePage',
    ),
  }),
  createRoute({
    ...at('/mediation'),
    component: lazyRouteComponent(
      withWords(() => import('./mediation/MediationsPage.js')),
      'MediationsPage',
    ),
  }),
  createRoute({
    ...at('/mediation/new'),
    validateSearch: ({ case: caseId }: Record<string, unknown>) => (typeof caseId === 'string' ? { case: caseId } : {}),
    component: lazyRouteComponent(
      withWords(() => import('./mediation/RequestMediationPage.js')),
      'RequestMediationPage',
    ),
  }),
  createRoute({
    ...at('/mediation/join'),
    component: lazyRouteComponent(
      withWords(() => import('./mediation/JoinMediationPage.js')),
      'JoinMediationPage',
    ),
  }),
  createRoute({
    ...at('/mediation/$mediationId'),
    component: lazyRouteComponent(
      withWords(() => import('./mediation/MediationPage.js')),
      'MediationPage',
    ),
  }),
  createRoute({
    ...at('/learning'),
    component: lazyRouteComponent(
      withWords(() => import('./learning/LearningPage.js')),
      'LearningPage',
    ),
  }),
  createRoute({
    ...at('/learning/$pathId'),
    component: lazyRouteComponent(
      withWords(() => import('./learning/PathPage.js')),
      'PathPage',
    ),
  }),
  createRoute({
    ...at('/library'),
    validateSearch: (search: Record<string, unknown>) => readFilters(search, resourceKinds),
    component: lazyRouteComponent(
      withWords(() => import('./learning/LibraryPage.js')),
      'LibraryPage',
    ),
  }),
  createRoute({
    ...at('/library/$resourceId'),
    component: lazyRouteComponent(
      withWords(() => import('./learning/ResourcePage.js')),
      'ResourcePage',
    ),
  }),
  createRoute({
    ...at('/people/$memberId'),
    component: lazyRouteComponent(
      withWords(() => import('./people/PersonPage.js')),
      'PersonPage',
    ),
  }),
  createRoute({
    ...at('/proposals'),
    validateSearch: (search: Record<string, unknown>) => readFilters(search, proposalKinds),
    component: lazyRouteComponent(
      withWords(() => import('./proposals/ProposalsPage.js')),
      'ProposalsPage',
    ),
  }),
  createRoute({
    ...at('/proposals/new'),
    component: lazyRouteComponent(
      withWords(() => import('./proposal-writing/WriteProposalPage.js')),
      'WriteProposalPage',
    ),
  }),
  createRoute({
    ...at('/proposals/$proposalId'),
    component: lazyRouteComponent(
      withWords(() => import('./proposals/ProposalPage.js')),
      'ProposalPage',
    ),
  }),
  createRoute({
    ...at('/proposals/$proposalId/write'),
    component: lazyRouteComponent(
      withWords(() => import('./proposal-writing/OwnProposalPage.js')),
      'OwnProposalPage',
    ),
  }),
  createRoute({
    ...at('/updates'),
    component: lazyRouteComponent(
      withWords(() => import('./updates/UpdatesPage.js')),
      'UpdatesPage',
    ),
  }),
  createRoute({
    ...at('/promises'),
    component: lazyRouteComponent(
      withWords(() => import('./promise/PromisePage.js')),
      'PromisePage',
    ),
  }),
  createRoute({
    ...at('/profile'),
    component: lazyRouteComponent(
      withWords(() => import('./profile/ProfilePage.js')),
      'ProfilePage',
    ),
  }),
]);

/** The places of the portal. */
export const router = createRouter({ ...routerDefaults, routeTree });
