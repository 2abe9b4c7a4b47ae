import { Button, Cluster, SoftText, useTexts, type FormState } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { rowsMax } from './achievement-form.js';
import styles from './achievements.module.css';
import { criterionValues, emptyCriterion, readCriteria, type CriterionRow } from './criterion-rows.js';
import { CriterionFields } from './CriterionFields.js';

/** What an achievement asks for, one thing at least, with what adds and removes one. */
export function CriteriaEditor({ form }: { readonly form: FormState }): ReactElement {
  const { t } = useTexts();
  const rows = readCriteria(form.values);
  const write = (next: readonly CriterionRow[]): void => {
    for (const [name, value] of Object.entries(criterionValues(next))) form.change(name, value);
  };
  return (
    <fieldset className={styles.rows}>
      <legend>{t('achievements.criteria')}</legend>
      <SoftText>{t('achievements.criteriaHint')}</SoftText>
      {rows.map((row, index) => (
        <fieldset key={index} className={styles.row}>
          <legend>{t('achievements.criterion', { number: index + 1 })}</legend>
          <CriterionFields row={row} index={index} />
          {rows.length > 1 && (
            <Cluster>
              <Button look="quiet" icon="cross" onPress={() => write(rows.filter((_, at) => at !== index))}>
                {t('achievements.removeCriterion', { number: index + 1 })}
              </Button>
            </Cluster>
          )}
        </fieldset>
      ))}
      {rows.length < rowsMax.criteria && (
        <Cluster>
          <Button icon="plus" onPress={() => write([...rows, emptyCriterion])}>
            {t('achievements.addCriterion')}
          </Button>
        </Cluster>
      )}
    </fieldset>
  );
}
