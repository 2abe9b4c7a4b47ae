import { createRoute } from '@tanstack/react-router';
import { at, lazyPage } from './page-at.js';

/** The pages of credentials, of links to a record, and what an outsider sees under one. */
export const credentialRoutes = [
  createRoute({
    ...at('/record/credentials'),
    component: lazyPage(() => import('./credentials/CredentialsPage.js'), 'CredentialsPage'),
  }),
  createRoute({
    ...at('/record/links'),
    component: lazyPage(() => import('./credentials/RecordLinksPage.js'), 'RecordLinksPage'),
  }),
  createRoute({
    ...at('/record/credentials/check'),
    component: lazyPage(() => import('./credentials/CheckCredentialPage.js'), 'CheckCredentialPage'),
  }),
  createRoute({
    ...at('/r'),
    component: lazyPage(() => import('./credentials/OpenedRecordPage.js'), 'OpenedRecordPage'),
  }),
] as const;
