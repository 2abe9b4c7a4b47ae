import { Button, Card, Cluster, SoftText, Stack, useTexts } from '@guildhall/ui';
import { useEffect, useState, type ReactElement } from 'react';
import { KeepKey } from './KeepKey.js';
import type { KeyProps } from './KeysPage.js';
import { ProveKept } from './ProveKept.js';

/** A key pair that was just made and is nowhere but on this page. */
export type MadeKey = { readonly publicKey: string; readonly privateKey: string };

/** Makes a key in three steps: make it, keep it, prove that it was kept. Only then its public half is given. */
export function MakeKey({ election, onChange }: KeyProps): ReactElement {
  const { t } = useTexts();
  const [made, setMade] = useState<MadeKey>();
  const [isKept, setKept] = useState(false);
  useWarningBeforeLeaving(made !== undefined);
  return (
    <Card>
      <h2>{t('keys.make')}</h2>
      {made === undefined && <Begin onMade={setMade} />}
      {made !== undefined && !isKept && <KeepKey {...{ election, made }} onKept={() => setKept(true)} />}
      {made !== undefined && isKept && <ProveKept {...{ election, made, onChange }} onBack={() => setKept(false)} />}
    </Card>
  );
}

function Begin({ onMade }: { readonly onMade: (key: MadeKey) => void }): ReactElement {
  const { t } = useTexts();
  const [isBusy, setBusy] = useState(false);
  const make = async (): Promise<void> => {
    setBusy(true);
    const { makeTrusteeKey } = await import('./trustee-keys.js');
    onMade(await makeTrusteeKey());
  };
  return (
    <Stack gap="small">
      <p>{t('keys.makeLead')}</p>
      <SoftText>{t('keys.makePlace')}</SoftText>
      <Cluster>
        <Button look="primary" isBusy={isBusy} onPress={() => void make()}>
          {t('keys.makeNow')}
        </Button>
      </Cluster>
    </Stack>
  );
}

/** Until the public half is given, leaving the page would lose the key. */
function useWarningBeforeLeaving(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isNeeded]);
}
