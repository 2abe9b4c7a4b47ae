import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import {
  ActionButton,
  Button,
  Card,
  Cluster,
  DateTimeText,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { PassesQuery } from '../generated/graphql.js';
import { useAction } from '../graph/use-action.js';
import { passesDocument, renewPassDocument } from './door-documents.js';
import { SelfCheckIn } from './SelfCheckIn.js';

export { words } from './words.js';

const QrCode = lazy(async () => ({ default: (await import('./QrCode.js')).QrCode }));

type Holder = NonNullable<NonNullable<PassesQuery['activity']>['viewerRegistration']>;
type PassProps = { readonly activityId: string; readonly onChange: () => void };

/** The viewer's way in: their passes as QR codes, and the code at the door where people check themselves in. */
export function PassCard({ activityId, onChange }: PassProps): ReactElement | null {
  const { t } = useTexts();
  const { data, reload } = useGraphQuery(passesDocument, { id: activityId });
  const own = data?.activity?.viewerRegistration;
  const mayCheckIn = data?.activity?.doorActions.includes('SELF_CHECK_IN') === true;
  if (!own || !(own.passes.length > 0 || mayCheckIn)) return null;
  const change = (): void => {
    reload();
    onChange();
  };
  return (
    <Card>
      <h2>{t('pass.title')}</h2>
      {own.passes.length > 0 && <FoldedPasses own={own} onChange={reload} />}
      {mayCheckIn && <SelfCheckIn activityId={activityId} onDone={change} />}
    </Card>
  );
}

type HolderProps = { readonly own: Holder; readonly onChange: () => void };

/** Shown when they are asked for, so that nobody reads a code over a shoulder. */
function FoldedPasses(props: HolderProps): ReactElement {
  const { t } = useTexts();
  const [isShown, setShown] = useState(false);
  useAwake(isShown);
  if (isShown) return <Passes {...props} />;
  return (
    <Cluster>
      <Button look="primary" onPress={() => setShown(true)}>
        {t('pass.show')}
      </Button>
    </Cluster>
  );
}

function Passes({ own, onChange }: HolderProps): ReactElement {
  const { t } = useTexts();
  const renew = useAction(renewPassDocument, (data) => data.renewPass);
  return (
    <Stack>
      <SoftText>{t('pass.lead')}</SoftText>
      {own.passes.map(({ code, checkpoint, validFrom, validUntil }) => {
        const label = t('pass.codeOf', { checkpoint: checkpoint.name ?? t('pass.mainDoor') });
        return (
          <Stack key={checkpoint.id} gap="small">
            {own.passes.length > 1 && <h3>{checkpoint.name ?? t('pass.mainDoor')}</h3>}
            <Suspense fallback={null}>
              <QrCode text={code} label={label} />
            </Suspense>
            <SoftText isSmall>
              {t('pass.valid')} <DateTimeText instant={validFrom} /> {t('pass.until')}{' '}
              <DateTimeText instant={validUntil} />
            </SoftText>
          </Stack>
        );
      })}
      <SoftText isSmall>
        {t('pass.bright')} {t('pass.asText')}
      </SoftText>
      <ActionButton
        viewerActions={own.passActions}
        action="RENEW"
        look="quiet"
        label={t('pass.renew')}
        confirm={{ title: t('pass.renewTitle'), body: t('pass.renewBody'), label: t('pass.renew') }}
        onRun={() => renew({ input: { registrationId: own.id } })}
        onDone={onChange}
      />
    </Stack>
  );
}

/** Keeps the screen on while a pass is shown, where the browser can. */
function useAwake(isShown: boolean): void {
  useEffect(() => {
    if (!isShown || !('wakeLock' in navigator)) return undefined;
    const lock = navigator.wakeLock.request('screen').catch(() => undefined);
    return () => void lock.then((held) => held?.release());
  }, [isShown]);
}
