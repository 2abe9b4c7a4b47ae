import type { ReactElement, ReactNode } from 'react';
import { Stack } from '@guildhall/ui';

/** One block of the gallery under its name. */
export function Example({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section>
      <Stack>
        <h2>{title}</h2>
        {children}
      </Stack>
    </section>
  );
}
