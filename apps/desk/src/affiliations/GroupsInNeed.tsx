import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  NextPage,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  useGraphMutation,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { DissolveGroupDocument, ReviveGroupDocument } from '../generated/affiliation-forms/graphql.js';
import {
  GroupsInNeedDocument,
  type GroupConcern,
  type GroupInNeedFragment,
} from '../generated/affiliations/graphql.js';

/** The groups that one concern is about, a page of them. */
export function GroupsInNeed({
  concern,
  after,
}: {
  readonly concern: GroupConcern;
  readonly after?: string;
}): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(GroupsInNeedDocument, { concern, after });
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={1} height="6rem" />}
      isEmpty={({ groupsInNeed }) => (groupsInNeed?.edges ?? []).length === 0}
      empty={<SoftText>{t('affiliations.noneInNeed')}</SoftText>}
    >
      {({ groupsInNeed: page }) => (
        <Stack>
          {page?.edges.map(({ node }) => (
            <GroupInNeed key={node.id} group={node} onDone={query.reload} />
          ))}
          {page && (
            <NextPage pageInfo={page.pageInfo}>{(after) => <GroupsInNeed concern={concern} after={after} />}</NextPage>
          )}
        </Stack>
      )}
    </QueryView>
  );
}

type GroupProps = { readonly group: GroupInNeedFragment; readonly onDone: () => void };

function GroupInNeed({ group, onDone }: GroupProps): ReactElement {
  const { t } = useTexts();
  const revive = useGraphMutation(ReviveGroupDocument);
  const dissolve = useGraphMutation(DissolveGroupDocument);
  const shared = { viewerActions: group.viewerActions, onDone };
  const input = { groupId: group.id };
  return (
    <Card as="article">
      <h3>{group.name}</h3>
      <SoftText isSmall>{t('affiliations.members', { count: group.memberCount })}</SoftText>
      <Dates group={group} />
      <Cluster>
        <ActionButton
          {...shared}
          action="REVIVE"
          label={t('affiliations.revive')}
          onRun={async () => {
            const { data, problem } = await revive({ input });
            return { result: data?.reviveGroup, problem };
          }}
        />
        {group.dormantSince !== null && (
          <ActionButton
            {...shared}
            action="DISSOLVE"
            look="danger"
            label={t('affiliations.dissolve')}
            confirm={{ title: t('affiliations.dissolveTitle'), body: t('affiliations.dissolveBody') }}
            onRun={async () => {
              const { data, problem } = await dissolve({ input });
              return { result: data?.dissolveGroup, problem };
            }}
          />
        )}
      </Cluster>
    </Card>
  );
}

function Dates({ group }: Pick<GroupProps, 'group'>): ReactElement {
  const { t } = useTexts();
  const { reaffiliationDueAt, dormantSince, dormantBecause, handover } = group;
  const isMissing = handover?.state === 'MISSING' && dormantSince === null;
  return (
    <Cluster>
      {reaffiliationDueAt !== null && (
        <SoftText>
          {t('affiliations.due')} <DateTimeText instant={reaffiliationDueAt} show="day" />
        </SoftText>
      )}
      {dormantSince !== null && (
        <SoftText>
          {t('affiliations.restingSince')} <DateTimeText instant={dormantSince} show="day" />
          {dormantBecause !== null && <> ({t(`affiliations.because.${dormantBecause}`)})</>}
        </SoftText>
      )}
      {isMissing && (
        <SoftText>
          {t('affiliations.servedUntil')} <DateTimeText instant={handover.servedUntil} show="day" />
        </SoftText>
      )}
      {isMissing && handover.dormantAt !== null && (
        <SoftText>
          {t('affiliations.restsFrom')} <DateTimeText instant={handover.dormantAt} show="day" />
        </SoftText>
      )}
    </Cluster>
  );
}
