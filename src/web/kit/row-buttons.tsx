import { ActionIcon, type ActionIconProps, Button, Group } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';

/** Takes one row out of a list in a form. */
export function RemoveRow({
  label,
  onRemove,
  ...rest
}: Pick<ActionIconProps, 'mt'> & {
  /** Says which row. */
  label: string;
  onRemove(): void;
}) {
  return (
    <ActionIcon variant="default" size={36} aria-label={label} onClick={onRemove} {...rest}>
      <IconTrash size={16} aria-hidden />
    </ActionIcon>
  );
}

/** Adds an empty row to a list in a form. */
export function AddRow({
  label,
  onAdd,
  disabled = false,
}: {
  label: string;
  onAdd(): void;
  disabled?: boolean;
}) {
  return (
    <Group>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={disabled}
        onClick={onAdd}
      >
        {label}
      </Button>
    </Group>
  );
}
