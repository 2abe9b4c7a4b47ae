import { createApp, createAppRoot, routerDefaults, withWords } from '@guildhall/ui';
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { cacheKeys } from './cache-keys.js';
import { readElectionsSearch } from './elections/elections-search.js';
import { readQueueSearch } from './queue/queue-search.js';
import { readRegisterSearch } from './register/register-search.js';
import { useDeskNavigation } from './roles/use-desk-navigation.js';

const root = createAppRoot();
const route = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path });

const routeTree = root.addChildren([
  createRoute({
    ...route('/'),
    validateSearch: readQueueSearch,
    component: lazyRouteComponent(
      withWords(() => import('./queue/QueuePage.js')),
      'QueuePage',
    ),
  }),
  createRoute({
    ...route('/cases/new'),
    component: lazyRouteComponent(
      withWords(() => import('./intake/OnBehalfPage.js')),
      'OnBehalfPage',
    ),
  }),
  createRoute({
    ...route('/templates'),
    component: lazyRouteComponent(
      withWords(() => import('./templates/TemplatesPage.js')),
      'TemplatesPage',
    ),
  }),
  createRoute({
    ...route('/cases/$caseId'),
    component: lazyRouteComponent(
      withWords(() => import('./case/CasePage.js')),
      'CasePage',
    ),
  }),
  createRoute({
    ...route('/cases/$caseId/refer'),
    component: lazyRouteComponent(() => import('./refer/DraftReferralPage.js'), 'DraftReferralPage'),
  }),
  createRoute({
    ...route('/cases/$caseId/course'),
    component: lazyRouteComponent(
      withWords(() => import('./course/CoursePage.js')),
      'CoursePage',
    ),
  }),
  createRoute({
    ...route('/kept'),
    component: lazyRouteComponent(
      withWords(() => import('./kept/KeptPage.js')),
      'KeptPage',
    ),
  }),
  createRoute({
    ...route('/common'),
    component: lazyRouteComponent(
      withWords(() => import('./common/CommonPage.js')),
      'CommonPage',
    ),
  }),
  createRoute({
    ...route('/rules'),
    component: lazyRouteComponent(
      withWords(() => import('./rules/RulesPage.js')),
      'RulesPage',
    ),
  }),
  createRoute({
    ...route('/cases/$caseId/mediation'),
    component: lazyRouteComponent(
      withWords(() => import('./mediation/ProposeMediationPage.js')),
      'ProposeMediationPage',
    ),
  }),
  createRoute({
    ...route('/mediation'),
    component: lazyRouteComponent(
      withWords(() => import('./mediation/MediationsPage.js')),
      'MediationsPage',
    ),
  }),
  createRoute({
    ...route('/mediation/$mediationId'),
    component: lazyRouteComponent(
      withWords(() => import('./mediation/MediationPage.js')),
      'MediationPage',
    ),
  }),
  createRoute({
    ...route('/cases/$caseId/side'),
    component: lazyRouteComponent(
      withWords(() => import('./file-side/FileSidePage.js')),
      'FileSidePage',
    ),
  }),
  createRoute({
    ...route('/cases/$caseId/oversight'),
    component: lazyRouteComponent(
      withWords(() => import('./oversight/OversightPage.js')),
      'OversightPage',
    ),
  }),
  createRoute({
    ...route('/ties'),
    component: lazyRouteComponent(
      withWords(() => import('./ties/TiesPage.js')),
      'TiesPage',
    ),
  }),
  createRoute({
    ...route('/appointments'),
    component: lazyRouteComponent(() => import('./appointments/AppointmentsPage.js'), 'AppointmentsPage'),
  }),
  createRoute({
    ...route('/inbox'),
    component: lazyRouteComponent(
      withWords(() => import('./inbox/InboxPage.js')),
      'InboxPage',
    ),
  }),
  createRoute({
    ...route('/emergency'),
    component: lazyRouteComponent(
      withWords(() => import('./emergency/EmergencyPage.js')),
      'EmergencyPage',
    ),
  }),
  createRoute({
    ...route('/emergency/$accessId'),
    component: lazyRouteComponent(
      withWords(() => import('./emergency/EmergencyAccessPage.js')),
      'EmergencyAccessPage',
    ),
  }),
  createRoute({
    ...route('/dead-letters'),
    component: lazyRouteComponent(
      withWords(() => import('./dead-letters/DeadLettersPage.js')),
      'DeadLettersPage',
    ),
  }),
  createRoute({
    ...route('/reports'),
    component: lazyRouteComponent(
      withWords(() => import('./reports/ReportsPage.js')),
      'ReportsPage',
    ),
  }),
  createRoute({
    ...route('/moderation'),
    component: lazyRouteComponent(
      withWords(() => import('./moderation/ModerationPage.js')),
      'ModerationPage',
    ),
  }),
  createRoute({
    ...route('/help-disputes'),
    component: lazyRouteComponent(
      withWords(() => import('./help-disputes/HelpDisputesPage.js')),
      'HelpDisputesPage',
    ),
  }),
  createRoute({
    ...route('/proposals'),
    component: lazyRouteComponent(
      withWords(() => import('./proposals/ScreeningPage.js')),
      'ScreeningPage',
    ),
  }),
  createRoute({
    ...route('/affiliations'),
    component: lazyRouteComponent(
      withWords(() => import('./affiliations/AffiliationsPage.js')),
      'AffiliationsPage',
    ),
  }),
  createRoute({
    ...route('/approvals'),
    component: lazyRouteComponent(
      withWords(() => import('./approvals/ApprovalsPage.js')),
      'ApprovalsPage',
    ),
  }),
  createRoute({
    ...route('/venues'),
    component: lazyRouteComponent(
      withWords(() => import('./venues/VenuesPage.js')),
      'VenuesPage',
    ),
  }),
  createRoute({
    ...route('/elections'),
    validateSearch: readElectionsSearch,
    component: lazyRouteComponent(
      withWords(() => import('./elections/ElectionsPage.js')),
      'ElectionsPage',
    ),
  }),
  createRoute({
    ...route('/elections/plan'),
    component: lazyRouteComponent(
      withWords(() => import('./elections/PlanElectionPage.js')),
      'PlanElectionPage',
    ),
  }),
  createRoute({
    ...route('/elections/appeals'),
    component: lazyRouteComponent(
      withWords(() => import('./elections/CandidacyAppealsPage.js')),
      'CandidacyAppealsPage',
    ),
  }),
  createRoute({
    ...route('/elections/$electionId'),
    component: lazyRouteComponent(
      withWords(() => import('./elections/ElectionPage.js')),
      'ElectionPage',
    ),
  }),
  createRoute({
    ...route('/elections/$electionId/candidates'),
    component: lazyRouteComponent(
      withWords(() => import('./elections/CandidatesPage.js')),
      'CandidatesPage',
    ),
  }),
  createRoute({
    ...route('/elections/$electionId/complaints'),
    component: lazyRouteComponent(
      withWords(() => import('./elections/ElectionComplaintsPage.js')),
      'ElectionComplaintsPage',
    ),
  }),
  createRoute({
    ...route('/elections/$electionId/keys'),
    component: lazyRouteComponent(
      withWords(() => import('./elections/KeysPage.js')),
      'KeysPage',
    ),
  }),
  createRoute({
    ...route('/departments'),
    component: lazyRouteComponent(() => import('./departments/DepartmentsPage.js'), 'DepartmentsPage'),
  }),
  createRoute({
    ...route('/register'),
    validateSearch: readRegisterSearch,
    component: lazyRouteComponent(
      withWords(() => import('./register/RegisterPage.js')),
      'RegisterPage',
    ),
  }),
  createRoute({
    ...route('/register/appeals'),
    component: lazyRouteComponent(
      withWords(() => import('./register/AppealsPage.js')),
      'AppealsPage',
    ),
  }),
  createRoute({
    ...route('/register/erasures'),
    component: lazyRouteComponent(
      withWords(() => import('./register/ErasuresPage.js')),
      'ErasuresPage',
    ),
  }),
]);

const router = createRouter({ ...routerDefaults, routeTree });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

void createApp({
  name: 'desk.name',
  router,
  useNavigation: useDeskNavigation,
  locales: {
    en: () => import('./locales/en.json', { with: { type: 'json' } }),
    'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
  },
  signIn: 'required',
  cache: { keys: cacheKeys },
}).mount();
