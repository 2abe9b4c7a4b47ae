import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { PersonChip } from '@guildhall/ui';

/** A member whose name leads to what they let the viewer know; without a name there is nowhere to go. */
export function PersonLink({
  member,
}: {
  readonly member?: { readonly id: string; readonly displayName?: string | null } | null;
}): ReactElement {
  const chip = <PersonChip name={member?.displayName} />;
  if (!member?.displayName) return chip;
  return (
    <Link to="/people/$memberId" params={{ memberId: member.id }}>
      {chip}
    </Link>
  );
}
