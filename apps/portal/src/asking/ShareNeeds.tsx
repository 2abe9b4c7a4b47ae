import type { ReactElement } from 'react';
import { ActionButton, Card, CheckboxesField, DateTimeText, SoftText, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { shareNeedsDocument, unshareNeedsDocument, type ShownAsking } from './asking-documents.js';

const parts = ['DIET', 'ACCESS', 'LANGUAGE', 'QUIET_SPACE'] as const;
const everything: readonly string[] = parts;

type ShareNeedsProps = { readonly activity: ShownAsking; readonly onChange: () => void };

/** Sharing what one needs for this one activity, for whoever has a place or waits for one. */
export function ShareNeeds({ activity, onChange }: ShareNeedsProps): ReactElement | null {
  const { t } = useTexts();
  const share = useAction(shareNeedsDocument, (data) => data.shareNeeds);
  const unshare = useAction(unshareNeedsDocument, (data) => data.withdrawConsent);
  const { id, needsActions, viewerNeedsConsent: consent, viewerRegistration } = activity;
  const isOffered = needsActions?.includes('SHARE') && viewerRegistration;
  if (!consent && !isOffered) return null;
  return (
    <Card>
      <h2>{t('asking.yourNeeds')}</h2>
      {consent ? (
        <>
          <p>
            {t('asking.shared', { parts: consent.fields.map((field) => t(`needs.field.${field}`)).join(', ') })}{' '}
            <DateTimeText instant={consent.until} show="day" />
          </p>
          <ActionButton
            viewerActions={consent.viewerActions}
            action="WITHDRAW"
            look="quiet"
            label={t('asking.unshare')}
            onRun={() => unshare({ input: { consentId: consent.id } })}
            onDone={onChange}
          />
        </>
      ) : (
        <>
          <SoftText>{t('asking.shareLead')}</SoftText>
          <FormAction
            viewerActions={needsActions ?? []}
            action="SHARE"
            label={t('asking.share')}
            lead={t('asking.shareWho')}
            initial={{ fields: everything }}
            onRun={({ fields }) =>
              share({ input: { activityId: id, fields: parts.filter((part) => fields.includes(part)) } })
            }
            onDone={onChange}
          >
            <CheckboxesField
              name="fields"
              label={t('asking.parts')}
              options={parts.map((value) => ({ value, label: t(`needs.field.${value}`) }))}
            />
          </FormAction>
        </>
      )}
    </Card>
  );
}
