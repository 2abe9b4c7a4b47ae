import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  buttonClass,
  Button,
  CardGrid,
  EmptyState,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  useGraphQuery,
  useSession,
  useTexts,
} from '@guildhall/ui';
import { ActivityCard } from '../activities/ActivityCard.js';
import { BallotsWaiting } from '../elections/BallotsWaiting.js';
import styles from '../parts/parts.module.css';
import { thisHour } from '../parts/this-hour.js';
import { CampusNews } from './CampusNews.js';
import { changesOf } from './changes.js';
import { homeDocument, type HomeActivities, type HomeBallots, type HomeMember } from './home-document.js';
import { HaveYourSay } from './HaveYourSay.js';
import { HomeList } from './HomeList.js';
import { Offices } from './Offices.js';
import { needsOf, plansOf } from './needs.js';

export { words } from './words.js';

/** What needs the viewer, what is on, and what changed: one query over four services. */
export function HomePage(): ReactElement {
  const { t } = useTexts();
  const { state } = useSession();
  const query = useGraphQuery(homeDocument, { from: thisHour(new Date()) });
  const member = query.data?.viewer.member;
  const name = member?.displayName;
  const profile = state.status === 'signed-in' && member !== null && (
    <Link className={buttonClass} data-look="plain" to="/profile">
      {t('home.profile')}
    </Link>
  );
  return (
    <Page
      title={name ? t('home.hello', { name: name.split(' ')[0] }) : t('app.name')}
      lead={t(state.status === 'signed-out' ? 'home.visitorLead' : 'home.lead')}
      actions={profile}
    >
      <QueryView query={query} skeleton={<SkeletonList count={5} height="9rem" />}>
        {({ viewer, activities }) => (
          <Stack gap="large">
            {viewer.member && <Own member={viewer.member} ballots={viewer.electionsToVoteIn ?? []} />}
            {state.status === 'signed-out' && <Welcome />}
            <WhatIsOn activities={activities} />
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}

type OwnProps = { readonly member: HomeMember; readonly ballots: HomeBallots };

/** The viewer's own part: what waits for a decision or a step, where they go, what happened meanwhile. */
function Own({ member, ballots }: OwnProps): ReactElement {
  const { t } = useTexts();
  const now = new Date();
  const { cases, enrolments, registrations } = member;
  // Nothing is only said to be there when every service that would know has answered.
  const nothing = (key: string, ...parts: readonly unknown[]): string =>
    t(parts.every((part) => part !== null) ? key : 'home.unknown');
  return (
    <div className={styles.columns}>
      <BallotsWaiting elections={ballots} />
      <HomeList
        title={t('home.needs')}
        empty={nothing('home.needsNothing', cases, enrolments)}
        items={needsOf(member)}
      />
      <Offices member={member} />
      <HaveYourSay />
      <CampusNews />
      <HomeList
        title={t('home.plans')}
        empty={nothing('home.plansNothing', registrations)}
        items={plansOf(member, now)}
      />
      <HomeList
        title={t('home.changed')}
        empty={nothing('home.changedNothing', cases, enrolments, registrations)}
        items={changesOf(member, now)}
      />
    </div>
  );
}

function Welcome(): ReactElement {
  const { t } = useTexts();
  const { session } = useSession();
  const signIn = (
    <Button look="primary" onPress={session.signIn}>
      {t('shell.signIn')}
    </Button>
  );
  return (
    <EmptyState picture="door" title={t('home.welcome')} action={signIn}>
      {t('home.welcomeLead')}
    </EmptyState>
  );
}

function WhatIsOn({ activities }: { readonly activities: HomeActivities }): ReactElement {
  const { t } = useTexts();
  return (
    <section>
      <Stack>
        <h2>{t('home.on')}</h2>
        {activities ? (
          <CardGrid>
            {activities.edges.map(({ node }) => (
              <ActivityCard key={node.id} activity={node} />
            ))}
          </CardGrid>
        ) : (
          <SoftText>{t('home.unknown')}</SoftText>
        )}
        <p>
          <Link to="/activities">{t('home.allActivities')}</Link>
        </p>
      </Stack>
    </section>
  );
}
