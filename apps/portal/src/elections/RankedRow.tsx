import type { KeyboardEvent, ReactElement } from 'react';
import { Icon, useTexts, Veiled, type IconName } from '@guildhall/ui';
import type { PaperCandidate } from './ballot-documents.js';
import styles from './elections.module.css';
import { markOf, type PaperButton } from './next-focus.js';
import { useElectionWords } from './use-election-words.js';

type RankedRowProps = {
  readonly candidate: PaperCandidate;
  /** From 1. */
  readonly place: number;
  readonly count: number;
  readonly onPress: (button: PaperButton) => void;
};

const keyDoes: Readonly<Record<string, PaperButton['does']>> = {
  ArrowUp: 'UP',
  ArrowDown: 'DOWN',
  Delete: 'REMOVE',
  Backspace: 'REMOVE',
};

/** A preference: its number, and buttons to move it up, down and out; the arrows of the keyboard do the same. */
export function RankedRow({ candidate, place, count, onPress }: RankedRowProps): ReactElement {
  const { t } = useTexts();
  const { nameOf } = useElectionWords();
  const name = nameOf(candidate);
  const button = (does: PaperButton['does']): PaperButton => ({ does, candidateId: candidate.id });
  const onKeyDown = (event: KeyboardEvent): void => {
    const does = keyDoes[event.key];
    if (does === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onPress(button(does));
  };
  return (
    <li className={styles.ranked} onKeyDown={onKeyDown}>
      <span className={styles.name}>
        <span className={styles.place} aria-hidden="true">
          {place}
        </span>
        <strong>
          <Veiled>{t('elections.preference', { place })}</Veiled> {name}
        </strong>
      </span>
      <span className={styles.moves}>
        <MoveButton
          icon="up"
          button={button('UP')}
          isIdle={place === 1}
          label={t('elections.moveUp', { name })}
          onPress={onPress}
        />
        <MoveButton
          icon="down"
          button={button('DOWN')}
          isIdle={place === count}
          label={t('elections.moveDown', { name })}
          onPress={onPress}
        />
        <MoveButton icon="cross" button={button('REMOVE')} label={t('elections.takeOut', { name })} onPress={onPress} />
      </span>
    </li>
  );
}

type MoveButtonProps = {
  readonly icon: IconName;
  readonly button: PaperButton;
  readonly label: string;
  /** It would change nothing now. It keeps its place and the focus. */
  readonly isIdle?: boolean;
  readonly onPress: (button: PaperButton) => void;
};

function MoveButton({ icon, button, label, isIdle = false, onPress }: MoveButtonProps): ReactElement {
  return (
    <button
      type="button"
      className={styles.move}
      data-press={markOf(button)}
      aria-label={label}
      title={label}
      aria-disabled={isIdle || undefined}
      aria-keyshortcuts="ArrowUp ArrowDown Delete"
      onClick={() => {
        if (!isIdle) onPress(button);
      }}
    >
      <Icon name={icon} />
    </button>
  );
}
