import {
  Button,
  buttonClass,
  Card,
  CardGrid,
  Cluster,
  EmptyState,
  NextPage,
  Page,
  partOf,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { Link } from '@tanstack/react-router';
import { useId, useState, type ReactElement } from 'react';
import {
  AchievementListDocument,
  type AchievementListQuery,
  type AchievementStatus,
} from '../generated/achievements/graphql.js';
import { AchievementStatusBadge } from './AchievementStatusBadge.js';
import { ForAchievementOffice } from './ForAchievementOffice.js';
import { useBothWords } from './use-both-words.js';

export { words } from './words.js';

type Listed = NonNullable<AchievementListQuery['achievements']>['edges'][number]['node'];

/** What credentials are given for, as those who write it see it: what is being written comes before what is in use. */
export function AchievementsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('achievements.title')} lead={t('achievements.lead')}>
      <ForAchievementOffice>
        {(actions) => (
          <Stack gap="large">
            {actions.includes('DRAFT') && (
              <Cluster>
                <Link to="/achievements/new" className={buttonClass} data-look="primary">
                  {t('achievements.write')}
                </Link>
              </Cluster>
            )}
            <Achievements />
            <OutOfUse />
          </Stack>
        )}
      </ForAchievementOffice>
    </Page>
  );
}

/** What nobody claims any more, for who wants to know why a credential says what it says. */
function OutOfUse(): ReactElement {
  const { t } = useTexts();
  const [isShown, setShown] = useState(false);
  if (isShown) return <Achievements status="RETIRED" />;
  return (
    <Cluster>
      <Button onPress={() => setShown(true)}>{t('achievements.showOutOfUse')}</Button>
    </Cluster>
  );
}

type AchievementsProps = { readonly status?: AchievementStatus; readonly after?: string };

const parts = [
  ['DRAFT', 'inWork'],
  ['PUBLISHED', 'inUse'],
  ['RETIRED', 'outOfUse'],
] as const;

function Achievements({ status, after }: AchievementsProps): ReactElement {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(AchievementListDocument, { status, after }), ({ achievements }) => achievements);
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList height="9rem" />}
      isEmpty={({ edges }) => edges.length === 0}
      empty={
        status === undefined ? (
          <EmptyState title={t('achievements.none')}>{t('achievements.noneLead')}</EmptyState>
        ) : (
          <SoftText>{t('achievements.noneOutOfUse')}</SoftText>
        )
      }
    >
      {({ edges, pageInfo }) => {
        const listed = edges.map(({ node }) => node);
        return (
          <Stack gap="large">
            {parts.map(([state, words]) => (
              <Part
                key={state}
                title={t(`achievements.${words}`)}
                listed={listed.filter((one) => one.status === state)}
              />
            ))}
            <NextPage pageInfo={pageInfo}>{(next) => <Achievements {...{ status }} after={next} />}</NextPage>
          </Stack>
        );
      }}
    </QueryView>
  );
}

function Part({ title, listed }: { readonly title: string; readonly listed: readonly Listed[] }): ReactElement | null {
  const headingId = useId();
  if (listed.length === 0) return null;
  return (
    <section aria-labelledby={headingId}>
      <Stack>
        <h2 id={headingId}>{title}</h2>
        <CardGrid>
          {listed.map((achievement) => (
            <AchievementCard key={achievement.id} achievement={achievement} />
          ))}
        </CardGrid>
      </Stack>
    </section>
  );
}

function AchievementCard({ achievement }: { readonly achievement: Listed }): ReactElement {
  const { t } = useTexts();
  const both = useBothWords();
  const { id, number, status, title, summary, validDays, viewerActions } = achievement;
  return (
    <Card as="article">
      <h3>
        <Link to="/achievements/$achievementId" params={{ achievementId: id }}>
          {both(title)}
        </Link>
      </h3>
      <Cluster>
        <AchievementStatusBadge status={status} />
        {viewerActions.includes('PUBLISH') && <StatusBadge tone="warn">{t('achievements.waitsForYou')}</StatusBadge>}
      </Cluster>
      <p>{both(summary)}</p>
      <SoftText isSmall>
        {t('achievements.version', { number })} ·{' '}
        {validDays == null ? t('achievements.forGood') : t('achievements.lasts', { count: validDays })}
      </SoftText>
    </Card>
  );
}
