import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  Button,
  buttonClass,
  Card,
  Cluster,
  DateTimeText,
  Notice,
  SoftText,
  useSession,
  useTexts,
} from '@guildhall/ui';
import type { ShownElection } from './election-document.js';

/** What there is to do for the viewer now: vote, or know that it is done, or when it will be time. */
export function VotePart({ election }: { readonly election: ShownElection }): ReactElement | null {
  const { t } = useTexts();
  const { state, session } = useSession();
  const { id, status, viewerActions, contests, schedule } = election;
  const count = (ballot: string): number => contests.filter(({ viewerBallot }) => viewerBallot === ballot).length;
  if (status !== 'VOTING') return null;
  if (state.status === 'signed-out')
    return (
      <Card>
        <h2>{t('elections.votingIsOpen')}</h2>
        <SoftText>{t('elections.signInToVote')}</SoftText>
        <Cluster>
          <Button look="primary" onPress={session.signIn}>
            {t('shell.signIn')}
          </Button>
        </Cluster>
      </Card>
    );
  const [left, cast] = [count('OPEN'), count('CAST')];
  return (
    <Card>
      <h2>{t('elections.votingIsOpen')}</h2>
      <SoftText>
        {t('elections.votingCloses')} <DateTimeText instant={schedule.votingClosesAt} isRelative />
      </SoftText>
      {cast > 0 && <Notice tone="good">{t('elections.votedIn', { count: cast })}</Notice>}
      {left === 0 && cast === 0 && <Notice>{t('elections.onNoRoll')}</Notice>}
      {left > 0 && <p>{t('elections.ballotsLeft', { count: left })}</p>}
      {left > 0 && viewerActions.includes('VOTE') && (
        <Cluster>
          <Link
            className={buttonClass}
            data-look="primary"
            to="/elections/$electionId/vote"
            params={{ electionId: id }}
          >
            {t('elections.vote')}
          </Link>
        </Cluster>
      )}
    </Card>
  );
}
