import { useState, type ReactElement } from 'react';
import {
  Button,
  Cluster,
  Form,
  SelectField,
  SoftText,
  Stack,
  TextAreaField,
  useForm,
  useTexts,
  type FormState,
  type FormValues,
} from '@guildhall/ui';
import { languageName } from '../calendar/language-name.js';
import { useAction } from '../graph/use-action.js';
import { editStatementDocument, type ShownCandidacy } from './candidacy-documents.js';
import {
  charactersLeft,
  fieldOf,
  nextLanguage,
  readFields,
  statementLanguages,
  statementLanguagesMax,
  withoutOne,
  type WrittenStatement,
} from './statement-draft.js';

type EditorProps = { readonly candidacy: ShownCandidacy; readonly onDone: () => void };

/** Writes one's statement in one or more languages, with the characters that are left of each. */
export function StatementEditor({ candidacy, onDone }: EditorProps): ReactElement {
  const { t, language: reader } = useTexts();
  const edit = useAction(editStatementDocument, (data) => data.editStatement);
  const begun = candidacy.statements.length > 0 ? candidacy.statements : [{ language: reader, text: '' }];
  const [count, setCount] = useState(begun.length);
  const form = useForm<FormValues, Awaited<ReturnType<typeof edit>>['result'] & object>({
    initial: toValues(begun),
    submit: (values) => edit({ input: { candidateId: candidacy.id, statements: readFields(values, count) } }),
    onDone,
  });
  const show = (statements: readonly WrittenStatement[]): void => {
    for (const [name, value] of Object.entries(toValues(statements))) form.change(name, value);
    setCount(statements.length);
  };
  const written = readFields(form.values, count);
  const most = candidacy.contest.election.rules.statementMax;
  return (
    <Stack>
      <SoftText>{t('candidacy.statementLead', { most, languages: statementLanguagesMax })}</SoftText>
      <Form
        form={form}
        secondary={
          count < statementLanguagesMax && (
            <Button
              icon="plus"
              onPress={() => show([...written, { language: nextLanguage(written, reader), text: '' }])}
            >
              {t('candidacy.addLanguage')}
            </Button>
          )
        }
      >
        {written.map((statement, index) => (
          <LanguageFields
            key={index}
            {...{ form, index, most, statement }}
            onRemove={() => show(withoutOne(written, index))}
          />
        ))}
      </Form>
    </Stack>
  );
}

function toValues(statements: readonly WrittenStatement[]): FormValues {
  return Object.fromEntries(
    statements.flatMap(({ language, text }, index) => [
      [fieldOf(index, 'language'), language],
      [fieldOf(index, 'text'), text],
    ]),
  );
}

type FieldsProps = {
  readonly form: FormState;
  readonly index: number;
  readonly most: number;
  readonly statement: WrittenStatement;
  readonly onRemove: () => void;
};

function LanguageFields({ form, index, most, statement, onRemove }: FieldsProps): ReactElement {
  const { t, language: reader } = useTexts();
  const left = charactersLeft(form.values[fieldOf(index, 'text')], most);
  const name = languageName(statement.language, reader);
  const known = statementLanguages.some((tag) => tag === statement.language);
  const tags = known || statement.language === '' ? statementLanguages : [...statementLanguages, statement.language];
  return (
    <>
      <SelectField
        name={fieldOf(index, 'language')}
        label={t('candidacy.language')}
        options={tags.map((tag) => ({ value: tag, label: languageName(tag, reader) }))}
      />
      <TextAreaField
        name={fieldOf(index, 'text')}
        label={t('candidacy.statementIn', { language: name })}
        hint={left >= 0 ? t('candidacy.left', { count: left }) : t('candidacy.tooMany', { count: -left })}
        rows={8}
      />
      <Cluster>
        <Button look="quiet" onPress={onRemove}>
          {t('candidacy.removeLanguage', { language: name })}
        </Button>
      </Cluster>
    </>
  );
}
