import { useState, type ReactElement } from 'react';
import { Button, Dialog, ResultNotice, useTexts, type Outcome } from '@guildhall/ui';

type Result = { readonly __typename: string; readonly activity?: { readonly title: string } };

/** Asks for a place: first as it is, then, once the viewer has said that they want both, despite a clash. */
type AskForPlace = (despiteClash: boolean) => Promise<Outcome<Result>>;

/**
 * Runs something that may overlap with another place of the viewer's. A clash is a question, not a failure: the dialog names
 * the other activity, and nothing happens unless the viewer wants both.
 */
export function useClash(onDone: () => void): {
  readonly ask: (asking: AskForPlace) => Promise<Outcome<Result>>;
  readonly dialog: ReactElement;
} {
  const [asked, setAsked] = useState<{ readonly title: string; readonly again: AskForPlace }>();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const close = (): void => {
    setOutcome(undefined);
    setAsked(undefined);
  };
  const run = async (asking: AskForPlace, despiteClash: boolean): Promise<Outcome<Result>> => {
    const answer = await asking(despiteClash);
    const { result } = answer;
    if (result?.__typename === 'PlaceClashError') {
      setAsked({ title: result.activity?.title ?? '', again: asking });
      return {};
    }
    if (result?.__typename.endsWith('Success') === true) {
      close();
      onDone();
    }
    return answer;
  };
  const takeBoth = async (again: AskForPlace): Promise<void> => {
    setBusy(true);
    setOutcome(await run(again, true));
    setBusy(false);
  };
  const dialog = (
    <ClashDialog
      {...{ other: asked?.title, isBusy, outcome }}
      onClose={close}
      onTakeBoth={() => asked && void takeBoth(asked.again)}
    />
  );
  return { ask: (asking) => run(asking, false), dialog };
}

type ClashDialogProps = {
  readonly other: string | undefined;
  readonly isBusy: boolean;
  readonly outcome: Outcome | undefined;
  readonly onClose: () => void;
  readonly onTakeBoth: () => void;
};

function ClashDialog({ other, isBusy, outcome, onClose, onTakeBoth }: ClashDialogProps): ReactElement {
  const { t } = useTexts();
  const actions = (
    <>
      <Button onPress={onClose}>{t('registration.clashNo')}</Button>
      <Button look="primary" isStrong isBusy={isBusy} onPress={onTakeBoth}>
        {t('registration.clashYes')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('registration.clashTitle')} isOpen={other !== undefined} onClose={onClose} actions={actions}>
      <p>{t('registration.clashBody', { title: other ?? '' })}</p>
      <ResultNotice {...(outcome && { outcome })} />
    </Dialog>
  );
}
