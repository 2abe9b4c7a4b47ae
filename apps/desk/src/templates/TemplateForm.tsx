import {
  Form,
  SelectField,
  TextAreaField,
  TextField,
  useForm,
  useGraphMutation,
  useTexts,
  type MutationResult,
  type Outcome,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { caseMatters } from '../case/case-matters.js';
import { ReviseMessageTemplateDocument, WriteMessageTemplateDocument } from '../generated/templates/graphql.js';
import type { ShownTemplate } from './TemplatesPage.js';

type Props = { readonly template?: ShownTemplate; readonly onDone: () => void };

/** Writes a template, or gives one new words; its language is chosen once. */
export function TemplateForm({ template, onDone }: Props): ReactElement {
  const { t } = useTexts();
  const write = useGraphMutation(WriteMessageTemplateDocument);
  const revise = useGraphMutation(ReviseMessageTemplateDocument);
  const form = useForm({
    initial: {
      name: template?.name ?? '',
      matter: template?.matter ?? '',
      language: template?.language ?? 'EN',
      body: template?.body ?? '',
    },
    submit: async ({ name, matter, language, body }): Promise<Outcome<MutationResult>> => {
      const told = { name, body, matter: caseMatters.find((one) => one === matter) };
      if (template) {
        const { data, problem } = await revise({ input: { ...told, templateId: template.id } });
        return { result: data?.reviseMessageTemplate, problem };
      }
      const { data, problem } = await write({ input: { ...told, language: language === 'ZH_CN' ? 'ZH_CN' : 'EN' } });
      return { result: data?.writeMessageTemplate, problem };
    },
    onDone,
  });
  return (
    <Form form={form}>
      <TextField name="name" label={t('templates.name')} />
      <SelectField
        name="matter"
        label={t('templates.matter')}
        hint={t('templates.matterHint')}
        isOptional
        options={caseMatters.map((value) => ({ value, label: t(`matter.${value}`) }))}
      />
      {!template && (
        <SelectField
          name="language"
          label={t('templates.languageLabel')}
          options={['EN', 'ZH_CN'].map((value) => ({ value, label: t(`templates.language.${value}`) }))}
        />
      )}
      <TextAreaField name="body" label={t('templates.body')} hint={t('templates.bodyHint', { open: '{{' })} rows={9} />
    </Form>
  );
}
