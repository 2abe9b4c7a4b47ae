import { buttonClass, Cluster, useTexts } from '@guildhall/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

const places = { members: '/register', appeals: '/register/appeals', erasures: '/register/erasures' } as const;

/** A part of the register. */
export type RegisterPart = keyof typeof places;

/** The parts of the register: its members, appeals against suspensions, and receipts of erasures. */
export function LifeLinks({ chosen }: { readonly chosen: RegisterPart }): ReactElement {
  const { t } = useTexts();
  return (
    <nav aria-label={t('register.parts')}>
      <Cluster>
        {(Object.keys(places) as RegisterPart[]).map((key) => (
          <Link
            key={key}
            className={buttonClass}
            data-look={key === chosen ? 'primary' : 'plain'}
            aria-current={key === chosen ? 'page' : undefined}
            to={places[key]}
            search={{}}
          >
            {t(`register.part.${key}`)}
          </Link>
        ))}
      </Cluster>
    </nav>
  );
}
