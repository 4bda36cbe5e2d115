import { ActionIcon, Group, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { today } from '../../../kit/dates.ts';
import { useText } from '../../../texts/use-text.tsx';
import { kindOf, latest, neighbour, type Period, type PeriodKind } from './period.ts';
import { PlainDay } from './plain-day.tsx';

const custom = 'custom';
const shown: [PeriodKind, number][] = [
  ['half', 6],
  ['quarter', 8],
  ['month', 12],
  ['year', 3],
];
const keyOf = ({ from, to }: Period) => `${from}~${to}`;

/** A half-year, quarter, month or year by name, its neighbours by arrows, or any two days. */
export function PeriodPicker({
  period,
  onChange,
}: {
  period: Period;
  onChange(period: Period): void;
}) {
  const { t } = useText();
  const texts = t.bureau.period;
  const [ownDays, setOwnDays] = useState(false);
  const byDays = ownDays || !kindOf(period);
  const label = (one: Period, kind: PeriodKind, back: number) =>
    kind === 'half' && back < 2
      ? `${texts.name(one)}（${back === 0 ? texts.thisHalf : texts.lastHalf}）`
      : texts.name(one);
  const groups = shown.map(([kind, count]) => ({
    group: texts.kinds[kind],
    items: latest(today(), kind, count).map((one, back) => ({
      value: keyOf(one),
      label: label(one, kind, back),
    })),
  }));
  const listed = groups.some(({ items }) => items.some(({ value }) => value === keyOf(period)));
  const pick = (value: string | null) => {
    setOwnDays(value === custom);
    const [from, to] = (value ?? '').split('~');
    if (from && to) onChange({ from, to });
  };
  const step = (by: 1 | -1) => onChange(neighbour(period, by));
  return (
    <Group gap="xs" align="flex-end" wrap="wrap">
      <Group gap={4} wrap="nowrap" style={{ flex: 1 }}>
        <ActionIcon variant="default" size={36} aria-label={texts.before} onClick={() => step(-1)}>
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
        <Select
          aria-label={texts.label}
          flex={1}
          miw={210}
          maxDropdownHeight={360}
          allowDeselect={false}
          data={[
            ...(listed || byDays
              ? []
              : [
                  {
                    group: texts.label,
                    items: [{ value: keyOf(period), label: texts.name(period) }],
                  },
                ]),
            ...groups,
            { group: texts.other, items: [{ value: custom, label: texts.custom }] },
          ]}
          value={byDays ? custom : keyOf(period)}
          onChange={pick}
        />
        <ActionIcon variant="default" size={36} aria-label={texts.after} onClick={() => step(1)}>
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
      </Group>
      {byDays && <OwnDays period={period} onChange={onChange} />}
    </Group>
  );
}

/** Takes the two days once both are days, the right way round. */
function OwnDays({ period, onChange }: { period: Period; onChange(period: Period): void }) {
  const { t } = useText();
  const texts = t.bureau.period;
  const [days, setDays] = useState<Period>(period);
  useEffect(() => setDays({ from: period.from, to: period.to }), [period.from, period.to]);
  const wrong = days.from > days.to;
  const set = (change: Partial<Period>) => {
    const next = { ...days, ...change };
    setDays(next);
    if (next.from <= next.to) onChange({ from: next.from, to: next.to });
  };
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <PlainDay label={texts.from} value={days.from} onDay={(from) => set({ from })} />
      <PlainDay
        label={texts.to}
        value={days.to}
        error={wrong && texts.wrongWay}
        onDay={(to) => set({ to })}
      />
    </Group>
  );
}
