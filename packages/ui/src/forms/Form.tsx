import type { ReactElement, ReactNode } from 'react';
import { createContext, useContext, useEffect, useRef } from 'react';
import type { ButtonLook } from '../blocks/Button.js';
import { Button } from '../blocks/Button.js';
import { Cluster } from '../blocks/Layout.js';
import { ResultNotice } from '../blocks/ResultNotice.js';
import { useTexts } from '../texts/texts.js';
import styles from './forms.module.css';
import type { FormState } from './use-form.js';

const FormContext = createContext<FormState | undefined>(undefined);

/** The form around a field. */
export function useFormAround(): FormState {
  const form = useContext(FormContext);
  if (form === undefined) throw new Error('A field needs a Form around it.');
  return form;
}

/** A form and the word on its button. */
export type FormProps = {
  readonly form: FormState;
  readonly submitLabel?: string;
  /** The main button of a page is primary; a form beside a more important step says `plain`. */
  readonly submitLook?: ButtonLook;
  /** Buttons beside the main one. */
  readonly secondary?: ReactNode;
  readonly children: ReactNode;
};

/** A form: problems stand beside their fields, the first of them takes the focus, the rest is told above the button. */
export function Form({ form, submitLabel, submitLook = 'primary', secondary, children }: FormProps): ReactElement {
  const { t } = useTexts();
  const element = useRef<HTMLFormElement>(null);
  const { outcome } = form;
  useEffect(() => {
    element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [outcome]);
  return (
    <FormContext value={form}>
      <form
        ref={element}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.submit();
        }}
      >
        {children}
        <ResultNotice outcome={outcome} shownFields={Object.keys(form.values)} />
        <Cluster>
          <Button type="submit" look={submitLook} isBusy={form.isBusy}>
            {form.isBusy ? t('action.working') : (submitLabel ?? t('form.save'))}
          </Button>
          {secondary}
        </Cluster>
      </form>
    </FormContext>
  );
}
