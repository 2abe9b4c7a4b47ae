import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  CardGrid,
  Page,
  QueryView,
  SkeletonList,
  Stack,
  useGraphQuery,
  useSession,
  useTexts,
} from '@guildhall/ui';
import { ActivityCard } from '../activities/ActivityCard.js';
import { thisHour } from '../parts/this-hour.js';
import { changesOf } from './changes.js';
import { homeDocument } from './home-document.js';
import { HomeList } from './HomeList.js';
import { Offices } from './Offices.js';
import { needsOf } from './needs.js';

/** What needs the viewer, what is on, and what changed: one query over four services. */
export function HomePage(): ReactElement {
  const { t } = useTexts();
  const { state } = useSession();
  const query = useGraphQuery(homeDocument, { from: thisHour(new Date()) });
  const member = query.data?.viewer.member;
  const name = member?.displayName;
  const profile = state.status === 'signed-in' && (
    <Link className={buttonClass} data-look="plain" to="/profile">
      {t('profile.title')}
    </Link>
  );
  return (
    <Page
      title={name ? t('home.hello', { name: name.split(' ')[0] }) : t('app.name')}
      lead={t('home.lead')}
      actions={profile}
    >
      <QueryView query={query} skeleton={<SkeletonList count={5} height="9rem" />}>
        {({ viewer, activities }) => (
          <Stack gap="large">
            {viewer.member && (
              <HomeList title={t('home.needs')} empty={t('home.needsNothing')} items={needsOf(viewer.member)} />
            )}
            {viewer.member && <Offices member={viewer.member} />}
            <section>
              <Stack>
                <h2>{t('home.on')}</h2>
                <CardGrid>
                  {activities.edges.map(({ node }) => (
                    <ActivityCard key={node.id} activity={node} />
                  ))}
                </CardGrid>
                <p>
                  <Link to="/activities">{t('home.allActivities')}</Link>
                </p>
              </Stack>
            </section>
            {viewer.member && (
              <HomeList
                title={t('home.changed')}
                empty={t('home.changedNothing')}
                items={changesOf(viewer.member, new Date())}
              />
            )}
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}
