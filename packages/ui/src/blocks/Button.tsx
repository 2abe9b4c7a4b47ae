import type { ReactElement, ReactNode } from 'react';
import type { IconName } from '../icons/Icon.js';
import { Icon } from '../icons/Icon.js';
import styles from './blocks.module.css';

/** How much a button asks for attention; at most one `primary` on a page. */
export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger';

/** What a button says and does. */
export type ButtonProps = {
  readonly children: ReactNode;
  readonly look?: ButtonLook;
  readonly icon?: IconName;
  readonly type?: 'button' | 'submit';
  /** While busy it stays focusable and does nothing. */
  readonly isBusy?: boolean;
  /** A danger button that is the last word, filled. */
  readonly isStrong?: boolean;
  /** It only opens a dialog, and says so. */
  readonly opensDialog?: boolean;
  /** It switches something on and off, and says whether it is on. */
  readonly isPressed?: boolean;
  readonly onPress?: () => void;
};

/** A button large enough for a thumb. */
export function Button({
  children,
  look = 'plain',
  icon,
  type = 'button',
  isBusy = false,
  isStrong = false,
  opensDialog = false,
  isPressed,
  onPress,
}: ButtonProps): ReactElement {
  return (
    <button
      type={type}
      className={styles.button}
      data-look={look}
      data-strong={isStrong}
      aria-disabled={isBusy || undefined}
      aria-pressed={isPressed}
      aria-haspopup={opensDialog ? 'dialog' : undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onPress?.();
      }}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A round button with an icon; its label is read aloud and shown on hover. */
export function IconButton({
  icon,
  label,
  onPress,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
}): ReactElement {
  return (
    <button type="button" className={styles.iconButton} aria-label={label} title={label} onClick={onPress}>
      <Icon name={icon} />
    </button>
  );
}

/** The classes of a link that looks like a button: `<Link className={buttonClass} data-look="primary">`. */
export const buttonClass: string = styles.button ?? '';
