import { useState, type ReactElement } from 'react';
import { Button, Card, Cluster, Form, Notice, SoftText, Stack, TextField, useForm, useTexts } from '@guildhall/ui';
import { placeOfCode, verifyLedger, type LedgerCheck } from './verify-ledger.js';
import type { ShownLedger } from './use-ledgers.js';

/** Checks the ledgers here in the browser, and against a code that was noted before. Nothing of it is stored or sent. */
export function VerifyCard({ ledgers }: { readonly ledgers: readonly ShownLedger[] }): ReactElement {
  const { t } = useTexts();
  const [checks, setChecks] = useState<readonly LedgerCheck[]>();
  const [isBusy, setBusy] = useState(false);
  const verify = async (): Promise<void> => {
    setBusy(true);
    setChecks(await Promise.all(ledgers.map(({ links }) => verifyLedger(links))));
    setBusy(false);
  };
  return (
    <Card>
      <h2>{t('readings.verifyTitle')}</h2>
      <SoftText>{t('readings.verifyLead')}</SoftText>
      <Cluster>
        <Button look="primary" isBusy={isBusy} onPress={() => void verify()}>
          {t('readings.verify')}
        </Button>
      </Cluster>
      {checks !== undefined && <Findings checks={checks} ledgers={ledgers} />}
    </Card>
  );
}

type FindingsProps = { readonly checks: readonly LedgerCheck[]; readonly ledgers: readonly ShownLedger[] };

function Findings({ checks, ledgers }: FindingsProps): ReactElement {
  const { t } = useTexts();
  const broken = checks.find(({ isWhole }) => !isWhole);
  const count = ledgers.reduce((sum, { links }) => sum + links.length, 0);
  if (broken !== undefined) return <Notice tone="danger">{t('readings.broken', { place: broken.brokenAt })}</Notice>;
  return (
    <Stack>
      <Notice tone="good">{t('readings.whole', { count })}</Notice>
      <p>{t('readings.code')}</p>
      <p>
        <code>{checks[0]?.code}</code>
      </p>
      <EarlierCode links={ledgers[0]?.links ?? []} />
    </Stack>
  );
}

function EarlierCode({ links }: { readonly links: ShownLedger['links'] }): ReactElement {
  const { t } = useTexts();
  const [place, setPlace] = useState<number>();
  const form = useForm({
    initial: { code: '' },
    submit: ({ code }) => {
      setPlace(placeOfCode(links, code));
      return Promise.resolve({});
    },
  });
  return (
    <Stack>
      <Form form={form} submitLabel={t('readings.compare')} submitLook="plain">
        <TextField name="code" label={t('readings.earlier')} hint={t('readings.earlierHint')} isOptional />
      </Form>
      {place !== undefined && (
        <Notice tone={place > 0 ? 'good' : 'danger'}>
          {place > 0 ? t('readings.sameUpTo', { place }) : t('readings.notFound')}
        </Notice>
      )}
    </Stack>
  );
}
