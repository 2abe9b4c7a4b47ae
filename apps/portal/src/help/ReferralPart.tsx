import type { ReactElement } from 'react';
import { Card, Cluster, DateTimeText, SoftText, Stack, useTexts } from '@guildhall/ui';
import { Prose } from '../parts/Rows.js';
import { StatusWord } from '../parts/StatusWord.js';
import type { ShownReferral } from './case-document.js';
import { ConsentForm, FieldList } from './ConsentForm.js';
import { GlassBox } from './GlassBox.js';
import { Questions } from './Questions.js';
import { WithdrawConsent } from './WithdrawConsent.js';

type PartProps = { readonly referral: ShownReferral; readonly onChange: () => void };

/** One request to a department: consent to it, see what it sees, answer it, take it back. */
export function ReferralPart({ referral, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  const department = referral.department?.name ?? t('referral.department');
  const isOpen = referral.viewerActions.includes('CONSENT');
  return (
    <Card>
      <h2>{t('referral.title', { department })}</h2>
      <Cluster>
        <StatusWord family="referral" status={referral.status} />
        {referral.dueAt && !referral.response && referral.status !== 'WITHDRAWN' && (
          <SoftText isSmall>
            {t('referral.due')} <DateTimeText instant={referral.dueAt} show="day" isRelative />
          </SoftText>
        )}
      </Cluster>
      {isOpen ? <ConsentForm referral={referral} onChange={onChange} /> : <Shown referral={referral} />}
      <Questions referral={referral} onChange={onChange} />
      <Response referral={referral} />
      <GlassBox key={referral.status} referralId={referral.id} />
      <Cluster>
        <WithdrawConsent referral={referral} onChange={onChange} />
      </Cluster>
    </Card>
  );
}

function Shown({ referral }: { readonly referral: ShownReferral }): ReactElement {
  const { t } = useTexts();
  const consented = referral.fields.filter((field) => field.consented);
  const kept = referral.fields.filter((field) => !field.consented);
  if (referral.status === 'WITHDRAWN') return <SoftText>{t('referral.seesNothing')}</SoftText>;
  return (
    <Stack>
      {consented.length > 0 && (
        <Stack gap="small">
          <h3>{t('referral.sees')}</h3>
          <FieldList fields={consented} />
        </Stack>
      )}
      {kept.length > 0 && (
        <Stack gap="small">
          <h3>{t('referral.kept')}</h3>
          <FieldList fields={kept} />
        </Stack>
      )}
    </Stack>
  );
}

function Response({ referral: { response, department } }: { readonly referral: ShownReferral }): ReactElement | null {
  const { t } = useTexts();
  if (!response) return null;
  return (
    <Stack gap="small">
      <h3>{t('referral.answer', { department: department?.name ?? t('referral.department') })}</h3>
      <SoftText isSmall>
        {t(`decision.${response.decision}`)} · <DateTimeText instant={response.respondedAt} />
      </SoftText>
      {response.text && <Prose>{response.text}</Prose>}
      {response.redirectTo && <SoftText>{t('referral.redirect', { department: response.redirectTo.name })}</SoftText>}
    </Stack>
  );
}
