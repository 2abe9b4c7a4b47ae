import { buttonClass, Cluster, Icon } from '@guildhall/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

/** One part of a list: where it is found and whether it is the one shown. */
export type ListPart = {
  readonly key: string;
  readonly to: '/' | '/register' | '/elections';
  readonly search: Readonly<Record<string, string | undefined>>;
  readonly label: string;
  readonly isChosen: boolean;
};

/** Links to the parts of a list; the one shown is marked. */
export function PartLinks({
  label,
  parts,
}: {
  readonly label: string;
  readonly parts: readonly ListPart[];
}): ReactElement {
  return (
    <nav aria-label={label}>
      <Cluster>
        {parts.map(({ key, to, search, label: word, isChosen }) => (
          <Link
            key={key}
            to={to}
            search={search}
            className={buttonClass}
            data-look="choice"
            // Else a part without a filter would be current in every part.
            activeOptions={{ exact: true }}
            aria-current={isChosen ? 'true' : undefined}
          >
            {isChosen && <Icon name="check" />}
            {word}
          </Link>
        ))}
      </Cluster>
    </nav>
  );
}
