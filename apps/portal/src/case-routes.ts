import { createRoute } from '@tanstack/react-router';
import { at, lazyPage } from './page-at.js';

/** The pages of those who ask the union for help, and of the mediations and lessons around them. */
export const caseRoutes = [
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
] as const;
