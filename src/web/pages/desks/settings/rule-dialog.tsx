import { Alert, NumberInput, SimpleGrid } from '@mantine/core';
import type { SettingsAnswer } from '../../../api/settings.ts';
import { DayInput } from '../../../kit/day-input.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { DialogActions } from '../../../kit/dialog-actions.tsx';
import { DraftNote } from '../../../kit/draft-note.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { Form } from '../../../kit/form.tsx';
import { MoneyInput } from '../../../kit/money-input.tsx';
import { useDraftForm } from '../../../kit/use-draft-form.ts';
import { useText } from '../../../texts/use-text.tsx';
import { RuleTable } from './rule-table.tsx';
import { useRules } from './use-rules.ts';

type Rule = SettingsAnswer['agreementRules'][number];

/** A new rule from a date on; what stands today is left as it is. */
export function RuleDialog({ settings, onClose }: { settings: SettingsAnswer; onClose(): void }) {
  const { t } = useText();
  const texts = t.desks.settings;
  const last = settings.agreementRules.at(-1)!;
  const { form, restored, discard, sent } = useDraftForm('settings.rule', {
    effectiveFrom: '',
    days: last.registrationWorkingDays as number | string,
    longDays: last.longRegistrationWorkingDays as number | string,
    fromFen: last.longRegistrationFromFen as number | null,
    low: Math.round(last.usualRatio.low * 100) as number | string,
    high: Math.round(last.usualRatio.high * 100) as number | string,
  });
  const edit = useRules(settings, () => {
    sent();
    onClose();
  });
  const { values } = form;
  const rule = (): Rule => ({
    effectiveFrom: values.effectiveFrom,
    registrationWorkingDays: Number(values.days),
    longRegistrationWorkingDays: Number(values.longDays),
    longRegistrationFromFen: values.fromFen ?? 0,
    usualRatio: { low: Number(values.low) / 100, high: Number(values.high) / 100 },
  });
  const taken = settings.agreementRules.some(
    ({ effectiveFrom }) => effectiveFrom === values.effectiveFrom,
  );
  const ready = values.effectiveFrom !== '' && !taken;
  const among = (rules: readonly Rule[]) =>
    [...rules, rule()].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return (
    <Dialog opened title={texts.addRule} onClose={onClose} size="lg">
      <Form onSubmit={() => ready && !edit.busy && edit.save(among(settings.agreementRules))}>
        {restored && <DraftNote onDiscard={discard} />}
        <DayInput
          label={texts.effectiveFrom}
          withAsterisk
          value={values.effectiveFrom}
          onChange={(day) => form.setFieldValue('effectiveFrom', day)}
          error={taken ? texts.dayTaken : undefined}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberInput
            label={texts.term}
            description={texts.workingDays}
            min={1}
            max={250}
            allowDecimal={false}
            {...form.getInputProps('days')}
          />
          <NumberInput
            label={texts.longTerm}
            description={texts.workingDays}
            min={1}
            max={250}
            allowDecimal={false}
            {...form.getInputProps('longDays')}
          />
        </SimpleGrid>
        <MoneyInput
          label={texts.longFromLabel}
          value={values.fromFen ?? undefined}
          onChange={(fen) => form.setFieldValue('fromFen', fen ?? null)}
        />
        <SimpleGrid cols={2}>
          <NumberInput
            label={texts.ratioLow}
            min={0}
            max={100}
            suffix="%"
            {...form.getInputProps('low')}
          />
          <NumberInput
            label={texts.ratioHigh}
            min={0}
            max={100}
            suffix="%"
            {...form.getInputProps('high')}
          />
        </SimpleGrid>
        {edit.stale && (
          <Alert color="yellow" title={texts.rulesStale}>
            <RuleTable rules={settings.agreementRules} label={t.stale.theirs} />
          </Alert>
        )}
        {edit.error && <FailureNote error={edit.error} title={texts.addRule} />}
        <DialogActions onClose={onClose} busy={edit.busy} disabled={!ready}>
          {t.actions.save}
        </DialogActions>
      </Form>
    </Dialog>
  );
}
