import type { ReactElement } from 'react';
import { Button, CheckboxesField, Cluster, Stack, useGraphQuery, useTexts, type FormState } from '@guildhall/ui';
import { StepFields } from './StepFields.js';
import { emptyRow, moveUp, readRows, removeRow, valuesOf, type StepRow } from './steps-form.js';
import { otherPathsDocument } from './writing-documents.js';
import styles from './writing.module.css';

const stepsMax = 40;

/** The steps of a version as fields, with what adds, moves and removes one, and the paths that come first. */
export function StepsEditor({ form, pathId }: { readonly form: FormState; readonly pathId?: string }): ReactElement {
  const { t } = useTexts();
  const rows = readRows(form.values);
  const write = (next: readonly StepRow[]): void =>
    Object.entries(valuesOf(next)).forEach(([name, value]) => form.change(name, value));
  return (
    <Stack>
      {rows.map((_, index) => (
        <fieldset key={index} className={styles.step}>
          <legend>{t('writing.step', { number: index + 1 })}</legend>
          <StepFields rows={rows} index={index} />
          <Cluster>
            {index > 0 && (
              <Button look="quiet" icon="up" onPress={() => write(moveUp(rows, index))}>
                {t('writing.moveUp', { number: index + 1 })}
              </Button>
            )}
            {rows.length > 1 && (
              <Button look="quiet" icon="cross" onPress={() => write(removeRow(rows, index))}>
                {t('writing.remove', { number: index + 1 })}
              </Button>
            )}
          </Cluster>
        </fieldset>
      ))}
      {rows.length < stepsMax && (
        <Cluster>
          <Button icon="plus" onPress={() => write([...rows, emptyRow(rows.length + 1)])}>
            {t('writing.addStep')}
          </Button>
        </Cluster>
      )}
      <PrerequisitesField pathId={pathId} />
    </Stack>
  );
}

function PrerequisitesField({ pathId }: { readonly pathId?: string }): ReactElement | null {
  const { t } = useTexts();
  const { data } = useGraphQuery(otherPathsDocument, {});
  const open = (data?.paths?.edges ?? [])
    .map(({ node }) => node)
    .filter(({ id, published }) => published && id !== pathId);
  if (open.length === 0) return null;
  return (
    <details>
      <summary>{t('writing.prerequisites')}</summary>
      <CheckboxesField
        name="prerequisites"
        label={t('writing.prerequisites')}
        hint={t('writing.prerequisitesHint')}
        options={open.map(({ id, title }) => ({ value: id, label: title }))}
      />
    </details>
  );
}
