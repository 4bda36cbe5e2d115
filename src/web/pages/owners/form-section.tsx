import { Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './form-section.module.css';

/** A part of a long form, as a group with its name. */
export function FormSection({
  title,
  text,
  children,
}: {
  title: string;
  text?: string;
  children: ReactNode;
}) {
  return (
    <Paper withBorder p="md" component="fieldset" m={0} className={classes.section}>
      <legend className={classes.legend}>{title}</legend>
      <Stack gap="sm">
        {text && (
          <Text size="sm" c="dimmed">
            {text}
          </Text>
        )}
        {children}
      </Stack>
    </Paper>
  );
}
