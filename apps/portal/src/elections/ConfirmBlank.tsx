import { useState, type ReactElement } from 'react';
import { Button, Dialog, useTexts } from '@guildhall/ui';

/** The way to a blank ballot, which is asked about because it helps nobody. */
export function ConfirmBlank({ onBlank }: { readonly onBlank: () => void }): ReactElement {
  const { t } = useTexts();
  const [isAsking, setAsking] = useState(false);
  const close = (): void => setAsking(false);
  const actions = (
    <>
      <Button onPress={close}>{t('action.cancel')}</Button>
      <Button
        look="primary"
        onPress={() => {
          close();
          onBlank();
        }}
      >
        {t('elections.blankYes')}
      </Button>
    </>
  );
  return (
    <>
      <Button look="quiet" opensDialog onPress={() => setAsking(true)}>
        {t('elections.blank')}
      </Button>
      <Dialog title={t('elections.blankTitle')} isOpen={isAsking} onClose={close} actions={actions}>
        <p>{t('elections.blankBody')}</p>
      </Dialog>
    </>
  );
}
