import { DialogAction, Form, RadioField, SoftText, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { optionsFrom } from '../blocks/options-from.js';
import type { TieKind } from '../generated/file-side/graphql.js';
import { RecuseFromCaseDocument } from '../generated/file-side/graphql.js';
import type { FileSideCase } from './FileSidePage.js';

const ties: readonly TieKind[] = ['FRIEND', 'HOUSEMATE', 'COURSE', 'FAMILY', 'OTHER'];

/** The way to step back from a case because one knows somebody in it; afterwards the case is out of sight. */
export function RecuseAction({
  item: { id: caseId, viewerActions },
}: {
  readonly item: Pick<FileSideCase, 'id' | 'viewerActions'>;
}): ReactElement {
  const { t } = useTexts();
  return (
    <div>
      <DialogAction {...{ viewerActions }} action="RECUSE" label={t('recuse.label')} look="quiet">
        {(shut) => <RecuseForm {...{ caseId, shut }} />}
      </DialogAction>
    </div>
  );
}

function RecuseForm({ caseId, shut }: { readonly caseId: string; readonly shut: () => void }): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const recuse = useGraphMutation(RecuseFromCaseDocument);
  const initial: { readonly tie: TieKind } = { tie: 'FRIEND' };
  const form = useForm({
    initial,
    submit: async ({ tie }) => {
      const { data, problem } = await recuse({ input: { caseId, tie } });
      return { result: data?.recuseFromCase, problem };
    },
    onDone: () => {
      shut();
      void navigate({ to: '/' });
    },
  });
  return (
    <Form form={form} submitLabel={t('recuse.save')}>
      <SoftText>{t('recuse.lead')}</SoftText>
      <RadioField name="tie" label={t('recuse.tie')} options={optionsFrom(ties, (each) => t(`tie.${each}`))} />
    </Form>
  );
}
