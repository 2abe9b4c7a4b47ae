import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  MediationStatusWord,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { ForDepartment } from '../department/ForDepartment.js';
import { MyMediationsDocument } from '../generated/graphql.js';

export { words } from './words.js';

/** The mediations in which the department is a side; for its leads, who speak for it. */
export function MediationsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('mediations.title')} lead={t('mediations.lead')}>
      <ForDepartment skeleton={<SkeletonList height="8rem" />}>{() => <Mediations />}</ForDepartment>
    </Page>
  );
}

function Mediations(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(MyMediationsDocument, {});
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList height="8rem" />}
      isEmpty={({ viewer }) => (viewer.mediations?.edges ?? []).length === 0}
      empty={
        <EmptyState picture="door" title={t('mediations.none')}>
          {t('mediations.noneLead')}
        </EmptyState>
      }
    >
      {({ viewer }) => (
        <Stack>
          {(viewer.mediations?.edges ?? []).map(({ node: { id, status, requestedAt, parties } }) => (
            <Card key={id} as="article">
              <Cluster>
                <MediationStatusWord status={status} />
              </Cluster>
              <h2>
                <Link to="/mediation/$mediationId" params={{ mediationId: id }}>
                  {t('mediations.with', {
                    names: parties.flatMap(({ name, isViewer }) => (isViewer ? [] : (name ?? []))).join(', '),
                  })}
                </Link>
              </h2>
              <SoftText>
                {t('mediations.askedOn')} <DateTimeText instant={requestedAt} show="day" />
              </SoftText>
            </Card>
          ))}
        </Stack>
      )}
    </QueryView>
  );
}
