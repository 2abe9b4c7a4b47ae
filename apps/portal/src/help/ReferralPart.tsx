import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { lazy, Suspense } from 'react';
import {
  buttonClass,
  Card,
  Cluster,
  DateTimeText,
  ReferralFieldList,
  Skeleton,
  SoftText,
  Stack,
  useTexts,
} from '@guildhall/ui';
import { Prose } from '../parts/Rows.js';
import { StatusWord } from '../parts/StatusWord.js';
import type { ShownReferral } from './case-document.js';
import { Questions } from './Questions.js';
import { WithdrawConsent } from './WithdrawConsent.js';

const ConsentForm = lazy(async () => ({ default: (await import('./ConsentForm.js')).ConsentForm }));

type PartProps = { readonly caseId: string; readonly referral: ShownReferral; readonly onChange: () => void };

/** One request to a department: consent to it, see what it sees, answer it, take it back. */
export function ReferralPart({ caseId, referral, onChange }: PartProps): ReactElement {
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
      {isOpen ? (
        <Suspense fallback={<Skeleton height="16rem" />}>
          <ConsentForm referral={referral} onChange={onChange} />
        </Suspense>
      ) : (
        <Shown referral={referral} />
      )}
      <Questions referral={referral} onChange={onChange} />
      <Response referral={referral} />
      <Cluster>
        <Link
          className={buttonClass}
          data-look="plain"
          to="/help/$caseId/referrals/$referralId"
          params={{ caseId, referralId: referral.id }}
        >
          {t('referral.box')}
        </Link>
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
          <ReferralFieldList fields={consented} />
        </Stack>
      )}
      {kept.length > 0 && (
        <Stack gap="small">
          <h3>{t('referral.kept')}</h3>
          <ReferralFieldList fields={kept} />
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
