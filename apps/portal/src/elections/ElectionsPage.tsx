import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import {
  buttonClass,
  CardGrid,
  NextPage,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  useGraphQuery,
  useSession,
  useTexts,
} from '@guildhall/ui';
import type { ElectionsQuery } from '../generated/graphql.js';
import { electionsDocument, electionsToVoteInDocument } from './election-list-documents.js';
import { ElectionCard } from './ElectionCard.js';

export { words } from './words.js';

/** All elections that the viewer may know of: what to vote in, what is to come, and how the last ones ended. */
export function ElectionsPage(): ReactElement {
  const { t } = useTexts();
  const { state } = useSession();
  const isPerson = state.status === 'signed-in';
  const waiting = useGraphQuery(electionsToVoteInDocument, {}, { isPaused: !isPerson });
  const toVoteIn = waiting.data?.viewer.electionsToVoteIn ?? [];
  return (
    <Page
      title={t('elections.title')}
      lead={t('elections.lead')}
      actions={
        isPerson && (
          <Link className={buttonClass} to="/candidacies">
            {t('elections.myCandidacies')}
          </Link>
        )
      }
    >
      <Stack gap="large">
        {isPerson && (
          <Section title={t('elections.voteNow')}>
            <QueryView query={waiting} skeleton={<SkeletonList count={1} height="10rem" />}>
              {({ viewer: { electionsToVoteIn } }) =>
                electionsToVoteIn === null || electionsToVoteIn === undefined || electionsToVoteIn.length === 0 ? (
                  <SoftText>{t(electionsToVoteIn ? 'elections.voteNowNone' : 'elections.unknown')}</SoftText>
                ) : (
                  <CardGrid>
                    {electionsToVoteIn.map((election) => (
                      <ElectionCard key={election.id} election={election} canVote />
                    ))}
                  </CardGrid>
                )
              }
            </QueryView>
          </Section>
        )}
        <Section title={t('elections.underWay')}>
          <ElectionList isOver={false} leftOut={toVoteIn.map(({ id }) => id)} />
        </Section>
        <Section title={t('elections.past')}>
          <ElectionList isOver leftOut={[]} />
        </Section>
      </Stack>
    </Page>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section>
      <Stack>
        <h2>{title}</h2>
        {children}
      </Stack>
    </section>
  );
}

type ListProps = {
  readonly isOver: boolean;
  /** Elections that stand above already. */
  readonly leftOut: readonly string[];
  readonly after?: string;
};

type ElectionsAnswer = ElectionsQuery['elections'];

/** True when nothing of a page is left to show and nothing comes after it. */
function isNothing(elections: ElectionsAnswer, leftOut: readonly string[]): boolean {
  return elections?.pageInfo.hasNextPage === false && elections.edges.every(({ node }) => leftOut.includes(node.id));
}

function ElectionList({ isOver, leftOut, after }: ListProps): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(electionsDocument, { isOver, first: 20, after });
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={2} height="8rem" />}
      isEmpty={({ elections }) => isNothing(elections, leftOut)}
      empty={<SoftText>{t(isOver ? 'elections.pastNone' : 'elections.underWayNone')}</SoftText>}
    >
      {({ elections }) =>
        elections ? (
          <Stack>
            <CardGrid>
              {elections.edges
                .filter(({ node }) => !leftOut.includes(node.id))
                .map(({ node }) => (
                  <ElectionCard key={node.id} election={node} />
                ))}
            </CardGrid>
            <NextPage pageInfo={elections.pageInfo}>
              {(next) => <ElectionList {...{ isOver, leftOut }} after={next} />}
            </NextPage>
          </Stack>
        ) : (
          <SoftText>{t('elections.unknown')}</SoftText>
        )
      }
    </QueryView>
  );
}
