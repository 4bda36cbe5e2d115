import { TextInput } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { DayProps } from './day-picker.tsx';

const DayPicker = lazy(async () => ({ default: (await import('./day-picker.tsx')).DayPicker }));

/** A `DayPicker`, whose calendar is loaded when the first field of a day is shown. */
export function DayInput(props: DayProps) {
  const { label, description, w, value = '' } = props;
  const waiting = <TextInput {...{ label, description, w, value }} disabled />;
  return (
    <Suspense fallback={waiting}>
      <DayPicker {...props} />
    </Suspense>
  );
}
