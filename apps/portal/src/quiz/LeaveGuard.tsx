import { useBlocker } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Button, Dialog, useTexts } from '@guildhall/ui';

/** Asks before a page is left on which something is written and not saved. */
export function LeaveGuard({ isOn }: { readonly isOn: boolean }): ReactElement {
  const { t } = useTexts();
  const blocker = useBlocker({ shouldBlockFn: () => isOn, enableBeforeUnload: isOn, withResolver: true });
  const stay = (): void => blocker.reset?.();
  const actions = (
    <>
      <Button look="primary" onPress={stay}>
        {t('quizEdit.stay')}
      </Button>
      <Button look="danger" onPress={() => blocker.proceed?.()}>
        {t('quizEdit.leave')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('quizEdit.leaveTitle')} isOpen={blocker.status === 'blocked'} onClose={stay} actions={actions}>
      <p>{t('quizEdit.leaveBody')}</p>
    </Dialog>
  );
}
