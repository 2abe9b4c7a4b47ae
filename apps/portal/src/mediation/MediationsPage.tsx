import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  MediationStatusWord,
  Page,
  QueryView,
  SignedIn,
  SkeletonList,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { MyMediationsQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';

export { words } from './words.js';

const document = graphql(`
  query MyMediations {
    viewer {
      subject
      mediations(first: 50) {
        edges {
          node {
            id
            status
            requestedAt
            viewerActions
            parties {
              id
              name
              isViewer
            }
          }
        }
      }
    }
  }
`);

/** The mediations on a side of which the viewer stands, and the ways into one. */
export function MediationsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('mediations.title')} lead={t('mediations.lead')}>
      <SignedIn>
        <MyMediations />
      </SignedIn>
    </Page>
  );
}

function Ways(): ReactElement {
  const { t } = useTexts();
  return (
    <Cluster>
      <Link className={buttonClass} data-look="primary" to="/mediation/new">
        {t('mediations.ask')}
      </Link>
      <Link className={buttonClass} data-look="plain" to="/mediation/join">
        {t('mediations.haveCode')}
      </Link>
    </Cluster>
  );
}

function MyMediations(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(document, {});
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList height="8rem" />}
      isEmpty={({ viewer }) => (viewer.mediations?.edges ?? []).length === 0}
      empty={
        <EmptyState picture="door" title={t('mediations.none')} action={<Ways />}>
          {t('mediations.noneLead')}
        </EmptyState>
      }
    >
      {({ viewer }) => (
        <Stack>
          {(viewer.mediations?.edges ?? []).map(({ node }) => (
            <MediationCard key={node.id} mediation={node} />
          ))}
          <Ways />
        </Stack>
      )}
    </QueryView>
  );
}

type ListedMediation = NonNullable<MyMediationsQuery['viewer']['mediations']>['edges'][number]['node'];

const decisions = ['CONSENT', 'SIGN', 'ANSWER_FOLLOW_UP'];

function MediationCard({ mediation }: { readonly mediation: ListedMediation }): ReactElement {
  const { t } = useTexts();
  const { id, status, requestedAt, viewerActions, parties } = mediation;
  const others = parties.filter(({ isViewer }) => !isViewer).flatMap(({ name }) => name ?? []);
  const title = others.length > 0 ? t('mediations.with', { names: others.join(', ') }) : t('mediations.one');
  return (
    <Card as="article">
      <Cluster>
        <MediationStatusWord status={status} />
        {viewerActions.some((action) => decisions.includes(action)) && (
          <StatusBadge tone="warn">{t('help.needsYou')}</StatusBadge>
        )}
      </Cluster>
      <h2>
        <Link to="/mediation/$mediationId" params={{ mediationId: id }}>
          {title}
        </Link>
      </h2>
      <SoftText>
        {t('mediations.askedOn')} <DateTimeText instant={requestedAt} show="day" />
      </SoftText>
    </Card>
  );
}
