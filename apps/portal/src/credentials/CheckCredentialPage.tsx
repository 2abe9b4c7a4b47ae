import { useState, type ReactElement } from 'react';
import {
  Card,
  DateTimeText,
  Form,
  Notice,
  Page,
  SoftText,
  Stack,
  TextAreaField,
  useForm,
  useTexts,
} from '@guildhall/ui';
import type { CheckCredentialMutation } from '../generated/graphql.js';
import { useAction } from '../graph/use-action.js';
import { checkDocument } from './check-document.js';
import styles from './credentials.module.css';

export { words } from './words.js';

type Check = Extract<
  CheckCredentialMutation['checkCredential'],
  { readonly __typename: 'CheckCredentialSuccess' }
>['check'];

const tones = {
  IN_FORCE: 'good',
  SUSPENDED: 'warn',
  REVOKED: 'danger',
  EXPIRED: 'warn',
  NOT_OURS: 'danger',
  UNREADABLE: 'danger',
} as const;

/** Says in plain words what a signed document is worth; for anybody, and nobody is told. */
export function CheckCredentialPage(): ReactElement {
  const { t } = useTexts();
  const [check, setCheck] = useState<Check>();
  const ask = useAction(checkDocument, (data) => data.checkCredential);
  const form = useForm({
    initial: { document: '' },
    submit: ({ document }) => ask({ input: { document } }),
    onDone: (result) => {
      if (result.__typename === 'CheckCredentialSuccess') setCheck(result.check);
    },
  });
  const take = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) form.change('document', await file.text());
  };
  return (
    <Page title={t('check.title')} lead={t('check.lead')}>
      <Stack>
        <Card>
          <Stack>
            <label className={styles.criterion}>
              {t('check.file')}
              <input
                type="file"
                accept=".json,application/json"
                onChange={({ target }) => void take(target.files?.[0])}
              />
            </label>
            <Form form={form} submitLabel={t('check.run')}>
              <TextAreaField name="document" label={t('check.document')} hint={t('check.documentHint')} rows={6} />
            </Form>
          </Stack>
        </Card>
        {check && <Finding check={check} />}
        <SoftText isSmall>{t('check.elsewhere')}</SoftText>
      </Stack>
    </Page>
  );
}

function Finding({ check }: { readonly check: Check }): ReactElement {
  const { t } = useTexts();
  const { finding, title, holderName, issuedAt, expiresAt } = check;
  return (
    <Stack gap="small">
      <Notice tone={tones[finding]}>{t(`check.finding.${finding}`)}</Notice>
      {title && (
        <div className={styles.thing} data-kind="credential">
          <strong>{title}</strong>
          <SoftText>{holderName ? t('check.names', { name: holderName }) : t('check.namesNobody')}</SoftText>
          {issuedAt && (
            <SoftText isSmall>
              {t('credentials.issuedOn')} <DateTimeText instant={issuedAt} show="day" />
              {expiresAt && (
                <>
                  {' · '}
                  {t('credentials.until')} <DateTimeText instant={expiresAt} show="day" />
                </>
              )}
            </SoftText>
          )}
        </div>
      )}
    </Stack>
  );
}
