import { useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { RunContestFragment } from '../generated/election/graphql.js';

/** How many could vote and have; nothing before the roll is frozen, and nothing of small rolls while voting is open. */
export function TurnoutLine({ turnout }: Pick<RunContestFragment, 'turnout'>): ReactElement | null {
  const { t, language } = useTexts();
  if (!turnout) return null;
  const { cast, electorate } = turnout;
  const share = electorate === 0 ? 0 : cast / electorate;
  const percent = share.toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <p>
      {t('elections.turnout', {
        cast: cast.toLocaleString(language),
        electorate: electorate.toLocaleString(language),
        percent,
      })}
    </p>
  );
}
