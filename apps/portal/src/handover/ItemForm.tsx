import type { ReactElement } from 'react';
import { Button, Form, Notice, Stack, TextAreaField, TextField, useTexts, type FormState } from '@guildhall/ui';
import type { HandoverItemInput, HandoverSection } from '../generated/graphql.js';
import { useAction } from '../graph/use-action.js';
import { addItemDocument, editItemDocument } from './handover-actions.js';
import type { HandoverPart, ShownItem } from './handover-document.js';
import { useKeptForm } from './use-kept-form.js';

type Values = { readonly 'item.title': string; readonly 'item.words': string; readonly 'item.link': string };

const blank: Values = { 'item.title': '', 'item.words': '', 'item.link': '' };

function toInput(values: Values): HandoverItemInput {
  return { title: values['item.title'], words: values['item.words'], link: values['item.link'] };
}

type AddProps = HandoverPart & { readonly section: HandoverSection; readonly onClose: () => void };

/** Writes something new into a part. */
export function AddItem({ capsule: { id: capsuleId }, section, onChange, onClose }: AddProps): ReactElement {
  const add = useAction(addItemDocument, (data) => data.addHandoverItem);
  const { form, isKept } = useKeptForm({
    place: `${capsuleId}.${section}`,
    initial: blank,
    submit: (values, idempotencyKey) => add({ input: { capsuleId, section, item: toInput(values), idempotencyKey } }),
    onDone: () => {
      onClose();
      onChange();
    },
  });
  return <ItemFields {...{ form, isKept, onClose }} />;
}

type EditProps = { readonly item: ShownItem; readonly onChange: () => void; readonly onClose: () => void };

/** Changes what is written. */
export function EditItem({ item, onChange, onClose }: EditProps): ReactElement {
  const edit = useAction(editItemDocument, (data) => data.editHandoverItem);
  const { form, isKept } = useKeptForm({
    place: item.id,
    initial: { 'item.title': item.title, 'item.words': item.words, 'item.link': item.link ?? '' },
    submit: (values) => edit({ input: { itemId: item.id, version: item.version, item: toInput(values) } }),
    onDone: () => {
      onClose();
      onChange();
    },
  });
  return <ItemFields {...{ form, isKept, onClose }} />;
}

type FieldsProps = { readonly form: FormState; readonly isKept: boolean; readonly onClose: () => void };

function ItemFields({ form, isKept, onClose }: FieldsProps): ReactElement {
  const { t } = useTexts();
  return (
    <Stack gap="small">
      {isKept && <Notice>{t('handover.kept')}</Notice>}
      <Form
        form={form}
        submitLabel={t('handover.save')}
        secondary={
          <Button look="quiet" onPress={onClose}>
            {t('handover.close')}
          </Button>
        }
      >
        <TextField name="item.title" label={t('handover.itemTitle')} />
        <TextAreaField name="item.words" label={t('handover.itemWords')} hint={t('handover.itemHint')} />
        <TextField name="item.link" type="url" label={t('handover.itemLink')} hint={t('handover.linkHint')} />
      </Form>
    </Stack>
  );
}
