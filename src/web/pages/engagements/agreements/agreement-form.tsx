import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  NativeSelect,
  Select,
  Stack,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { DayInput } from '../../../kit/day-input.tsx';
import { Form } from '../../../kit/form.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { FilesField } from '../engagement/files-field.tsx';
import { AchievementsField } from './achievements-field.tsx';
import type { AgreementValues } from './agreement-values.ts';
import { DuplicateNote } from './duplicate-note.tsx';
import { MoneyFields } from './money-fields.tsx';
import { PartyFields } from './party-fields.tsx';

/** Everything that a contract states; faults stand beside their fields. */
export function AgreementForm({
  form,
  id,
  files,
  setFiles,
  busy,
  onSubmit,
  onCancel,
  children,
}: {
  form: UseFormReturnType<AgreementValues>;
  /** Of the agreement that is edited; a signing day belongs to a new one only. */
  id?: string;
  files: File[];
  setFiles(files: File[]): void;
  busy: boolean;
  onSubmit(): void;
  onCancel(): void;
  /** Notes above the buttons. */
  children?: ReactNode;
}) {
  const { t, options } = useText();
  const texts = t.agreements.form;
  const fault = form.errors['achievementIds.0'] ?? form.errors.achievementIds;
  return (
    <Form onSubmit={() => !busy && onSubmit()}>
      <Fieldset legend={texts.basics}>
        <Stack gap="sm">
          <TextInput
            label={texts.name}
            withAsterisk
            maxLength={200}
            {...form.getInputProps('title')}
          />
          <Group align="flex-start">
            <NativeSelect
              flex="1 1 200px"
              label={texts.type}
              data={options('agreementTypes')}
              {...form.getInputProps('type')}
            />
            <Select
              flex="1 1 200px"
              label={texts.field}
              withAsterisk
              allowDeselect={false}
              data={options('fields')}
              {...form.getInputProps('field')}
              value={form.values.field || null}
              onChange={(value) => form.setFieldValue('field', (value ?? '') as 'electronics')}
            />
            {!id && (
              <DayInput
                flex="1 1 180px"
                label={texts.signedAt}
                description={texts.signedAtHint}
                {...form.getInputProps('signedAt')}
              />
            )}
          </Group>
        </Stack>
      </Fieldset>
      <Group align="stretch" gap="md">
        <PartyFields form={form} side="seller" />
        <PartyFields form={form} side="buyer" />
      </Group>
      <MoneyFields form={form} />
      <Fieldset legend={texts.others}>
        <Stack gap="sm">
          <AchievementsField
            value={form.values.achievementIds}
            onChange={(ids) => form.setFieldValue('achievementIds', ids)}
            sellerId={form.values.seller.organizationId}
            error={fault as string | undefined}
          />
          <Group align="flex-start">
            <TextInput flex="1 1 180px" label={texts.ipType} {...form.getInputProps('ipType')} />
            <NativeSelect
              flex="1 1 180px"
              label={texts.conversionMode}
              data={[{ value: '', label: texts.none }, ...options('conversionModes')]}
              {...form.getInputProps('conversionMode')}
            />
            <TextInput
              flex="1 1 180px"
              label={texts.externalId}
              {...form.getInputProps('externalId')}
            />
          </Group>
          <Group align="flex-start">
            <DayInput
              flex="1 1 180px"
              label={texts.validFrom}
              {...form.getInputProps('validFrom')}
            />
            <DayInput flex="1 1 180px" label={texts.validTo} {...form.getInputProps('validTo')} />
          </Group>
          <Checkbox
            label={texts.intermediary}
            {...form.getInputProps('intermediary', { type: 'checkbox' })}
          />
          <FilesField label={texts.files} files={files} onChange={setFiles} />
        </Stack>
      </Fieldset>
      <DuplicateNote values={form.values} id={id} />
      {children}
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {t.actions.cancel}
        </Button>
        <Button type="submit" loading={busy}>
          {id ? texts.save : form.values.signedAt ? texts.saveSigned : texts.saveDraft}
        </Button>
      </Group>
    </Form>
  );
}
