import type { ReactElement } from 'react';
import {
  Card,
  DateTimeText,
  EmptyState,
  Page,
  PartyMediation,
  QueryView,
  SignedIn,
  Skeleton,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { MediationQuery } from '../generated/graphql.js';
import { Row, Rows } from '../parts/Rows.js';
import { usePlaceParam } from '../parts/use-place.js';
import { mediationDocument } from './mediation-document.js';
import { useMediationActs } from './use-mediation-acts.js';

export { words } from './words.js';

/** One mediation of the viewer: what to decide, the rooms with who can read each, and who read what. */
export function MediationPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('mediations.one')} lead={t('mediations.oneLead')}>
      <SignedIn>
        <MediationView id={usePlaceParam('mediationId')} />
      </SignedIn>
    </Page>
  );
}

function MediationView({ id }: { readonly id: string }): ReactElement {
  const { t, language } = useTexts();
  const query = useGraphQuery(mediationDocument, { id, language });
  const acts = useMediationActs();
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="30rem" />}
      isEmpty={({ mediation }) => !mediation}
      empty={
        <EmptyState picture="door" title={t('mediations.missing')}>
          {t('mediations.missingLead')}
        </EmptyState>
      }
    >
      {({ mediation }) =>
        mediation && (
          <Stack gap="large">
            <PartyMediation {...{ mediation, acts }} onChange={query.reload} />
            <Readings mediation={mediation} />
          </Stack>
        )
      }
    </QueryView>
  );
}

type WithReadings = Pick<NonNullable<MediationQuery['mediation']>, 'readings'>;

function Readings({ mediation }: { readonly mediation: WithReadings }): ReactElement {
  const { t } = useTexts();
  const edges = mediation.readings?.edges ?? [];
  return (
    <Card>
      <h2>{t('mediations.readings')}</h2>
      <SoftText>{t(edges.length === 0 ? 'mediations.noReadings' : 'mediations.readingsLead')}</SoftText>
      <Rows>
        {edges.map(({ node }) => (
          <Row key={node.id}>
            <span>
              {t(`mediations.layer.${node.layer}`)} · {t(`mediations.role.${node.readerRole}`)}
            </span>
            <DateTimeText instant={node.at} />
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
