import { useBlocker } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Button, Dialog, useTexts } from '@guildhall/ui';

/** Asks before a page is left whose contents are kept nowhere else. */
export function LeaveGuard({ isOn, body }: { readonly isOn: boolean; readonly body: string }): ReactElement {
  const { t } = useTexts();
  const blocker = useBlocker({ shouldBlockFn: () => isOn, enableBeforeUnload: isOn, withResolver: true });
  const stay = (): void => blocker.reset?.();
  const actions = (
    <>
      <Button look="primary" onPress={stay}>
        {t('elections.stay')}
      </Button>
      <Button look="danger" onPress={() => blocker.proceed?.()}>
        {t('elections.leave')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('elections.leaveTitle')} isOpen={blocker.status === 'blocked'} onClose={stay} actions={actions}>
      <p>{body}</p>
    </Dialog>
  );
}
