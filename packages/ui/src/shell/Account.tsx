import type { ReactElement } from 'react';
import { useId, useState } from 'react';
import { Button, IconButton } from '../blocks/Button.js';
import { Dialog } from '../blocks/Dialog.js';
import { SoftText, Stack } from '../blocks/Layout.js';
import forms from '../forms/forms.module.css';
import type { Scheme } from '../preferences/scheme.js';
import { chooseScheme, recallScheme, schemes } from '../preferences/scheme.js';
import { useSession } from '../session/use-session.js';
import { languageNames, languages } from '../texts/languages.js';
import { useTexts } from '../texts/texts.js';
import styles from './shell.module.css';

/** Signing in and out, and how the app looks and speaks. */
export function Account(): ReactElement {
  const { t } = useTexts();
  const { session, state } = useSession();
  const [isOpen, setOpen] = useState(false);
  const isSignedIn = state.status === 'signed-in';
  return (
    <div className={styles.account}>
      {state.status === 'signed-out' && <Button onPress={session.signIn}>{t('shell.signIn')}</Button>}
      <IconButton
        icon={isSignedIn ? 'person' : 'settings'}
        label={isSignedIn ? t('shell.you') : t('shell.settings')}
        onPress={() => setOpen(true)}
      />
      <Dialog title={isSignedIn ? t('shell.you') : t('shell.settings')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Stack gap="large">
          {isSignedIn && <SoftText>{t('shell.signedInAs', { name: state.name ?? state.subject })}</SoftText>}
          <LanguageChoice />
          <SchemeChoice />
          {isSignedIn && <Button onPress={() => void session.signOut()}>{t('shell.signOut')}</Button>}
        </Stack>
      </Dialog>
    </div>
  );
}

function LanguageChoice(): ReactElement {
  const { t, language, switchTo } = useTexts();
  const choices = languages.map((each) => ({ value: each, label: languageNames[each], lang: each }));
  return (
    <Choice
      legend={t('shell.language')}
      choices={choices}
      chosen={language}
      onChoose={(value) => void switchTo(value)}
    />
  );
}

function SchemeChoice(): ReactElement {
  const { t } = useTexts();
  const [scheme, setScheme] = useState<Scheme>(recallScheme);
  const labels = {
    auto: t('shell.appearanceAuto'),
    light: t('shell.appearanceLight'),
    dark: t('shell.appearanceDark'),
  };
  const choose = (value: Scheme): void => {
    chooseScheme(value);
    setScheme(value);
  };
  const choices = schemes.map((value) => ({ value, label: labels[value] }));
  return <Choice legend={t('shell.appearance')} choices={choices} chosen={scheme} onChoose={choose} />;
}

type ChoiceProps<Value extends string> = {
  readonly legend: string;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
};

function Choice<Value extends string>({ legend, choices, chosen, onChoose }: ChoiceProps<Value>): ReactElement {
  const name = useId();
  return (
    <fieldset className={forms.field}>
      <legend className={forms.label}>{legend}</legend>
      <div className={forms.choices} data-across="true">
        {choices.map(({ value, label, lang }) => (
          <label key={value} className={forms.choice} lang={lang}>
            <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
