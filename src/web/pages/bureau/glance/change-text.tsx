import { Group, Text } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import { useText } from '../../../texts/use-text.tsx';
import { percentOf } from '../percent.ts';

/** A difference to the period before, in words, with an arrow for those who glance. */
export function ChangeText({
  change,
  permille,
  size,
}: {
  change: number;
  permille: number | undefined;
  /** The size of the difference with its unit. */
  size: string;
}) {
  const { t } = useText();
  const texts = t.bureau.change;
  const Icon = change === 0 ? IconEqual : change > 0 ? IconArrowUpRight : IconArrowDownRight;
  const percent = permille ? percentOf(Math.abs(permille)) : undefined;
  const said =
    change === 0 ? texts.same : change > 0 ? texts.more(size, percent) : texts.less(size, percent);
  const color = change === 0 ? 'dimmed' : change > 0 ? 'teal' : 'orange';
  return (
    <Group gap={4} wrap="nowrap" align="flex-start">
      <Text
        component="span"
        c={color === 'dimmed' ? color : `var(--mantine-color-${color}-light-color)`}
        lh={1}
      >
        <Icon size={18} aria-hidden />
      </Text>
      <Text
        size="sm"
        fw={500}
        lh={1.3}
        c={color === 'dimmed' ? color : `var(--mantine-color-${color}-light-color)`}
      >
        {said}
      </Text>
    </Group>
  );
}
