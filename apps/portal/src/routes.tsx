import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { createAppRoot, routerDefaults, withWords } from '@guildhall/ui';
import { activityKinds } from './activities/kinds.js';
import { readBoardFilters } from './board/board-filters.js';
import { groupKinds } from './groups/kinds.js';
import { readIssueFilters } from './issues/issue-filters.js';
import { resourceKinds } from './learning/kinds.js';
import { readNoticeSearch } from './notices/read-notice-search.js';
import { proposalKinds } from './proposals/kinds.js';
import { readFilters } from './parts/read-filters.js';
import { readSearch } from './search/read-search.js';

const root = createAppRoot();
const at = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path });

/** A page that is loaded with its words when somebody goes there. */
const lazyPage = <Module extends Readonly<Record<string, unknown>>, Name extends string & keyof Module>(
  load: () => Promise<Module>,
  name: Name,
) => lazyRouteComponent(withWords(load), name);

const routeTree = root.addChildren([
  createRoute({
    ...at('/'),
    component: lazyPage(() => import('./home/HomePage.js'), 'HomePage'),
  }),
  createRoute({
    ...at('/activities'),
    validateSearch: (search: Record<string, unknown>) => readFilters(search, activityKinds),
    component: lazyPage(() => import('./activities/ActivitiesPage.js'), 'ActivitiesPage'),
  }),
  createRoute({
    ...at('/activities/$activityId'),
    component: lazyPage(() => import('./activities/ActivityPage.js'), 'ActivityPage'),
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
    ...at('/help'),
    component: lazyPage(() => import('./help/CasesPage.js'), 'CasesPage'),
  }),
  createRoute({
    ...at('/help/new'),
    component: lazyPage(() => import('./help/OpenCasePage.js'), 'OpenCasePage'),
  }),
  createRoute({
    ...at('/help/inbox'),
    component: lazyPage(() => import('./inbox/CaseInboxPage.js'), 'CaseInboxPage'),
  }),
  createRoute({
    ...at('/help/readings'),
    component: lazyPage(() => import('./readings/ReadingsPage.js'), 'ReadingsPage'),
  }),
  createRoute({
    ...at('/help/copy'),
    component: lazyPage(() => import('./copy/CaseCopyPage.js'), 'CaseCopyPage'),
  }),
  createRoute({
    ...at('/receipt'),
    component: lazyPage(() => import('./receipt/ReceiptPage.js'), 'ReceiptPage'),
  }),
  createRoute({
    ...at('/help/$caseId/files'),
    component: lazyPage(() => import('./acting/CaseFilesPage.js'), 'CaseFilesPage'),
  }),
  createRoute({
    ...at('/help/$caseId/around'),
    component: lazyPage(() => import('./acting/ActingPage.js'), 'ActingPage'),
  }),
  createRoute({
    ...at('/help/for/$caseId'),
    component: lazyPage(() => import('./acting/RepresentedCasePage.js'), 'RepresentedCasePage'),
  }),
  createRoute({
    ...at('/help/$caseId/course'),
    component: lazyPage(() => import('./course/CoursePage.js'), 'CoursePage'),
  }),
  createRoute({
    ...at('/lessons'),
    component: lazyPage(() => import('./course/LessonsPage.js'), 'LessonsPage'),
  }),
  createRoute({
    ...at('/help/$caseId'),
    component: lazyPage(() => import('./help/CasePage.js'), 'CasePage'),
  }),
  createRoute({
    ...at('/help/$caseId/referrals/$referralId'),
    component: lazyPage(() => import('./glass-box/GlassBoxPage.js'), 'GlassBoxPage'),
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
    ...at('/mediation'),
    component: lazyPage(() => import('./mediation/MediationsPage.js'), 'MediationsPage'),
  }),
  createRoute({
    ...at('/mediation/new'),
    validateSearch: ({ case: caseId }: Record<string, unknown>) => (typeof caseId === 'string' ? { case: caseId } : {}),
    component: lazyPage(() => import('./mediation/RequestMediationPage.js'), 'RequestMediationPage'),
  }),
  createRoute({
    ...at('/mediation/join'),
    component: lazyPage(() => import('./mediation/JoinMediationPage.js'), 'JoinMediationPage'),
  }),
  createRoute({
    ...at('/mediation/$mediationId'),
    component: lazyPage(() => import('./mediation/MediationPage.js'), 'MediationPage'),
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
    ...at('/library'),
    validateSearch: (search: Record<string, unknown>) => readFilters(search, resourceKinds),
    component: lazyPage(() => import('./learning/LibraryPage.js'), 'LibraryPage'),
  }),
  createRoute({
    ...at('/library/$resourceId'),
    component: lazyPage(() => import('./learning/ResourcePage.js'), 'ResourcePage'),
  }),
  createRoute({
    ...at('/messages'),
    component: lazyPage(() => import('./messages/MessagesPage.js'), 'MessagesPage'),
  }),
  createRoute({
    ...at('/messages/$conversationId'),
    component: lazyPage(() => import('./messages/ConversationPage.js'), 'ConversationPage'),
  }),
  createRoute({
    ...at('/people/circles'),
    component: lazyPage(() => import('./people/circles/CirclesPage.js'), 'CirclesPage'),
  }),
  createRoute({
    ...at('/people'),
    component: lazyPage(() => import('./people/PeoplePage.js'), 'PeoplePage'),
  }),
  createRoute({
    ...at('/people/find'),
    validateSearch: (search: Record<string, unknown>) => readFilters(search, []),
    component: lazyPage(() => import('./people/FindPeoplePage.js'), 'FindPeoplePage'),
  }),
  createRoute({
    ...at('/settings/people'),
    component: lazyPage(() => import('./people/PeopleSettingsPage.js'), 'PeopleSettingsPage'),
  }),
  createRoute({
    ...at('/people/$memberId'),
    component: lazyPage(() => import('./people/PersonPage.js'), 'PersonPage'),
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
    ...at('/settings'),
    component: lazyPage(() => import('./settings/SettingsPage.js'), 'SettingsPage'),
  }),
  createRoute({
    ...at('/settings/needs'),
    component: lazyPage(() => import('./settings/NeedsPage.js'), 'NeedsPage'),
  }),
  createRoute({
    ...at('/settings/consents'),
    component: lazyPage(() => import('./settings/ConsentsPage.js'), 'ConsentsPage'),
  }),
  createRoute({
    ...at('/settings/readings'),
    component: lazyPage(() => import('./settings/NeedsReadingsPage.js'), 'NeedsReadingsPage'),
  }),
  createRoute({
    ...at('/notices'),
    validateSearch: (search: Record<string, unknown>) => readNoticeSearch(search),
    component: lazyPage(() => import('./notices/NoticesPage.js'), 'NoticesPage'),
  }),
  createRoute({
    ...at('/settings/notifications'),
    component: lazyPage(() => import('./notices/NotificationSettingsPage.js'), 'NotificationSettingsPage'),
  }),
  createRoute({
    ...at('/stop-mail'),
    validateSearch: ({ t }: Record<string, unknown>) => (typeof t === 'string' ? { t } : {}),
    component: lazyPage(() => import('./notices/StopMailPage.js'), 'StopMailPage'),
  }),
  createRoute({
    ...at('/updates'),
    component: lazyPage(() => import('./updates/UpdatesPage.js'), 'UpdatesPage'),
  }),
  createRoute({
    ...at('/promises'),
    component: lazyPage(() => import('./promise/PromisePage.js'), 'PromisePage'),
  }),
  createRoute({
    ...at('/profile'),
    component: lazyPage(() => import('./profile/ProfilePage.js'), 'ProfilePage'),
  }),
  createRoute({
    ...at('/settings/export'),
    component: lazyPage(() => import('./own-data/DataExportPage.js'), 'DataExportPage'),
  }),
  createRoute({
    ...at('/settings/erasure'),
    component: lazyPage(() => import('./own-data/ErasurePage.js'), 'ErasurePage'),
  }),
  createRoute({
    ...at('/settings/membership'),
    component: lazyPage(() => import('./own-data/MembershipPage.js'), 'MembershipPage'),
  }),
]);

/** The places of the portal. */
export const router = createRouter({ ...routerDefaults, routeTree });
