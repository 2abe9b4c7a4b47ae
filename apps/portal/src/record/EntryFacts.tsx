import type { ReactElement } from 'react';
import { DateTimeText, SoftText, useTexts } from '@guildhall/ui';
import type { ShownEntry } from './record-documents.js';
import { useMinutesWords } from './use-minutes-words.js';

/** What kind of piece it is, when it was, and how long. */
export function EntryFacts({ entry }: { readonly entry: ShownEntry }): ReactElement {
  const { t } = useTexts();
  const say = useMinutesWords();
  const { kind, happenedAt, until, minutes, activityKind } = entry;
  return (
    <SoftText>
      {t(`recordKind.${kind}`)}
      {activityKind && ` · ${t(`activityKind.${activityKind}`)}`}
      {' · '}
      <DateTimeText instant={happenedAt} show="day" />
      {until && (
        <>
          {' – '}
          <DateTimeText instant={until} show="day" />
        </>
      )}
      {minutes != null && ` · ${say(minutes)}`}
    </SoftText>
  );
}
