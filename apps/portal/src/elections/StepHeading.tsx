import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';

/** The heading of a step of the ballot paper; it takes the focus when the step is shown, so that it is read aloud. */
export function StepHeading({ children }: { readonly children: ReactNode }): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
