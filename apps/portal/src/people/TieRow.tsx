import type { ReactElement } from 'react';
import { DateTimeText, SoftText, Stack, useTexts } from '@guildhall/ui';
import type { ShownTieFragment, TieAction } from '../generated/graphql.js';
import { Prose, Row } from '../parts/Rows.js';
import { PersonLink } from './PersonLink.js';
import { TieActions } from './TieActions.js';

/** One person of a list: who, what was said, since when, and what the list is for. */
export function TieRow({
  tie,
  sinceWords,
  only,
  onDone,
}: {
  readonly tie: ShownTieFragment;
  readonly sinceWords: 'since' | 'received' | 'sent' | 'blockedSince';
  readonly only: readonly TieAction[];
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const { member, message, since, knownAs } = tie;
  return (
    <Row>
      <Stack gap="small">
        <PersonLink member={member && { ...member, displayName: member.displayName ?? knownAs }} />
        {message && <Prose>{message}</Prose>}
        {since && (
          <SoftText isSmall>
            {t(`people.${sinceWords}`)} <DateTimeText instant={since} show="day" />
          </SoftText>
        )}
      </Stack>
      {member && <TieActions memberId={member.id} viewerActions={tie.viewerActions} only={only} onDone={onDone} />}
    </Row>
  );
}
