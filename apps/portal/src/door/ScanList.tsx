import type { ReactElement } from 'react';
import { Card, Cluster, DateTimeText, Notice, SoftText, StatusBadge, useTexts, type Tone } from '@guildhall/ui';
import { Row, Rows } from '../parts/Rows.js';
import { isKept } from './door-book.js';
import type { SentAnswer } from './use-scan-queue.js';
import type { ShownScan } from './use-scans.js';

const tones: Readonly<Record<string, Tone>> = {
  CHECKED_IN: 'good',
  CHECKED_OUT: 'good',
  ALREADY_IN: 'warn',
  ALREADY_OUT: 'warn',
  NOT_IN: 'warn',
  UNSURE: 'neutral',
};

/** The last scans: what this device said, and since it was sent what counts. Conflicts are told in words. */
export function ScanList({ shown }: { readonly shown: readonly ShownScan[] }): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('scan.last')}</h2>
      <div role="log" aria-label={t('scan.last')}>
        {shown.length === 0 && <SoftText>{t('scan.none')}</SoftText>}
        <Rows>
          {shown.map((scan) => (
            <Row key={scan.nonce}>
              <ScanLine scan={scan} />
            </Row>
          ))}
        </Rows>
      </div>
    </Card>
  );
}

function ScanLine({ scan }: { readonly scan: ShownScan }): ReactElement {
  const { t } = useTexts();
  const { answer, local, name, scannedAt } = scan;
  const outcome = answer?.outcome ?? local;
  const isWaiting = answer === undefined && isKept(local);
  return (
    <>
      <div>
        <strong>{name ?? t('scan.somebody')}</strong>{' '}
        <SoftText isSmall>
          <DateTimeText instant={scannedAt} show="time" />
        </SoftText>
      </div>
      <Cluster>
        <StatusBadge tone={tones[outcome] ?? 'danger'}>
          {outcome === 'UNSURE' ? t('scan.unsure') : t(`scanOutcome.${outcome}`)}
        </StatusBadge>
        {isWaiting && <SoftText isSmall>{t('scan.waitingToSend', { count: 1 })}</SoftText>}
      </Cluster>
      {answer?.other && (
        <OtherScan other={answer.other} isCounted={outcome === 'CHECKED_IN'} wasLetIn={local === 'CHECKED_IN'} />
      )}
    </>
  );
}

type OtherProps = {
  readonly other: NonNullable<SentAnswer['other']>;
  readonly isCounted: boolean;
  readonly wasLetIn: boolean;
};

/** The scan of another device, and what it means that both let the person in. */
function OtherScan({ other, isCounted, wasLetIn }: OtherProps): ReactElement {
  const { t } = useTexts();
  const device = other.deviceLabel ?? t('scan.otherDevice');
  return (
    <>
      <SoftText isSmall>
        {t(isCounted ? 'scan.otherBeside' : 'scan.otherBefore', { device })}{' '}
        <DateTimeText instant={other.scannedAt} show="time" />
      </SoftText>
      {(isCounted || wasLetIn) && <Notice tone="warn">{t('scan.conflict')}</Notice>}
    </>
  );
}
