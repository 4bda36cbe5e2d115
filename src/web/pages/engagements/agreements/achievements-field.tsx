import { MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { useCapabilityTitles } from '../../../kit/use-capability-titles.ts';
import { useText } from '../../../texts/use-text.tsx';

/** 所含成果: capabilities found by their words, and those of the seller. */
export function AchievementsField({
  value,
  onChange,
  sellerId,
  error,
}: {
  value: string[];
  onChange(ids: string[]): void;
  sellerId: string;
  error?: string | undefined;
}) {
  const { t } = useText();
  const texts = t.agreements.form;
  const [typed, setTyped] = useState('');
  const titles = useCapabilityTitles({ instituteId: sellerId, typed, chosen: value });
  return (
    <MultiSelect
      label={texts.achievements}
      description={texts.achievementsHint}
      searchable
      clearable
      hidePickedOptions
      searchValue={typed}
      onSearchChange={setTyped}
      // What the search found need not contain the words letter by letter.
      filter={({ options }) => options}
      limit={50}
      data={[...titles].map(([id, label]) => ({ value: id, label }))}
      value={value}
      onChange={onChange}
      error={error}
      clearButtonProps={{ 'aria-label': t.actions.clear }}
    />
  );
}
