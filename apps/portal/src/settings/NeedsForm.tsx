import type { ReactElement } from 'react';
import { Card, CheckboxesField, Form, TextField, useForm, useTexts } from '@guildhall/ui';
import type { Need } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { needsFields, needsOfField, type OwnNeeds } from './needs-document.js';

const document = withFaults(
  graphql(`
    mutation WriteNeeds($input: WriteNeedsInput!) {
      writeNeeds(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

const notes = { DIET: 'dietNote', ACCESS: 'accessNote', LANGUAGE: 'languageNote' } as const;
type Field = (typeof needsFields)[number];

/** Everything somebody may need, part by part, with a few words where choices are not enough. Nothing is sent before the button is pressed. */
export function NeedsForm({
  needs,
  onDone,
}: {
  readonly needs: OwnNeeds['needs'];
  readonly onDone: () => void;
}): ReactElement {
  const write = useAction(document, (data) => data.writeNeeds);
  const chosenIn = (field: Field): readonly string[] =>
    needsOfField[field].filter((need) => needs?.needs.includes(need));
  const form = useForm({
    initial: {
      DIET: chosenIn('DIET'),
      ACCESS: chosenIn('ACCESS'),
      LANGUAGE: chosenIn('LANGUAGE'),
      QUIET_SPACE: chosenIn('QUIET_SPACE'),
      dietNote: needs?.dietNote ?? '',
      accessNote: needs?.accessNote ?? '',
      languageNote: needs?.languageNote ?? '',
    },
    submit: ({ dietNote, accessNote, languageNote, ...chosen }) =>
      write({ input: { dietNote, accessNote, languageNote, needs: readNeeds(chosen) } }),
    onDone,
  });
  return (
    <Card>
      <Form form={form}>
        {needsFields.map((field) => (
          <NeedsPart key={field} field={field} />
        ))}
      </Form>
    </Card>
  );
}

/** One part: what can be chosen, and room for a few words. */
function NeedsPart({ field }: { readonly field: Field }): ReactElement {
  const { t } = useTexts();
  const options = needsOfField[field].map((value) => ({ value, label: t(`needs.need.${value}`) }));
  return (
    <>
      <CheckboxesField name={field} label={t(`needs.field.${field}`)} options={options} />
      {field !== 'QUIET_SPACE' && (
        <TextField name={notes[field]} label={t(`needs.${notes[field]}`)} hint={t('needs.noteHint')} isOptional />
      )}
    </>
  );
}

function readNeeds(chosen: Readonly<Record<Field, readonly string[]>>): readonly Need[] {
  return needsFields.flatMap((field) => needsOfField[field].filter((need) => chosen[field].includes(need)));
}
