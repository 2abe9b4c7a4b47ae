import type { ReactElement } from 'react';
import { Icon, useTexts, Veiled } from '@guildhall/ui';
import styles from './learning.module.css';
import type { ShownStep } from './path-document.js';
import { stepState } from './step-state.js';
import { layOutSteps, type MapPlace } from './step-map.js';

const columnRem = 8.5;
const rowRem = 6.5;

/** The centre of a stop's dot, in rem. */
const centre = ({ column, row }: MapPlace) => ({ x: (column + 0.5) * columnRem, y: row * rowRem + 1.4 });

/** All steps of a path as a map: what leads to what, what is done, and where one stands. Each stop leads to its step below. */
export function StepMap({ steps }: { readonly steps: readonly ShownStep[] }): ReactElement {
  const { t } = useTexts();
  const { places, lines, columns, rows } = layOutSteps(steps.map(({ step }) => step));
  const byPosition = new Map(steps.map((progress) => [progress.step.position, progress]));
  const size = { width: `${columns * columnRem}rem`, height: `${rows * rowRem}rem` };
  return (
    <nav className={styles.scroll} aria-label={t('path.map')}>
      <div className={styles.map} style={size}>
        <svg className={styles.lines} viewBox={`0 0 ${columns * columnRem} ${rows * rowRem}`} aria-hidden="true">
          {lines.map(({ from, to }) => (
            <line
              key={`${from.position}-${to.position}`}
              data-done={byPosition.get(from.position)?.status === 'PASSED'}
              x1={centre(from).x}
              y1={centre(from).y}
              x2={centre(to).x}
              y2={centre(to).y}
            />
          ))}
        </svg>
        <ol className={styles.stops}>
          {places.map((place) => {
            const progress = byPosition.get(place.position);
            return (
              progress && (
                <li
                  key={place.position}
                  className={styles.place}
                  style={{ insetInlineStart: `${place.column * columnRem}rem`, top: `${place.row * rowRem}rem` }}
                >
                  <Stop progress={progress} />
                </li>
              )
            );
          })}
        </ol>
      </div>
    </nav>
  );
}

function Stop({ progress: { step, status } }: { readonly progress: ShownStep }): ReactElement {
  const { t } = useTexts();
  const state = stepState(status);
  return (
    <a className={styles.stop} href={`#step-${step.id}`}>
      <span className={styles.dot} data-state={state}>
        {state === 'done' ? <Icon name="check" size="1rem" /> : step.position}
      </span>
      <span className={styles.name}>{step.title}</span>
      <Veiled>{t(`status.step.${status}`)}</Veiled>
    </a>
  );
}
