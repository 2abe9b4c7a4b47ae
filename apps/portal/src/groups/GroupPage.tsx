import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  Card,
  CardGrid,
  Cluster,
  EmptyState,
  Page,
  QueryView,
  Skeleton,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { ActivityCard } from '../activities/ActivityCard.js';
import { PersonLink } from '../people/PersonLink.js';
import { Prose, Row, Rows } from '../parts/Rows.js';
import { groupDocument, type ShownGroup } from './group-document.js';
import { MembershipActions } from './MembershipActions.js';
import { PastActivities } from './PastActivities.js';
import { Posts } from './Posts.js';
import { usePlaceParam } from '../parts/use-place.js';

export { words } from './words.js';

/** One group: join or leave it, who runs it, what it does and who is in it. */
export function GroupPage(): ReactElement {
  const { t } = useTexts();
  const groupId = usePlaceParam('groupId');
  const query = useGraphQuery(groupDocument, { id: groupId });
  return (
    <Page title={query.data?.group?.name ?? t('group.title')}>
      <QueryView
        query={query}
        skeleton={<Skeleton height="30rem" />}
        isEmpty={({ group }) => group === null || group === undefined}
        empty={
          <EmptyState picture="door" title={t('group.missing')}>
            {t('group.missingLead')}
          </EmptyState>
        }
      >
        {({ group }) =>
          group && (
            <Stack gap="large">
              <About group={group} onChange={query.reload} />
              <GroupActivities group={group} />
              <PastActivities groupId={group.id} />
              {group.viewerIsMember && <Posts groupId={group.id} />}
              <Positions group={group} />
              <Roster group={group} />
            </Stack>
          )
        }
      </QueryView>
    </Page>
  );
}

function About({ group, onChange }: { readonly group: ShownGroup; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <Cluster>
        <StatusBadge>{t(`groupKind.${group.kind}`)}</StatusBadge>
        {group.status !== 'AFFILIATED' && <StatusBadge tone="warn">{t(`status.group.${group.status}`)}</StatusBadge>}
        {group.viewerIsMember && <StatusBadge tone="good">{t('group.yours')}</StatusBadge>}
      </Cluster>
      <Prose>{group.purpose}</Prose>
      <SoftText isSmall>{t('group.members', { count: group.memberCount })}</SoftText>
      <MembershipActions group={group} onChange={onChange} />
    </Card>
  );
}

function GroupActivities({ group }: { readonly group: ShownGroup }): ReactElement {
  const { t } = useTexts();
  const edges = group.activities?.edges ?? [];
  return (
    <section>
      <Stack>
        <Cluster justify="between">
          <h2>{t('group.activities')}</h2>
          {group.activityActions?.includes('DRAFT') && (
            <Link className={buttonClass} data-look="plain" to="/groups/$groupId/plan" params={{ groupId: group.id }}>
              {t('group.plan')}
            </Link>
          )}
        </Cluster>
        {edges.length === 0 && <SoftText>{t('group.noActivities')}</SoftText>}
        <CardGrid>
          {edges.map(({ node }) => (
            <ActivityCard key={node.id} activity={node} />
          ))}
        </CardGrid>
      </Stack>
    </section>
  );
}

function Positions({ group }: { readonly group: ShownGroup }): ReactElement | null {
  const { t } = useTexts();
  if (group.positions.length === 0) return null;
  return (
    <Card>
      <h2>{t('group.positions')}</h2>
      <Rows>
        {group.positions.map(({ id, title, holders }) => (
          <Row key={id}>
            <span>{title}</span>
            {holders.length === 0 ? (
              <SoftText>{t('group.vacant')}</SoftText>
            ) : (
              holders.map((holder) => <PersonLink key={holder.id} member={holder.member} />)
            )}
          </Row>
        ))}
      </Rows>
    </Card>
  );
}

function Roster({ group }: { readonly group: ShownGroup }): ReactElement | null {
  const { t } = useTexts();
  const { edges } = group.members;
  if (edges.length === 0) return null;
  return (
    <Card>
      <h2>{t('group.roster')}</h2>
      <CardGrid>
        {edges.map(({ node }) => (
          <PersonLink key={node.id} member={node.member} />
        ))}
      </CardGrid>
      {group.memberCount > edges.length && (
        <SoftText isSmall>{t('group.others', { count: group.memberCount - edges.length })}</SoftText>
      )}
    </Card>
  );
}
