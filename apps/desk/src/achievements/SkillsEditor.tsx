import { Button, Cluster, SoftText, TextField, useTexts, type FormState } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { emptySkill, readSkills, rowsMax, skillValues, type SkillRow } from './achievement-form.js';
import styles from './achievements.module.css';

/** The skills that an achievement shows, none or several, each in both languages. */
export function SkillsEditor({ form }: { readonly form: FormState }): ReactElement {
  const { t } = useTexts();
  const rows = readSkills(form.values);
  const write = (next: readonly SkillRow[]): void => {
    for (const [name, value] of Object.entries(skillValues(next))) form.change(name, value);
  };
  return (
    <fieldset className={styles.rows}>
      <legend>{t('achievements.skills')}</legend>
      <SoftText>{t('achievements.skillsHint')}</SoftText>
      {rows.map((_, index) => (
        <fieldset key={index} className={styles.row}>
          <legend>{t('achievements.skill', { number: index + 1 })}</legend>
          <TextField name={`skills.${index}.en`} label={t('achievements.inEnglish')} />
          <TextField name={`skills.${index}.zh`} label={t('achievements.inChinese')} />
          <Cluster>
            <Button look="quiet" icon="cross" onPress={() => write(rows.filter((__, at) => at !== index))}>
              {t('achievements.removeSkill', { number: index + 1 })}
            </Button>
          </Cluster>
        </fieldset>
      ))}
      {rows.length < rowsMax.skills && (
        <Cluster>
          <Button icon="plus" onPress={() => write([...rows, emptySkill])}>
            {t('achievements.addSkill')}
          </Button>
        </Cluster>
      )}
    </fieldset>
  );
}
