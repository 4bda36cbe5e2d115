import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';

/** The heaps of a desk; which one is open stands in the address. */
export function DeskTabs<V extends string>({
  label,
  value,
  tabs,
  onChange,
  children,
}: {
  label: string;
  value: V;
  tabs: readonly (readonly [V, string])[];
  onChange(value: V): void;
  children: ReactNode;
}) {
  return (
    <Tabs value={value} onChange={(next) => next && onChange(next as V)}>
      <Tabs.List aria-label={label} mb="sm">
        {tabs.map(([tab, name]) => (
          <Tabs.Tab key={tab} value={tab}>
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={value}>{children}</Tabs.Panel>
    </Tabs>
  );
}
