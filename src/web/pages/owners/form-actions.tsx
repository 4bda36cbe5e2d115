import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useText } from '../../texts/use-text.tsx';
import classes from './form-section.module.css';

/** The buttons of a long form, in sight wherever one types. */
export function FormActions({ children }: { children: ReactNode }) {
  return (
    <Group className={classes.actions} justify="flex-end" gap="xs">
      {children}
    </Group>
  );
}

/** Back to the row as it is, or save it. */
export function EditActions({
  place,
  busy,
  disabled = false,
}: {
  /** Where the row is shown. */
  place: string;
  busy: boolean;
  disabled?: boolean;
}) {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <FormActions>
      <Button variant="default" onClick={() => navigate(place)}>
        {t.actions.cancel}
      </Button>
      <Button type="submit" loading={busy} disabled={disabled}>
        {t.owners.form.save}
      </Button>
    </FormActions>
  );
}
