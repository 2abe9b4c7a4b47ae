import type { ReactElement } from 'react';
import {
  QueryView,
  ReferralFieldList,
  Skeleton,
  SoftText,
  Stack,
  partOf,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { referralPreviewDocument } from './referral-preview-document.js';

/** The request, the department's name, and the items chosen so far. */
export type ReferralPreviewProps = {
  readonly referralId: string;
  readonly department: string;
  readonly fieldIds: readonly string[];
};

/** What the department will see, read as it will read it and drawn as it is drawn for it. */
export function ReferralPreview({ referralId, department, fieldIds }: ReferralPreviewProps): ReactElement {
  const { t } = useTexts();
  return (
    <Stack gap="small">
      <h3>{t('referral.preview', { department })}</h3>
      {fieldIds.length === 0 ? (
        <SoftText>{t('referral.previewNothing')}</SoftText>
      ) : (
        <Rehearsal key={fieldIds.join()} referralId={referralId} fieldIds={fieldIds} />
      )}
    </Stack>
  );
}

function Rehearsal({ referralId, fieldIds }: Omit<ReferralPreviewProps, 'department'>): ReactElement {
  const { t } = useTexts();
  const query = partOf(
    useGraphQuery(referralPreviewDocument, { id: referralId, fieldIds }),
    ({ referralPreview }) => referralPreview,
  );
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="6rem" />}
      isEmpty={({ fields }) => fields.length === 0}
      empty={<SoftText>{t('referral.previewNothing')}</SoftText>}
    >
      {({ fields }) => <ReferralFieldList fields={fields} />}
    </QueryView>
  );
}
