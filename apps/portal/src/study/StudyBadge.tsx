import type { ReactElement } from 'react';
import { StatusBadge, useTexts, type Tone } from '@guildhall/ui';

const tones: Readonly<Record<string, Tone>> = {
  ACTIVE: 'good',
  SEATED: 'good',
  RUNNING: 'good',
  FORMING: 'info',
  INVITED: 'info',
  PLANNED: 'info',
  WAITING: 'warn',
  PAUSED: 'warn',
  REMOVED: 'danger',
};

/** Where a study group, a place in one, or a session stands, in the reader's language. */
export function StudyBadge({
  of,
  status,
}: {
  readonly of: 'group' | 'place' | 'session';
  readonly status: string;
}): ReactElement {
  const { t } = useTexts();
  return <StatusBadge tone={tones[status] ?? 'neutral'}>{t(`studyStatus.${of}.${status}`)}</StatusBadge>;
}
