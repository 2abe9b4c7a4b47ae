import { Button, Dialog, useTexts } from '@guildhall/ui';
import { useBlocker } from '@tanstack/react-router';
import type { ReactElement } from 'react';

/** Asks before the page is left while something on it is written and not saved. */
export function LeaveGuard({ isUnsaved }: { readonly isUnsaved: () => boolean }): ReactElement {
  const { t } = useTexts();
  const blocker = useBlocker({ shouldBlockFn: isUnsaved, enableBeforeUnload: isUnsaved, withResolver: true });
  const stay = (): void => blocker.reset?.();
  return (
    <Dialog
      title={t('achievements.leaveTitle')}
      isOpen={blocker.status === 'blocked'}
      onClose={stay}
      actions={
        <>
          <Button onPress={() => blocker.proceed?.()}>{t('achievements.leave')}</Button>
          <Button look="primary" isStrong onPress={stay}>
            {t('achievements.stay')}
          </Button>
        </>
      }
    >
      <p>{t('achievements.leaveBody')}</p>
    </Dialog>
  );
}
