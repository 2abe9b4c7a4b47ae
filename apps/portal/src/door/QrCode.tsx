import { encodeQR } from 'qr';
import type { ReactElement } from 'react';
import styles from './door.module.css';

/** A QR code as large as the space allows, black on white in every colour scheme; the label is read aloud. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): ReactElement {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const path = modules.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <div className={styles.code} role="img" aria-label={label}>
      <svg viewBox={`0 0 ${modules.length} ${modules.length}`} shapeRendering="crispEdges" aria-hidden="true">
        <path d={path} fill="#000" />
      </svg>
    </div>
  );
}
