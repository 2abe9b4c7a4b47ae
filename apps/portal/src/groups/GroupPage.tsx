import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  Card,
  CardGrid,
  Cluster,
  DateTimeText,
  EmptyState,
  Notice,
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
import { Prose } from '../parts/Rows.js';
import { groupDocument, type ShownGroup } from './group-document.js';
import { MembershipActions } from './MembershipActions.js';
import { PastActivities } from './PastActivities.js';
import { PersonLink } from '../people/PersonLink.js';
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
              <Places group={group} />
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
      <SoftText isSmall>
        {t('group.members', { count: group.memberCount })} · {t(`group.policy.${group.joinPolicy}`)}
      </SoftText>
      <Family group={group} />
      <HandoverNotice group={group} />
      <MembershipActions group={group} onChange={onChange} />
      {group.viewerActions.includes('EDIT') && (
        <Cluster>
          <Link className={buttonClass} data-look="plain" to="/groups/$groupId/run" params={{ groupId: group.id }}>
            {t('group.run', { count: group.requestCount ?? 0 })}
          </Link>
        </Cluster>
      )}
    </Card>
  );
}

/** The group this one belongs to, and the committees and councils that belong to it. */
function Family({ group: { parent, bodies } }: { readonly group: ShownGroup }): ReactElement | null {
  const { t } = useTexts();
  const relatives = [...(parent ? [parent] : []), ...bodies];
  if (relatives.length === 0) return null;
  return (
    <Cluster>
      <SoftText isSmall>{t(parent ? 'group.partOf' : 'group.bodies')}</SoftText>
      {relatives.map(({ id, name }) => (
        <Link key={id} to="/groups/$groupId" params={{ groupId: id }}>
          {name}
        </Link>
      ))}
    </Cluster>
  );
}

/** Says to the group's people that nobody will serve it, while there is time to stand. */
function HandoverNotice({ group }: { readonly group: ShownGroup }): ReactElement | null {
  const { t } = useTexts();
  const { handover } = group;
  if (!handover || handover.state === 'SERVED' || !group.viewerIsMember) return null;
  return (
    <Notice tone="warn">
      <p>{t(`group.handover.${handover.state}`)}</p>
      {handover.state === 'ENDING' && <DateTimeText instant={handover.servedUntil} show="day" />}
      {handover.dormantAt !== null && (
        <SoftText isSmall>
          {t('inGroup.dormantOn')} <DateTimeText instant={handover.dormantAt} show="day" />
        </SoftText>
      )}
    </Notice>
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

/** Who runs the group, and the ways to what its people write and to who is in it. */
function Places({ group: { id: groupId, positions, viewerIsMember } }: { readonly group: ShownGroup }): ReactElement {
  const { t } = useTexts();
  const held = positions.flatMap(({ title, holders }) => holders.map((holder) => ({ ...holder, title })));
  return (
    <Card>
      <h2>{t('group.positions')}</h2>
      {held.length === 0 && <SoftText>{t('inGroup.vacant')}</SoftText>}
      <Cluster>
        {held.map(({ id, title, member }) => (
          <span key={id}>
            {title} <PersonLink member={member} />
          </span>
        ))}
      </Cluster>
      <Cluster>
        <Link className={buttonClass} data-look="plain" to="/groups/$groupId/people" params={{ groupId }}>
          {t('group.people')}
        </Link>
        {viewerIsMember && (
          <Link className={buttonClass} data-look="plain" to="/groups/$groupId/posts" params={{ groupId }}>
            {t('group.talk')}
          </Link>
        )}
      </Cluster>
    </Card>
  );
}
