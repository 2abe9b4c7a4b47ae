import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  EmptyState,
  Page,
  PartyMediation,
  QueryView,
  SkeletonList,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { ForDepartment } from '../department/ForDepartment.js';
import { MediationDocument } from '../generated/graphql.js';
import { useMediationActs } from './use-mediation-acts.js';

export { words } from './words.js';

function readId({ mediationId = '' }: { readonly mediationId?: string }): string {
  return mediationId;
}

/** One mediation in which the department is a side: what to sign, its rooms, and what was agreed. */
export function MediationPage(): ReactElement {
  const { t } = useTexts();
  const id = useParams({ strict: false, select: readId });
  const back = (
    <Link to="/mediation" className={buttonClass} data-look="quiet">
      {t('mediations.back')}
    </Link>
  );
  return (
    <Page title={t('mediations.one')} lead={t('mediations.oneLead')} actions={back}>
      <ForDepartment skeleton={<SkeletonList height="12rem" />}>
        {() => <OneMediation key={id} id={id} />}
      </ForDepartment>
    </Page>
  );
}

function OneMediation({ id }: { readonly id: string }): ReactElement {
  const { t, language } = useTexts();
  const query = useGraphQuery(MediationDocument, { id, language });
  const acts = useMediationActs();
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList height="12rem" />}
      isEmpty={({ mediation }) => !mediation}
      empty={
        <EmptyState picture="door" title={t('mediations.missing')}>
          {t('mediations.missingLead')}
        </EmptyState>
      }
    >
      {({ mediation }) => mediation && <PartyMediation {...{ mediation, acts }} onChange={query.reload} />}
    </QueryView>
  );
}
