import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  ActionButton,
  buttonClass,
  Card,
  CardGrid,
  EmptyState,
  NextPage,
  Notice,
  Page,
  QueryView,
  SignedIn,
  SkeletonList,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { useReloadOn } from '../graph/use-reload-on.js';
import { LearningSections } from '../learning/LearningSections.js';
import { ProgressBar } from '../parts/Rows.js';
import { RecordSections } from '../record/RecordSections.js';
import { claimDocument, credentialsDocument, towardsDocument, type Prospect } from './credential-documents.js';
import styles from './credentials.module.css';
import { HeldCredentialCard } from './HeldCredentialCard.js';
import { useBothWords } from './use-both-words.js';
import { useCriterionWords } from './use-criterion-words.js';

export { words } from './words.js';

/** What the viewer earned and can earn; claiming is their choice. */
export function CredentialsPage(): ReactElement {
  const { t } = useTexts();
  const [claims, setClaims] = useState(0);
  return (
    <Page
      title={t('credentials.title')}
      lead={t('credentials.lead')}
      actions={
        <Link className={buttonClass} to="/record/links">
          {t('credentials.toLinks')}
        </Link>
      }
    >
      <Stack>
        <LearningSections current="/record" />
        <RecordSections current="/record/credentials" />
        <SignedIn>
          <Stack>
            <h2>{t('credentials.held')}</h2>
            <Held {...{ claims }} />
            <h2>{t('credentials.towards')}</h2>
            <Towards {...{ claims }} onClaimed={() => setClaims(claims + 1)} />
          </Stack>
        </SignedIn>
      </Stack>
    </Page>
  );
}

type HeldProps = { readonly claims: number; readonly after?: string };

function Held({ claims, after }: HeldProps): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(credentialsDocument, after === undefined ? {} : { after });
  useReloadOn(claims, query);
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={2} height="8rem" />}
      isEmpty={({ viewer }) => (viewer.member?.credentials?.edges ?? []).length === 0}
      empty={
        <EmptyState picture="shelf" title={t('credentials.none')}>
          {t('credentials.noneLead')}
        </EmptyState>
      }
    >
      {({ viewer: { member } }) =>
        member?.credentials && (
          <Stack>
            {member.credentials.edges.map(({ node }) => (
              <HeldCredentialCard key={node.id} credential={node} />
            ))}
            <NextPage pageInfo={member.credentials.pageInfo}>
              {(next) => <Held {...{ claims }} after={next} />}
            </NextPage>
          </Stack>
        )
      }
    </QueryView>
  );
}

type TowardsProps = { readonly claims: number; readonly onClaimed: () => void };

function Towards({ claims, onClaimed }: TowardsProps): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(towardsDocument, {});
  useReloadOn(claims, query);
  return (
    <QueryView query={query} skeleton={<SkeletonList count={3} height="8rem" />}>
      {({ viewer: { member } }) =>
        (member?.towardsCredentials ?? []).length === 0 ? (
          <Notice tone="neutral">{t('credentials.nothingLeft')}</Notice>
        ) : (
          <CardGrid>
            {(member?.towardsCredentials ?? []).map((prospect) => (
              <ProspectCard key={prospect.achievement.id} prospect={prospect} onClaimed={onClaimed} />
            ))}
          </CardGrid>
        )
      }
    </QueryView>
  );
}

type ProspectProps = { readonly prospect: Prospect; readonly onClaimed: () => void };

function ProspectCard({ prospect, onClaimed }: ProspectProps): ReactElement {
  const { t } = useTexts();
  const both = useBothWords();
  const say = useCriterionWords();
  const claim = useAction(claimDocument, (data) => data.claimCredential);
  const { achievement, criteria, viewerActions } = prospect;
  const name = both(achievement.title);
  return (
    <Card>
      <Stack>
        <h3>{name}</h3>
        <p>{both(achievement.summary)}</p>
        {criteria.map(({ criterion, reached }, index) => (
          <div className={styles.criterion} key={index}>
            <SoftText isSmall>{say(criterion, reached)}</SoftText>
            <ProgressBar label={say(criterion, reached)} value={reached} max={criterion.amount} />
          </div>
        ))}
        <ActionButton
          viewerActions={viewerActions}
          action="CLAIM"
          look="primary"
          label={t('credentials.claim', { name })}
          onRun={() => claim({ input: { achievementId: achievement.id } })}
          onDone={onClaimed}
        />
      </Stack>
    </Card>
  );
}
