import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import type { OutcomeKind } from '../../../../vocabulary.ts';
import type { Engagement } from '../../../api/engagements.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { today } from '../../../kit/dates.ts';
import { DayInput } from '../../../kit/day-input.tsx';
import { MoneyInput } from '../../../kit/money-input.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { EntryDialog } from './entry-dialog.tsx';

interface Outcome extends Record<string, unknown> {
  kind: OutcomeKind;
  months: number | string;
  /** Fen. */
  amount: number | null;
  words: string;
  statedBy: string;
  statedAt: string;
  note: string;
}

/** 登记成效: a claim with its source. */
export function OutcomeForm(props: { engagement: Engagement; onClose(): void }) {
  const { t, options } = useText();
  const texts = t.engagements.forms;
  const person = usePerson();
  const initial: Outcome = {
    kind: 'cost_saved_fen',
    months: '',
    amount: null,
    words: '',
    statedBy: person.is('enterprise', 'institute') ? person.name : '',
    statedAt: today(),
    note: '',
  };
  return (
    <EntryDialog
      {...props}
      title={texts.outcomes}
      path="outcomes"
      initial={initial}
      bodyOf={({ kind, statedBy, statedAt, note, ...values }) => ({
        kind,
        value: claimed(kind, values),
        statedBy,
        ...(statedAt && { statedAt }),
        ...(note.trim() && { note }),
      })}
    >
      {({ form }) => {
        const { kind } = form.values;
        const error = form.errors.value;
        return (
          <>
            <NativeSelect
              label={texts.outcomeKind}
              data={options('outcomeKinds')}
              {...form.getInputProps('kind')}
            />
            {kind === 'months_saved' && (
              <NumberInput
                label={texts.months}
                withAsterisk
                min={0}
                allowDecimal={false}
                {...form.getInputProps('months')}
                error={error}
              />
            )}
            {kind === 'other' && (
              <Textarea
                label={texts.words}
                withAsterisk
                autosize
                maxLength={500}
                {...form.getInputProps('words')}
                error={error}
              />
            )}
            {(kind === 'cost_saved_fen' || kind === 'revenue_fen') && (
              <MoneyInput
                label={texts.amount}
                withAsterisk
                value={form.values.amount ?? undefined}
                onChange={(fen) => form.setFieldValue('amount', fen ?? null)}
                error={error}
              />
            )}
            <TextInput
              label={texts.statedBy}
              description={texts.statedByHint}
              withAsterisk
              maxLength={100}
              {...form.getInputProps('statedBy')}
            />
            <DayInput label={texts.statedAt} {...form.getInputProps('statedAt')} />
            <Textarea
              label={texts.remark}
              autosize
              maxLength={2_000}
              {...form.getInputProps('note')}
            />
          </>
        );
      }}
    </EntryDialog>
  );
}

function claimed(kind: OutcomeKind, { months, amount, words }: Omit<Outcome, 'kind'>) {
  if (kind === 'months_saved') return months === '' ? undefined : Number(months);
  return kind === 'other' ? words : (amount ?? undefined);
}
