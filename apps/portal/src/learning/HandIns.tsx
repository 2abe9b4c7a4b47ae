import type { ReactElement } from 'react';
import { DateTimeText, SoftText, Stack, StatusBadge, useTexts } from '@guildhall/ui';
import styles from './learning.module.css';
import type { ShownHandIn } from './path-document.js';

type HandInsProps = { readonly handIns: readonly ShownHandIn[]; readonly rubric: readonly string[] };

const tones = { OPEN: 'info', ACCEPTED: 'good', SENT_BACK: 'warn', WITHDRAWN: 'neutral' } as const;

/** What the viewer handed in, newest first, with what the reviewers wrote; earlier rounds are folded away. */
export function HandIns({ handIns, rubric }: HandInsProps): ReactElement | null {
  const { t } = useTexts();
  const [newest, ...earlier] = handIns;
  if (newest === undefined) return null;
  return (
    <Stack gap="small">
      <HandIn handIn={newest} rubric={rubric} />
      {earlier.length > 0 && (
        <details>
          <summary>{t('path.earlierRounds')}</summary>
          <Stack>
            {earlier.map((handIn) => (
              <HandIn key={handIn.id} handIn={handIn} rubric={rubric} />
            ))}
          </Stack>
        </details>
      )}
    </Stack>
  );
}

function HandIn({
  handIn,
  rubric,
}: {
  readonly handIn: ShownHandIn;
  readonly rubric: readonly string[];
}): ReactElement {
  const { t } = useTexts();
  const { round, status, handedInAt, words, reviewersDone, reviewersWanted, feedback } = handIn;
  return (
    <Stack gap="small">
      <span>
        {t('path.round', { round })} · <DateTimeText instant={handedInAt} show="day" />{' '}
        <StatusBadge tone={tones[status]}>{t(`handIn.${status}`)}</StatusBadge>
      </span>
      {status === 'OPEN' && (
        <SoftText isSmall>{t('path.reviewersDone', { done: reviewersDone, of: reviewersWanted })}</SoftText>
      )}
      <details>
        <summary>{t('path.yourWork')}</summary>
        <blockquote className={styles.quote}>{words}</blockquote>
      </details>
      {feedback.map((one, index) => (
        <figure key={index}>
          <figcaption>
            {t('path.reviewer', { number: index + 1 })}: {t(`verdict.${one.verdict}`)}
          </figcaption>
          <blockquote className={styles.quote}>{one.words}</blockquote>
          <ul>
            {one.marks.map(({ criterion, isMet, words: remark }) => (
              <li key={criterion}>
                {rubric[criterion]} <strong>{t(isMet ? 'mark.met' : 'mark.notYet')}</strong> {remark}
              </li>
            ))}
          </ul>
        </figure>
      ))}
    </Stack>
  );
}
