import type { ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
import { PersonLink } from '../people/PersonLink.js';

type WriterProps = {
  readonly author: { readonly id: string; readonly displayName?: string | null } | null | undefined;
  readonly isOwn: boolean;
  readonly isRep?: boolean;
};

/** Who wrote something: you, somebody by their own choice, a representative, or a student of your course. */
export function Writer({ author, isOwn, isRep = false }: WriterProps): ReactElement {
  const { t } = useTexts();
  if (isOwn) return <>{t('issue.you')}</>;
  if (author?.displayName)
    return (
      <>
        <PersonLink member={author} /> {isRep && <>({t('issue.rep')})</>}
      </>
    );
  return <>{t(isRep ? 'issue.aRep' : 'issue.aStudent')}</>;
}
