import { Card, CardGrid, Cluster, DateTimeText, MediationStatusWord, SoftText, Stack, useTexts } from '@guildhall/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { DeskMediationsQuery } from '../generated/mediations/graphql.js';

type Held = NonNullable<DeskMediationsQuery['viewer']['mediations']>['edges'];

/** The mediations that the viewer holds as a mediator; nothing for who holds none. */
export function HeldMediations({ mediations }: { readonly mediations: Held }): ReactElement | null {
  const { t } = useTexts();
  // Staff may stand on a side themselves; those they see in the portal.
  const held = mediations.filter(({ node }) => node.parties.every(({ isViewer }) => !isViewer));
  if (held.length === 0) return null;
  return (
    <Stack>
      <h2>{t('mediations.held')}</h2>
      <CardGrid>
        {held.map(({ node: { id, status, requestedAt, parties } }) => (
          <Card key={id} as="article">
            <Cluster>
              <MediationStatusWord status={status} />
            </Cluster>
            <h3>
              <Link to="/mediation/$mediationId" params={{ mediationId: id }}>
                {parties.map(({ name }) => name ?? t('mediation.forgotten')).join(' – ')}
              </Link>
            </h3>
            <SoftText>
              {t('mediations.askedOn')} <DateTimeText instant={requestedAt} show="day" />
            </SoftText>
          </Card>
        ))}
      </CardGrid>
    </Stack>
  );
}
