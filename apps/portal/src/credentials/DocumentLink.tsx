import { useEffect, useState, type ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
import styles from './credentials.module.css';

/** A link to the signed document of a credential, as a file that this browser made; its address ends with the page. */
export function DocumentLink({ text, name }: { readonly text: string; readonly name: string }): ReactElement | null {
  const { t } = useTexts();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [text]);
  if (address === undefined) return null;
  return (
    <a
      className={styles.noPrint}
      href={address}
      download={`${name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-')}.json`}
    >
      {t('opened.document', { name })}
    </a>
  );
}
