import { Group, Radio } from '@mantine/core';
import { useText } from '../../../texts/use-text.tsx';

/** Who may read an entry. */
export function AudienceField({
  value,
  onChange,
}: {
  value?: string;
  onChange?(value: string): void;
}) {
  const { t, options } = useText();
  return (
    <Radio.Group
      label={t.engagements.forms.audience}
      value={value ?? ''}
      onChange={(next) => onChange?.(next)}
    >
      <Group mt={4}>
        {options('audiences').map((one) => (
          <Radio key={one.value} value={one.value} label={one.label} />
        ))}
      </Group>
    </Radio.Group>
  );
}
