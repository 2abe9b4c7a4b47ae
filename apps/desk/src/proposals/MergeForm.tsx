import {
  Form,
  QueryView,
  SelectField,
  SkeletonList,
  SoftText,
  TextAreaField,
  useForm,
  useGraphMutation,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { OfferProposalMergeDocument } from '../generated/proposal-forms/graphql.js';
import { ProposalsLikeThisDocument } from '../generated/proposals/graphql.js';
import type { ScreenedProposalProps } from './ScreenedProposalCard.js';

/** Suggests to join one of the open proposals that resemble this one; its author decides. */
export function MergeForm({ proposal, onDone }: ScreenedProposalProps): ReactElement {
  const { t } = useTexts();
  const { id, text } = proposal;
  const query = useGraphQuery(ProposalsLikeThisDocument, {
    title: text.title,
    text: `${text.problem}\n${text.suggestion}`,
    exceptId: id,
  });
  const offer = useGraphMutation(OfferProposalMergeDocument);
  const form = useForm({
    initial: { targetId: '', note: '' },
    submit: async ({ targetId, note }) => {
      const { data, problem } = await offer({ input: { proposalId: id, targetId, note } });
      return { result: data?.offerProposalMerge, problem };
    },
    onDone,
  });
  return (
    <QueryView query={query} skeleton={<SkeletonList count={2} height="4rem" />}>
      {({ similarMatters }) => {
        const open = (similarMatters ?? []).filter((found) => found.proposal?.status === 'GATHERING');
        if (open.length === 0) return <SoftText>{t('screening.noneLikeIt')}</SoftText>;
        return (
          <Form form={form} submitLabel={t('screening.merge')}>
            <SoftText>{t('screening.mergeLead')}</SoftText>
            <SelectField
              name="targetId"
              label={t('screening.target')}
              options={open.map((found) => ({ value: found.id, label: found.title }))}
            />
            <TextAreaField name="note" label={t('screening.inWords')} />
          </Form>
        );
      }}
    </QueryView>
  );
}
