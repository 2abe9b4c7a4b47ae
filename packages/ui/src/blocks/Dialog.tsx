import type { ReactElement, ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import { useTexts } from '../texts/texts.js';
import styles from './blocks.module.css';
import { IconButton } from './Button.js';

/** A question or a small task above the page. */
export type DialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons at its end. */
  readonly actions?: ReactNode;
};

/** A modal dialog of the browser's own: it keeps the focus inside, closes on Escape and gives the focus back. A sheet from below on phones. */
export function Dialog({ title, isOpen, onClose, children, actions }: DialogProps): ReactElement {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (isOpen && dialog.current?.open === false) dialog.current.showModal();
    if (!isOpen) dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={titleId} onClose={onClose}>
      {isOpen && (
        <div className={styles.dialogBody}>
          <div className={styles.dialogHead}>
            <h2 id={titleId}>{title}</h2>
            <IconButton icon="cross" label={t('shell.close')} onPress={onClose} />
          </div>
          {children}
          {actions !== undefined && <div className={styles.dialogEnd}>{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
