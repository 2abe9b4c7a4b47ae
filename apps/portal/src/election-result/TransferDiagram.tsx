import { useId, type ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
import type { CountModel } from './count-model.js';
import { hueOf } from './hue-of.js';
import { fitPicture } from './fit-picture.js';
import styles from './diagram.module.css';
import { DiagramKey } from './DiagramKey.js';
import { DiagramLabels } from './DiagramLabels.js';
import { ribbonPath, type Orientation } from './ribbon-path.js';
import type { TransferPicture } from './transfer-layout.js';
import { useCountWords } from './use-count-words.js';
import { useIsNarrow } from './use-is-narrow.js';

/** How the picture lies: what names need beside it, and how large it becomes. */
const orientations: Readonly<Record<'wide' | 'narrow', Orientation>> = {
  wide: { isUpright: false, head: 56, side: 190, end: 158 },
  narrow: { isUpright: true, head: 30, side: 34, end: 26 },
};

/** Where votes went from stage to stage, drawn: across on a desk, downwards on a phone. The stages below say the same in words. */
export function TransferDiagram({ count }: { readonly count: CountModel }): ReactElement {
  const { t } = useTexts();
  const isNarrow = useIsNarrow();
  const captionId = useId();
  const orientation = orientations[isNarrow ? 'narrow' : 'wide'];
  const picture = fitPicture(count, orientation);
  const [width, height] = sizeOf(picture, orientation);
  return (
    <figure className={styles.figure}>
      <figcaption id={captionId}>{t('electionResult.diagramLead')}</figcaption>
      <div className={styles.scroll} role="region" aria-labelledby={captionId} tabIndex={0}>
        <svg
          className={styles.picture}
          style={{ minWidth: `${width * 0.86}px` }}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={t('electionResult.diagramLabel', {
            stages: count.stages.length,
            candidates: count.candidates.length,
          })}
        >
          <g transform={`translate(${orientation.side} ${orientation.head})`}>
            <Shapes {...{ picture, count, orientation }} />
            <DiagramLabels {...{ picture, count, orientation }} />
          </g>
        </svg>
      </div>
      <DiagramKey count={count} isNumbered={isNarrow} />
    </figure>
  );
}

function sizeOf(picture: TransferPicture, { isUpright, head, side, end }: Orientation): readonly [number, number] {
  return isUpright
    ? [side + picture.across + 4, head + picture.along + end]
    : [side + picture.along + end, head + picture.across + 4];
}

type ShapesProps = {
  readonly picture: TransferPicture;
  readonly count: CountModel;
  readonly orientation: Orientation;
};

function Shapes({ picture, count, orientation: { isUpright } }: ShapesProps): ReactElement {
  const { nameOf } = useCountWords(count);
  const { t, language } = useTexts();
  const box = (along: number, across: number, [deep, wide]: readonly [number, number]) =>
    isUpright ? { x: across, y: along, width: wide, height: deep } : { x: along, y: across, width: deep, height: wide };
  return (
    <>
      {picture.ribbons.map((ribbon) => (
        <path
          key={`${ribbon.stage}-${ribbon.from}-${ribbon.to}`}
          className={ribbon.from === ribbon.to ? styles.stayed : styles.moved}
          data-hue={hueOf(count, ribbon.from)}
          d={ribbonPath(ribbon, isUpright)}
        >
          <title>
            {t('electionResult.ribbon', {
              stage: ribbon.stage,
              from: nameOf(ribbon.from),
              to: nameOf(ribbon.to),
              votes: (ribbon.votes / 100_000).toLocaleString(language),
            })}
          </title>
        </path>
      ))}
      {picture.blocks.map(({ holder, stage, along, start, size, quotaAt }) => (
        <g key={`${stage}-${holder}`}>
          <rect
            className={styles.block}
            data-hue={hueOf(count, holder)}
            {...box(along, start, [picture.depth, size])}
          />
          {quotaAt !== undefined && (
            <rect className={styles.quota} {...box(along - 3, quotaAt - 1, [picture.depth + 6, 2])} />
          )}
        </g>
      ))}
    </>
  );
}
