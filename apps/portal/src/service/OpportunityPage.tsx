import { Link } from '@tanstack/react-router';
import { Suspense, useState, type ReactElement } from 'react';
import {
  Card,
  Cluster,
  EmptyState,
  Page,
  QueryView,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { lazyPart } from '../parts/lazy-part.js';
import { Prose } from '../parts/Rows.js';
import { usePlaceParam } from '../parts/use-place.js';
import { opportunityDocument } from './find-documents.js';
import { ServiceStatus } from './ServiceStatus.js';
import { ShiftList } from './ShiftList.js';
import type { ShownOpportunity } from './shown-opportunity.js';

export { words } from './words.js';

const OpportunityActions = lazyPart(() => import('./OpportunityActions.js'), 'OpportunityActions');

/** One piece of service: what it is, who offers it, and its shifts. */
export function OpportunityPage(): ReactElement {
  const { t } = useTexts();
  const opportunityId = usePlaceParam('opportunityId');
  const query = useGraphQuery(opportunityDocument, { id: opportunityId });
  const opportunity = query.data?.opportunity;
  return (
    <Page title={opportunity?.title ?? t('service.title')}>
      <QueryView
        query={query}
        isEmpty={(data) => data.opportunity === null}
        empty={
          <EmptyState picture="door" title={t('service.missing')}>
            {t('service.missingLead')}
          </EmptyState>
        }
      >
        {(data) => data.opportunity && <Body opportunity={data.opportunity} onChange={query.reload} />}
      </QueryView>
    </Page>
  );
}

function Body({ opportunity, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  const [changes, setChanges] = useState(0);
  const change = (): void => {
    setChanges((count) => count + 1);
    onChange();
  };
  const isShown = opportunity.status !== 'DRAFT' && opportunity.status !== 'CLOSED';
  return (
    <Stack>
      <Facts opportunity={opportunity} onChange={change} />
      <HostCard host={opportunity.host} />
      {isShown && (
        <section>
          <h2>{t('service.shifts')}</h2>
          {/* A list of its own, which asks again once something was planned or closed. */}
          <ShiftList key={changes} opportunityId={opportunity.id} />
        </section>
      )}
    </Stack>
  );
}

type PartProps = { readonly opportunity: ShownOpportunity; readonly onChange: () => void };

function Facts({ opportunity, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  const { kind, access, skills, languages } = opportunity;
  return (
    <Card>
      <Cluster>
        <StatusBadge>{t(`serviceKind.${kind}`)}</StatusBadge>
        {opportunity.status !== 'OPEN' && <ServiceStatus of="opportunity" status={opportunity.status} />}
        {opportunity.isAdultsOnly && <StatusBadge tone="warn">{t('service.adults')}</StatusBadge>}
        {access.map((feature) => (
          <StatusBadge key={feature}>{t(`serviceAccess.${feature}`)}</StatusBadge>
        ))}
      </Cluster>
      {opportunity.statusReason && <p>{opportunity.statusReason}</p>}
      <Prose>{opportunity.summary}</Prose>
      <SoftText>{t('service.where', { place: opportunity.place })}</SoftText>
      {skills.length > 0 && <SoftText>{t('service.skills', { skills: skills.join(', ') })}</SoftText>}
      {languages.length > 0 && <SoftText>{t('service.languages', { languages: languages.join(', ') })}</SoftText>}
      <SoftText>{t(opportunity.asksHost ? 'service.asksHost' : 'service.firstCome')}</SoftText>
      <Suspense fallback={null}>
        <OpportunityActions opportunity={opportunity} onChange={onChange} />
      </Suspense>
    </Card>
  );
}

function HostCard({ host }: { readonly host: ShownOpportunity['host'] }): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{host.name}</h2>
      <Prose>{host.about}</Prose>
      <Cluster>
        {host.group && (
          <Link to="/groups/$groupId" params={{ groupId: host.group.id }}>
            {host.group.name ?? t('service.group')}
          </Link>
        )}
        {host.link && (
          <a href={host.link} rel="noreferrer noopener">
            {t('service.hostPage')}
          </a>
        )}
      </Cluster>
    </Card>
  );
}
