import { TextInput } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { PlainDayProps } from './plain-day-picker.tsx';

const Picker = lazy(async () => ({
  default: (await import('./plain-day-picker.tsx')).PlainDayPicker,
}));

/** A `PlainDayPicker`, whose calendar is loaded after the page. */
export function PlainDay(props: PlainDayProps) {
  const { label, w } = props;
  const waiting = <TextInput {...{ label, w, 'aria-label': props['aria-label'] }} disabled />;
  return (
    <Suspense fallback={waiting}>
      <Picker {...props} />
    </Suspense>
  );
}
