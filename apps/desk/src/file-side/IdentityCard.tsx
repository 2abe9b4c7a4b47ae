import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  DialogAction,
  Form,
  RadioField,
  SoftText,
  useForm,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { optionsFrom } from '../blocks/options-from.js';
import type { IdentityPurpose } from '../generated/file-side/graphql.js';
import { CloseIdentityDocument, OpenIdentityDocument } from '../generated/file-side/graphql.js';
import type { FileSideProps } from './FileSidePage.js';
import { useReloadAt } from './use-reload-at.js';

const purposes: readonly IdentityPurpose[] = ['REACH_STUDENT', 'VERIFY_STUDENT', 'SAFEGUARDING', 'LEGAL_DUTY'];

/** The student's name, closed until it is opened for a stated purpose, and closed again by hand or by the clock. */
export function IdentityCard({ item, onDone }: FileSideProps): ReactElement | null {
  const { t } = useTexts();
  const close = useGraphMutation(CloseIdentityDocument);
  const { id: caseId, identityOpening: opening, contactName, viewerActions } = item;
  useReloadAt(opening?.closesAt, onDone);
  if (!viewerActions.includes('OPEN_IDENTITY')) return null;
  return (
    <Card>
      <h2>{t('identity.title')}</h2>
      {opening ? (
        <>
          <p>
            <strong>{contactName ?? t('identity.noName')}</strong>
          </p>
          <SoftText isSmall>
            {t('identity.openFor', { purpose: t(`identityPurpose.${opening.purpose}`) })}{' '}
            <DateTimeText instant={opening.closesAt} show="time" />
          </SoftText>
        </>
      ) : (
        <SoftText>{t('identity.closed')}</SoftText>
      )}
      <Cluster>
        <DialogAction
          {...{ viewerActions }}
          action="OPEN_IDENTITY"
          label={t(opening ? 'identity.again' : 'identity.open')}
        >
          {(shut) => (
            <OpenForm
              caseId={caseId}
              onDone={() => {
                shut();
                onDone();
              }}
            />
          )}
        </DialogAction>
        {opening && (
          <ActionButton
            {...{ viewerActions, onDone }}
            action="OPEN_IDENTITY"
            label={t('identity.close')}
            onRun={async () => {
              const { data, problem } = await close({ input: { caseId } });
              return { result: data?.closeIdentity, problem };
            }}
          />
        )}
      </Cluster>
    </Card>
  );
}

function OpenForm({ caseId, onDone }: { readonly caseId: string; readonly onDone: () => void }): ReactElement {
  const { t } = useTexts();
  const open = useGraphMutation(OpenIdentityDocument);
  const initial: { readonly purpose: IdentityPurpose } = { purpose: 'REACH_STUDENT' };
  const form = useForm({
    initial,
    submit: async ({ purpose }) => {
      const { data, problem } = await open({ input: { caseId, purpose } });
      return { result: data?.openIdentity, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('identity.openSave')}>
      <SoftText>{t('identity.openLead')}</SoftText>
      <RadioField
        name="purpose"
        label={t('identity.purpose')}
        options={optionsFrom(purposes, (each) => t(`identityPurpose.${each}`))}
      />
    </Form>
  );
}
