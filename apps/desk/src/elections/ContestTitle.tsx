import { useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';

/** What is needed to name a contest. */
export type NamedContest = {
  readonly position: { readonly title: string };
  readonly electorate: {
    readonly constituency?: { readonly programme: string; readonly year: number } | null;
  };
};

/** The name of a contest: its position, and the course where it is a course's. */
export function ContestTitle({ contest: { position, electorate } }: { readonly contest: NamedContest }): ReactElement {
  const { t } = useTexts();
  const { constituency } = electorate;
  if (!constituency) return <>{position.title}</>;
  const { programme, year } = constituency;
  return <>{t('elections.courseContest', { title: position.title, programme, year })}</>;
}
