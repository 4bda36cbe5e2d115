import { Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';

/** A form whose faults the service and the page tell, not the browser's bubbles. */
export function Form({ onSubmit, children }: { onSubmit(): void; children: ReactNode }) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>{children}</Stack>
    </form>
  );
}
