import type { ReactElement } from 'react';
import { StatusBadge, useSession, useTexts, type Tone } from '@guildhall/ui';
import type { ViewerBallot } from '../generated/graphql.js';

const tones: Readonly<Record<ViewerBallot, Tone>> = {
  TO_COME: 'neutral',
  NOT_ON_ROLL: 'neutral',
  OPEN: 'info',
  CAST: 'good',
  NOT_CAST: 'neutral',
};

/** Where the viewer's ballot in a contest is, in a word; nothing for visitors, who have none. */
export function ViewerBallotBadge({ ballot }: { readonly ballot: ViewerBallot }): ReactElement | null {
  const { t } = useTexts();
  const { state } = useSession();
  if (state.status !== 'signed-in') return null;
  return <StatusBadge tone={tones[ballot]}>{t(`elections.ballot.${ballot}`)}</StatusBadge>;
}
