import type { ReactElement } from 'react';
import { Notice, ResultNotice, useTexts } from '@guildhall/ui';
import { ProgressBar } from '../parts/Rows.js';
import type { CastState } from './use-cast.js';

/** How casting goes: the progress, and after a failure what is certain and what is kept. */
export function CastNews({ cast }: { readonly cast: CastState }): ReactElement | null {
  const { t } = useTexts();
  switch (cast.stage) {
    case 'PAPER':
    case 'CAST':
      return null;
    case 'SEALING':
      return (
        <div role="status">
          <p>{t('elections.sealing', { done: Math.min(cast.done + 1, cast.total), total: cast.total })}</p>
          <ProgressBar label={t('elections.sealingLabel')} value={cast.done} max={cast.total} />
        </div>
      );
    case 'SENDING':
      return <p role="status">{t('elections.sending')}</p>;
    case 'NOT_SENT':
      return <Notice tone="warn">{t(`elections.notSent.${cast.why}`)}</Notice>;
    case 'REFUSED':
      return (
        <>
          <ResultNotice outcome={cast.outcome} />
          <Notice tone="warn">
            {t(cast.outcome.result?.__typename === 'ConflictError' ? 'elections.refusedConflict' : 'elections.refused')}
          </Notice>
        </>
      );
    case 'UNKNOWN':
      return (
        <Notice tone="warn">
          <strong>{t('elections.unknownTitle')}</strong>
          <span>{t('elections.unknownBody')}</span>
        </Notice>
      );
  }
}
