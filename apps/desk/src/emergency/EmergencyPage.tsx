import {
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { caseCode } from '../case/case-code.js';
import type { EmergencyAccessesQuery } from '../generated/emergency/graphql.js';
import { EmergencyAccessesDocument } from '../generated/emergency/graphql.js';
import { EmergencyStatusWord } from './EmergencyStatusWord.js';
import { Guardians } from './Guardians.js';

export { words } from './words.js';

type Listed = NonNullable<EmergencyAccessesQuery['emergencyAccesses']>['edges'][number]['node'];

/** What was asked for in emergencies, what waits for a second person, and who may be one. */
export function EmergencyPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('emergency.title')} lead={t('emergency.lead')}>
      <Accesses />
    </Page>
  );
}

function Accesses(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(EmergencyAccessesDocument, {});
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList height="8rem" />}
      isEmpty={({ viewer }) => viewer.emergencyActions.length === 0}
      empty={
        <EmptyState picture="door" title={t('notForYou.title')}>
          {t('notForYou.lead')}
        </EmptyState>
      }
    >
      {({ viewer, emergencyAccesses, emergencyGuardians }) => (
        <Stack>
          {viewer.emergencyActions.includes('DECIDE') && (
            <List items={(emergencyAccesses?.edges ?? []).map(({ node }) => node)} />
          )}
          {emergencyAccesses?.pageInfo.hasNextPage === true && <SoftText>{t('emergency.more')}</SoftText>}
          {emergencyGuardians && (
            <Guardians guardians={emergencyGuardians} viewerActions={viewer.emergencyActions} onDone={query.reload} />
          )}
        </Stack>
      )}
    </QueryView>
  );
}

function List({ items }: { readonly items: readonly Listed[] }): ReactElement {
  const { t } = useTexts();
  if (items.length === 0)
    return (
      <EmptyState picture="letter" title={t('emergency.none')}>
        {t('emergency.noneLead')}
      </EmptyState>
    );
  return (
    <Stack>
      {items.map((item) => (
        <Card as="article" key={item.id}>
          <Cluster>
            <EmergencyStatusWord status={item.status} />
          </Cluster>
          <h2>
            <Link to="/emergency/$accessId" params={{ accessId: item.id }}>
              {t(`emergency.reason.${item.reason}`)}
            </Link>
          </h2>
          <SoftText>
            {item.entry
              ? t('emergency.askedBy', { name: item.askedBy, code: caseCode(item.entry.id) })
              : t('emergency.askedByName', { name: item.askedBy })}{' '}
            <DateTimeText instant={item.askedAt} />
          </SoftText>
        </Card>
      ))}
    </Stack>
  );
}
