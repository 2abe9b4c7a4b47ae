import {
  Form,
  partOf,
  QueryView,
  SelectField,
  SoftText,
  useForm,
  useGraphMutation,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { requireFilled } from '../blocks/require-filled.js';
import { caseCode } from '../case/case-code.js';
import { LinkableCasesDocument, LinkCasesDocument, ProposeCaseMergeDocument } from '../generated/relatives/graphql.js';

/** Which case is to be linked or merged, and what follows. */
export type RelateFormProps = { readonly caseId: string; readonly isMerge: boolean; readonly onDone: () => void };

/** Chooses another case of the same student; the service alone knows which are. */
export function RelateForm({ caseId, isMerge, onDone }: RelateFormProps): ReactElement {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(LinkableCasesDocument, {}), ({ caseQueue }) => caseQueue);
  const link = useGraphMutation(LinkCasesDocument);
  const merge = useGraphMutation(ProposeCaseMergeDocument);
  const form = useForm({
    initial: { otherId: '' },
    submit: async ({ otherId }) => {
      const missing = requireFilled({ otherId });
      if (missing !== undefined) return missing;
      const input = { caseId, otherId };
      if (isMerge) {
        const { data, problem } = await merge({ input });
        return { result: data?.proposeCaseMerge, problem };
      }
      const { data, problem } = await link({ input });
      return { result: data?.linkCases, problem };
    },
    onDone,
  });
  return (
    <QueryView query={query}>
      {({ edges }) => (
        <Form form={form} submitLabel={t(isMerge ? 'relatives.mergeSave' : 'relatives.linkSave')}>
          <SoftText>{t(isMerge ? 'relatives.mergeLead' : 'relatives.linkLead')}</SoftText>
          <SelectField
            name="otherId"
            label={t('relatives.other')}
            options={edges
              .filter(({ node }) => node.id !== caseId && node.viewerActions.includes('LINK'))
              .map(({ node: { id, matter } }) => ({
                value: id,
                label: t('case.heading', { matter: t(`matter.${matter}`), code: caseCode(id) }),
              }))}
          />
        </Form>
      )}
    </QueryView>
  );
}
