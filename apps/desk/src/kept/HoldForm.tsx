import { Form, RadioField, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { optionsFrom } from '../blocks/options-from.js';
import type { HoldBasis } from '../generated/kept/graphql.js';
import { PlaceHoldDocument } from '../generated/kept/graphql.js';

/** The case, the reasons that hold it already, and what follows. */
export type HoldFormProps = {
  readonly caseId: string;
  readonly taken: readonly HoldBasis[];
  readonly onDone: () => void;
};

/** Holds a case for one of the two listed reasons. */
export function HoldForm({ caseId, taken, onDone }: HoldFormProps): ReactElement {
  const { t } = useTexts();
  const place = useGraphMutation(PlaceHoldDocument);
  const free = (['LEGAL', 'ADJUDICATOR'] as const).filter((basis) => !taken.includes(basis));
  const initial: { readonly basis: HoldBasis } = { basis: free[0] ?? 'LEGAL' };
  const form = useForm({
    initial,
    submit: async ({ basis }) => {
      const { data, problem } = await place({ input: { caseId, basis } });
      return { result: data?.placeHold, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('kept.placeSave')}>
      <RadioField
        name="basis"
        label={t('kept.why')}
        hint={t('kept.whyHint')}
        options={optionsFrom(free, (each) => t(`hold.${each}`))}
      />
    </Form>
  );
}
