import { type UseFormReturnType, useForm } from '@mantine/form';
import { useState } from 'react';
import { useDraft, useKeptDraft } from './use-draft.ts';

export interface DraftForm<V> {
  form: UseFormReturnType<V>;
  /** Values of an earlier time were brought back. */
  restored: boolean;
  discard(): void;
  /** The service has them now. */
  sent(): void;
}

/** A form whose values survive a closed tab, under this name, until they are sent or discarded. */
export function useDraftForm<V extends Record<string, unknown>>(
  name: string,
  initialValues: V,
): DraftForm<V> {
  const draft = useDraft<V>(name);
  const [restored, setRestored] = useState(draft.restored !== undefined);
  const form = useForm<V>({ initialValues: { ...initialValues, ...draft.restored } });
  const [clean, setClean] = useState(() => JSON.stringify(form.getValues()));
  const dirty = JSON.stringify(form.values) !== clean;
  useKeptDraft(draft, form.values, dirty);
  return {
    form,
    restored,
    discard: () => {
      draft.drop();
      setClean(JSON.stringify(initialValues));
      form.setValues(initialValues);
      form.clearErrors();
      setRestored(false);
    },
    sent: () => {
      draft.drop();
      setClean(JSON.stringify(form.getValues()));
    },
  };
}
