import { createRoute, createRouter } from '@tanstack/react-router';
import { routerDefaults } from '@guildhall/ui';
import type { FindFilters } from './calendar/find-filters.js';
import { readBoardFilters } from './board/board-filters.js';
import { groupKinds } from './groups/kinds.js';
import { readIssueFilters } from './issues/issue-filters.js';
import { proposalKinds } from './proposals/kinds.js';
import { readFilters } from './parts/read-filters.js';
import { readSearch } from './search/read-search.js';
import { credentialRoutes } from './credential-routes.js';
import { caseRoutes } from './case-routes.js';
import { handoverRoutes } from './handover-routes.js';
import { electionRoutes } from './election-routes.js';
import { resultRoutes } from './result-routes.js';
import { ownRoutes } from './own-routes.js';
import { pathRoutes } from './path-routes.js';
import { quizRoutes } from './quiz-routes.js';
import { studyRoutes } from './study-routes.js';
import { trainingRoutes } from './training-routes.js';
import { libraryRoutes } from './library-routes.js';
import { recordRoutes } from './record-routes.js';
import { at, lazyPage, root } from './page-at.js';

const routeTree = root.addChildren([
  ...caseRoutes,
  ...credentialRoutes,
  ...libraryRoutes,
  ...electionRoutes,
  ...handoverRoutes,
  ...resultRoutes,
  ...ownRoutes,
  ...pathRoutes,
  ...quizRoutes,
  ...recordRoutes,
  ...studyRoutes,
  ...trainingRoutes,
  createRoute({
    ...at('/'),
    component: lazyPage(() => import('./home/HomePage.js'), 'HomePage'),
  }),
  createRoute({
    ...at('/activities'),
    // The page reads them itself, so that what they are made of is loaded with it and not with every page.
    validateSearch: (search: FindFilters) => search,
    component: lazyPage(() => import('./activities/ActivitiesPage.js'), 'ActivitiesPage'),
  }),
  createRoute({
    ...at('/a/$activityId'),
    component: lazyPage(() => import('./calendar/SharePage.js'), 'SharePage'),
  }),
  createRoute({
    ...at('/activities/$activityId'),
    component: lazyPage(() => import('./activities/ActivityPage.js'), 'ActivityPage'),
  }),
  createRoute({
    ...at('/activities/$activityId/fair-start'),
    component: lazyPage(() => import('./fair-start/FairStartPage.js'), 'FairStartPage'),
  }),
  createRoute({
    ...at('/activities/$activityId/draw'),
    component: lazyPage(() => import('./fair-start/DrawPage.js'), 'DrawPage'),
  }),
  createRoute({
    ...at('/activities/$activityId/after'),
    component: lazyPage(() => import('./feedback/AfterPage.js'), 'AfterPage'),
  }),
  createRoute({
    ...at('/activities/$activityId/questions'),
    component: lazyPage(() => import('./asking/QuestionsPage.js'), 'QuestionsPage'),
  }),
  createRoute({
    ...at('/activities/$activityId/needs'),
    component: lazyPage(() => import('./asking/NeedsNamesPage.js'), 'NeedsNamesPage'),
  }),
  createRoute({
    ...at('/activities/$activityId/edit'),
    component: lazyPage(() => import('./activities/EditPage.js'), 'EditPage'),
  }),
  createRoute({
    ...at('/activities/$activityId/door'),
    component: lazyPage(() => import('./activities/DoorPage.js'), 'DoorPage'),
  }),
  createRoute({
    ...at('/activities/$activityId/scan'),
    component: lazyPage(() => import('./door/ScanPage.js'), 'ScanPage'),
  }),
  createRoute({
    ...at('/activities/$activityId/organise'),
    component: lazyPage(() => import('./organise/OrganisePage.js'), 'OrganisePage'),
  }),
  createRoute({
    ...at('/activities/$activityId/run-sheet'),
    component: lazyPage(() => import('./organise/RunSheetPage.js'), 'RunSheetPage'),
  }),
  createRoute({
    ...at('/approvals'),
    component: lazyPage(() => import('./activities/ApprovalsPage.js'), 'ApprovalsPage'),
  }),
  createRoute({
    ...at('/campus'),
    component: lazyPage(() => import('./campus/CampusPage.js'), 'CampusPage'),
  }),
  createRoute({
    ...at('/campus/$postId'),
    component: lazyPage(() => import('./campus/ThreadPage.js'), 'ThreadPage'),
  }),
  createRoute({
    ...at('/groups'),
    validateSearch: (search: Record<string, unknown>) => readFilters(search, groupKinds),
    component: lazyPage(() => import('./groups/GroupsPage.js'), 'GroupsPage'),
  }),
  createRoute({
    ...at('/groups/$groupId'),
    component: lazyPage(() => import('./groups/GroupPage.js'), 'GroupPage'),
  }),
  createRoute({
    ...at('/groups/$groupId/people'),
    component: lazyPage(() => import('./groups/GroupPeoplePage.js'), 'GroupPeoplePage'),
  }),
  createRoute({
    ...at('/groups/$groupId/posts'),
    component: lazyPage(() => import('./groups/GroupPostsPage.js'), 'GroupPostsPage'),
  }),
  createRoute({
    ...at('/groups/$groupId/run/offices'),
    component: lazyPage(() => import('./groups/run/RunOfficesPage.js'), 'RunOfficesPage'),
  }),
  createRoute({
    ...at('/groups/$groupId/run/affiliation'),
    component: lazyPage(() => import('./groups/run/RunAffiliationPage.js'), 'RunAffiliationPage'),
  }),
  createRoute({
    ...at('/groups/$groupId/run'),
    component: lazyPage(() => import('./groups/run/RunGroupPage.js'), 'RunGroupPage'),
  }),
  createRoute({
    ...at('/groups/$groupId/plan'),
    component: lazyPage(() => import('./activities/DraftPage.js'), 'DraftPage'),
  }),
  createRoute({
    ...at('/board'),
    validateSearch: (search: Record<string, unknown>) => readBoardFilters(search),
    component: lazyPage(() => import('./board/BoardPage.js'), 'BoardPage'),
  }),
  createRoute({
    ...at('/board/ask'),
    component: lazyPage(() => import('./board/AskPage.js'), 'AskPage'),
  }),
  createRoute({
    ...at('/board/mine'),
    component: lazyPage(() => import('./board/MinePage.js'), 'MinePage'),
  }),
  createRoute({
    ...at('/board/credits'),
    component: lazyPage(() => import('./board/CreditsPage.js'), 'CreditsPage'),
  }),
  createRoute({
    ...at('/board/$requestId'),
    component: lazyPage(() => import('./board/RequestPage.js'), 'RequestPage'),
  }),
  createRoute({
    ...at('/issues'),
    validateSearch: (search: Record<string, unknown>) => readIssueFilters(search),
    component: lazyPage(() => import('./issues/IssuesPage.js'), 'IssuesPage'),
  }),
  createRoute({
    ...at('/issues/new'),
    validateSearch: ({ idea }: Record<string, unknown>) => (typeof idea === 'string' ? { idea } : {}),
    component: lazyPage(() => import('./issues/NewIssuePage.js'), 'NewIssuePage'),
  }),
  createRoute({
    ...at('/issues/$issueId'),
    component: lazyPage(() => import('./issues/IssuePage.js'), 'IssuePage'),
  }),
  createRoute({
    ...at('/learning'),
    component: lazyPage(() => import('./learning/LearningPage.js'), 'LearningPage'),
  }),
  createRoute({
    ...at('/learning/$pathId'),
    component: lazyPage(() => import('./learning/PathPage.js'), 'PathPage'),
  }),
  createRoute({
    ...at('/proposals'),
    validateSearch: (search: Record<string, unknown>) => readFilters(search, proposalKinds),
    component: lazyPage(() => import('./proposals/ProposalsPage.js'), 'ProposalsPage'),
  }),
  createRoute({
    ...at('/proposals/new'),
    component: lazyPage(() => import('./proposal-writing/WriteProposalPage.js'), 'WriteProposalPage'),
  }),
  createRoute({
    ...at('/proposals/$proposalId'),
    component: lazyPage(() => import('./proposals/ProposalPage.js'), 'ProposalPage'),
  }),
  createRoute({
    ...at('/proposals/$proposalId/write'),
    component: lazyPage(() => import('./proposal-writing/OwnProposalPage.js'), 'OwnProposalPage'),
  }),
  createRoute({
    ...at('/search'),
    validateSearch: (search: Record<string, unknown>) => readSearch(search),
    component: lazyPage(() => import('./search/SearchPage.js'), 'SearchPage'),
  }),
  createRoute({
    ...at('/promises'),
    component: lazyPage(() => import('./promise/PromisePage.js'), 'PromisePage'),
  }),
]);

/** The places of the portal. */
export const router = createRouter({ ...routerDefaults, routeTree });
