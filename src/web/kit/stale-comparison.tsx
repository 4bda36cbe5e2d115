import { Button, Group, Radio, Stack, Table, Text } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useText } from '../texts/use-text.tsx';
import { Dialog } from './dialog.tsx';

/** One line of two versions that are compared: what of them it shows, and is taken with it. */
export interface EditField<V> {
  name: string;
  keys: readonly (keyof V)[];
  show(values: V): ReactNode;
}

export interface Stale<V> {
  fields: readonly EditField<V>[];
  /** What the typing began with. */
  before: V;
  yours: V;
  theirs: V;
  /** With your version and theirs, field by field. */
  onChosen(values: V): void;
  onTakeTheirs(): void;
  onClose(): void;
}

type Side = 'yours' | 'theirs';

/**
 * A stale edit (412): both versions side by side, and the person decides. Chosen at first is what
 * each side changed, and one's own where both did.
 */
export function StaleComparison<V extends object>(stale: Stale<V>) {
  const { before, yours, theirs, onChosen, onTakeTheirs, onClose } = stale;
  const { t } = useText();
  const group = useId();
  const fields = stale.fields.filter(({ keys }) => differ(keys, yours, theirs));
  const [sides, setSides] = useState<Side[]>(() =>
    fields.map(({ keys }) => (differ(keys, yours, before) ? 'yours' : 'theirs')),
  );
  const chosen = (): V => {
    // What no line shows comes from whoever changed it.
    const kept = (Object.keys(yours) as (keyof V)[]).filter((key) => {
      const at = fields.findIndex(({ keys }) => keys.includes(key));
      return at < 0 ? differ([key], yours, before) : sides[at] === 'yours';
    });
    return { ...theirs, ...Object.fromEntries(kept.map((key) => [key, yours[key]])) };
  };
  return (
    <Dialog opened title={t.stale.title} onClose={onClose} size="xl">
      <Stack>
        <Text size="sm">{t.stale.text}</Text>
        <Table.ScrollContainer minWidth={360}>
          <Table withTableBorder verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t.stale.field}</Table.Th>
                <Table.Th>{t.stale.yours}</Table.Th>
                <Table.Th>{t.stale.theirs}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {fields.map(({ name, show }, at) => (
                <Table.Tr key={name}>
                  <Table.Th scope="row">{name}</Table.Th>
                  {(['yours', 'theirs'] as const).map((side) => (
                    <Table.Td key={side} className="pre-line">
                      <Group gap="xs" wrap="nowrap" align="flex-start">
                        <Radio
                          name={`${group}${at}`}
                          aria-label={`${name}：${t.stale[side]}`}
                          checked={sides[at] === side}
                          onChange={() => setSides(sides.with(at, side))}
                        />
                        <div>{show(side === 'yours' ? yours : theirs) || t.states.none}</div>
                      </Group>
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Group justify="flex-end">
          <Button variant="default" onClick={onTakeTheirs}>
            {t.stale.takeTheirs}
          </Button>
          <Button onClick={() => onChosen(chosen())}>{t.stale.saveChosen}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

const differ = <V,>(keys: readonly (keyof V)[], one: V, other: V): boolean =>
  keys.some((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));
