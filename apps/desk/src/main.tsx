import { createApp, routerDefaults } from '@guildhall/ui';
import { createRoute, createRouter } from '@tanstack/react-router';
import { cacheKeys } from './cache-keys.js';
import { readElectionsSearch } from './elections/elections-search.js';
import { at, lazyPage, root } from './page-at.js';
import { readQueueSearch } from './queue/queue-search.js';
import { readRegisterSearch } from './register/register-search.js';
import { useDeskNavigation } from './roles/use-desk-navigation.js';

const routeTree = root.addChildren([
  createRoute({
    ...at('/'),
    validateSearch: readQueueSearch,
    component: lazyPage(() => import('./queue/QueuePage.js'), 'QueuePage'),
  }),
  createRoute({
    ...at('/cases/new'),
    component: lazyPage(() => import('./intake/OnBehalfPage.js'), 'OnBehalfPage'),
  }),
  createRoute({
    ...at('/templates'),
    component: lazyPage(() => import('./templates/TemplatesPage.js'), 'TemplatesPage'),
  }),
  createRoute({
    ...at('/cases/$caseId'),
    component: lazyPage(() => import('./case/CasePage.js'), 'CasePage'),
  }),
  createRoute({
    ...at('/cases/$caseId/refer'),
    component: lazyPage(() => import('./refer/DraftReferralPage.js'), 'DraftReferralPage'),
  }),
  createRoute({
    ...at('/cases/$caseId/course'),
    component: lazyPage(() => import('./course/CoursePage.js'), 'CoursePage'),
  }),
  createRoute({
    ...at('/kept'),
    component: lazyPage(() => import('./kept/KeptPage.js'), 'KeptPage'),
  }),
  createRoute({
    ...at('/common'),
    component: lazyPage(() => import('./common/CommonPage.js'), 'CommonPage'),
  }),
  createRoute({
    ...at('/rules'),
    component: lazyPage(() => import('./rules/RulesPage.js'), 'RulesPage'),
  }),
  createRoute({
    ...at('/cases/$caseId/mediation'),
    component: lazyPage(() => import('./mediation/ProposeMediationPage.js'), 'ProposeMediationPage'),
  }),
  createRoute({
    ...at('/mediation'),
    component: lazyPage(() => import('./mediation/MediationsPage.js'), 'MediationsPage'),
  }),
  createRoute({
    ...at('/mediation/$mediationId'),
    component: lazyPage(() => import('./mediation/MediationPage.js'), 'MediationPage'),
  }),
  createRoute({
    ...at('/cases/$caseId/side'),
    component: lazyPage(() => import('./file-side/FileSidePage.js'), 'FileSidePage'),
  }),
  createRoute({
    ...at('/cases/$caseId/oversight'),
    component: lazyPage(() => import('./oversight/OversightPage.js'), 'OversightPage'),
  }),
  createRoute({
    ...at('/ties'),
    component: lazyPage(() => import('./ties/TiesPage.js'), 'TiesPage'),
  }),
  createRoute({
    ...at('/appointments'),
    component: lazyPage(() => import('./appointments/AppointmentsPage.js'), 'AppointmentsPage'),
  }),
  createRoute({
    ...at('/inbox'),
    component: lazyPage(() => import('./inbox/InboxPage.js'), 'InboxPage'),
  }),
  createRoute({
    ...at('/emergency'),
    component: lazyPage(() => import('./emergency/EmergencyPage.js'), 'EmergencyPage'),
  }),
  createRoute({
    ...at('/emergency/$accessId'),
    component: lazyPage(() => import('./emergency/EmergencyAccessPage.js'), 'EmergencyAccessPage'),
  }),
  createRoute({
    ...at('/dead-letters'),
    component: lazyPage(() => import('./dead-letters/DeadLettersPage.js'), 'DeadLettersPage'),
  }),
  createRoute({
    ...at('/reports'),
    component: lazyPage(() => import('./reports/ReportsPage.js'), 'ReportsPage'),
  }),
  createRoute({
    ...at('/moderation'),
    component: lazyPage(() => import('./moderation/ModerationPage.js'), 'ModerationPage'),
  }),
  createRoute({
    ...at('/help-disputes'),
    component: lazyPage(() => import('./help-disputes/HelpDisputesPage.js'), 'HelpDisputesPage'),
  }),
  createRoute({
    ...at('/proposals'),
    component: lazyPage(() => import('./proposals/ScreeningPage.js'), 'ScreeningPage'),
  }),
  createRoute({
    ...at('/affiliations'),
    component: lazyPage(() => import('./affiliations/AffiliationsPage.js'), 'AffiliationsPage'),
  }),
  createRoute({
    ...at('/approvals'),
    component: lazyPage(() => import('./approvals/ApprovalsPage.js'), 'ApprovalsPage'),
  }),
  createRoute({
    ...at('/venues'),
    component: lazyPage(() => import('./venues/VenuesPage.js'), 'VenuesPage'),
  }),
  createRoute({
    ...at('/elections'),
    validateSearch: readElectionsSearch,
    component: lazyPage(() => import('./elections/ElectionsPage.js'), 'ElectionsPage'),
  }),
  createRoute({
    ...at('/elections/plan'),
    component: lazyPage(() => import('./elections/PlanElectionPage.js'), 'PlanElectionPage'),
  }),
  createRoute({
    ...at('/elections/appeals'),
    component: lazyPage(() => import('./elections/CandidacyAppealsPage.js'), 'CandidacyAppealsPage'),
  }),
  createRoute({
    ...at('/elections/$electionId'),
    component: lazyPage(() => import('./elections/ElectionPage.js'), 'ElectionPage'),
  }),
  createRoute({
    ...at('/elections/$electionId/candidates'),
    component: lazyPage(() => import('./elections/CandidatesPage.js'), 'CandidatesPage'),
  }),
  createRoute({
    ...at('/elections/$electionId/complaints'),
    component: lazyPage(() => import('./elections/ElectionComplaintsPage.js'), 'ElectionComplaintsPage'),
  }),
  createRoute({
    ...at('/elections/$electionId/keys'),
    component: lazyPage(() => import('./elections/KeysPage.js'), 'KeysPage'),
  }),
  createRoute({
    ...at('/achievements'),
    component: lazyPage(() => import('./achievements/AchievementsPage.js'), 'AchievementsPage'),
  }),
  createRoute({
    ...at('/achievements/new'),
    component: lazyPage(() => import('./achievements/NewAchievementPage.js'), 'NewAchievementPage'),
  }),
  createRoute({
    ...at('/achievements/$achievementId'),
    component: lazyPage(() => import('./achievements/AchievementPage.js'), 'AchievementPage'),
  }),
  createRoute({
    ...at('/achievements/$achievementId/edit'),
    component: lazyPage(() => import('./achievements/EditAchievementPage.js'), 'EditAchievementPage'),
  }),
  createRoute({
    ...at('/departments'),
    component: lazyPage(() => import('./departments/DepartmentsPage.js'), 'DepartmentsPage'),
  }),
  createRoute({
    ...at('/register'),
    validateSearch: readRegisterSearch,
    component: lazyPage(() => import('./register/RegisterPage.js'), 'RegisterPage'),
  }),
  createRoute({
    ...at('/register/appeals'),
    component: lazyPage(() => import('./register/AppealsPage.js'), 'AppealsPage'),
  }),
  createRoute({
    ...at('/register/erasures'),
    component: lazyPage(() => import('./register/ErasuresPage.js'), 'ErasuresPage'),
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
