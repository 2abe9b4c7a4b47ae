import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { createApp, createAppRoot, routerDefaults, withWords } from '@guildhall/ui';
import { usePartnersNavigation } from './department/use-partners-navigation.js';
import { readRaisedSearch } from './issues/raised-search.js';
import { readQueueSearch } from './queue/queue-search.js';

const root = createAppRoot();
const getParentRoute = (): typeof root => root;

const routeTree = root.addChildren([
  createRoute({
    getParentRoute,
    path: '/',
    validateSearch: readQueueSearch,
    component: lazyRouteComponent(() => import('./queue/QueuePage.js'), 'QueuePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/referrals/$referralId',
    component: lazyRouteComponent(() => import('./referral/ReferralPage.js'), 'ReferralPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/issues',
    validateSearch: readRaisedSearch,
    component: lazyRouteComponent(() => import('./issues/RaisedIssuesPage.js'), 'RaisedIssuesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/issues/$issueId',
    component: lazyRouteComponent(() => import('./issues/RaisedIssuePage.js'), 'RaisedIssuePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/proposals',
    component: lazyRouteComponent(
      withWords(() => import('./proposals/DepartmentProposalsPage.js')),
      'DepartmentProposalsPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/proposals/$proposalId',
    component: lazyRouteComponent(
      withWords(() => import('./proposals/DepartmentProposalPage.js')),
      'DepartmentProposalPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/promise',
    component: lazyRouteComponent(
      withWords(() => import('./proposals/OurPromisePage.js')),
      'OurPromisePage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/mediation',
    component: lazyRouteComponent(
      withWords(() => import('./mediation/MediationsPage.js')),
      'MediationsPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/mediation/$mediationId',
    component: lazyRouteComponent(
      withWords(() => import('./mediation/MediationPage.js')),
      'MediationPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/inbox',
    component: lazyRouteComponent(
      withWords(() => import('./inbox/InboxPage.js')),
      'InboxPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/staff',
    component: lazyRouteComponent(() => import('./staff/StaffPage.js'), 'StaffPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/department',
    component: lazyRouteComponent(() => import('./settings/DepartmentPage.js'), 'DepartmentPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/programs',
    component: lazyRouteComponent(() => import('./programs/ProgramsPage.js'), 'ProgramsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/webhooks',
    component: lazyRouteComponent(() => import('./webhooks/WebhooksPage.js'), 'WebhooksPage'),
  }),
]);

const router = createRouter({ ...routerDefaults, routeTree });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** For types that have no id: they are kept with what they belong to. */
const embedded = (): null => null;

void createApp({
  name: 'partners.name',
  router,
  useNavigation: usePartnersNavigation,
  locales: {
    en: () => import('./locales/en.json', { with: { type: 'json' } }),
    'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
  },
  signIn: 'required',
  cache: {
    keys: {
      CaseInboxSettings: embedded,
      CaseNoticeConnection: embedded,
      CaseNoticeEdge: embedded,
      MediationAgreement: embedded,
      MediationConnection: embedded,
      MediationEdge: embedded,
      MediationMessageConnection: embedded,
      MediationMessageEdge: embedded,
      IssueAnswer: embedded,
      IssueStage: embedded,
      RaisedIssueConnection: embedded,
      RaisedIssueEdge: embedded,
      PromiseClock: embedded,
      PromiseLine: embedded,
      ProposalAnswer: embedded,
      ProposalAnswerDraft: embedded,
      ProposalConnection: embedded,
      ProposalEdge: embedded,
      ProposalText: embedded,
      VoiceTally: embedded,
      DepartmentFigures: embedded,
      Figure: embedded,
      ReferralAnswerCell: embedded,
      WebhookAttempt: embedded,
      WebhookDeliveryConnection: embedded,
      WebhookDeliveryEdge: embedded,
      ReferralConnection: embedded,
      ReferralEdge: embedded,
      ReferralResponse: embedded,
    },
  },
}).mount();
