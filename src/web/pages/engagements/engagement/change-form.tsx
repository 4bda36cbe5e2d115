import { Button, Group, NumberInput, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { brokers } from '../../../api/brokers.ts';
import { capabilities } from '../../../api/capabilities.ts';
import { type Engagement, type EngagementChange, engagements } from '../../../api/engagements.ts';
import { Dialog } from '../../../kit/dialog.tsx';
import { DialogActions } from '../../../kit/dialog-actions.tsx';
import { DraftNote } from '../../../kit/draft-note.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { Form } from '../../../kit/form.tsx';
import { faultsOf } from '../../../kit/form-faults.ts';
import { mergeChange } from '../../../kit/merge-change.ts';
import { NamedSelect, type NamedSelectProps } from '../../../kit/named-select.tsx';
import { StaleDialog } from '../../../kit/stale-dialog.tsx';
import { useCapabilityTitles } from '../../../kit/use-capability-titles.ts';
import { useEdit } from '../../../kit/use-edit.ts';
import { useText } from '../../../texts/use-text.tsx';

interface Values {
  capabilityId: string | null;
  shares: { brokerId: string | null; percent: number | string }[];
}

const valuesOf = ({ capabilityId, shares }: Engagement): Values => ({
  capabilityId: capabilityId ?? null,
  shares: shares ?? [],
});

const bodyOf = ({ capabilityId, shares }: Values) => ({
  capabilityId,
  shares: shares.map(({ brokerId, percent }) => ({
    brokerId: brokerId ?? '',
    percent: Number(percent),
  })),
});

const changeOf = (before: Values, after: Values) =>
  mergeChange(bodyOf(before), bodyOf(after)) as EngagementChange;

/** 调整对接: which capability it is about, and what other brokers get of it. */
export function ChangeForm({ engagement, onClose }: { engagement: Engagement; onClose(): void }) {
  const texts = useText();
  const { t } = texts;
  const words = t.engagements.forms;
  const [typed, setTyped] = useState('');
  const edit = useEdit<Engagement, Values, EngagementChange>({
    draft: `${engagement.id}.update`,
    calls: engagements,
    row: engagement,
    valuesOf,
    changeOf,
    fields: [
      {
        name: t.engagements.one.capability,
        keys: ['capabilityId'],
        show: ({ capabilityId }) => capabilityId && <CapabilityTitle id={capabilityId} />,
      },
      {
        name: t.engagements.one.shares,
        keys: ['shares'],
        show: ({ shares }) => shares.length > 0 && <Shares of={shares} />,
      },
    ],
    done: words.saved,
    onDone: onClose,
  });
  const { form } = edit;
  const { capabilityId } = form.values;
  const titles = useCapabilityTitles({
    ...{ instituteId: engagement.institute.id, only: true, typed },
    chosen: capabilityId ? [capabilityId] : [],
  });
  const faults = faultsOf(edit.error, texts);
  return (
    <Dialog opened title={words.change} onClose={onClose} size="lg">
      <Form onSubmit={() => !edit.busy && edit.save()}>
        {edit.restored && <DraftNote onDiscard={edit.discard} />}
        <Select
          label={t.engagements.one.capability}
          data={[...titles].map(([id, label]) => ({ value: id, label }))}
          searchable
          onSearchChange={setTyped}
          // What the search found need not contain the words letter by letter.
          filter={({ options }) => options}
          limit={50}
          {...form.getInputProps('capabilityId')}
          error={faults.capabilityId}
        />
        <Text size="sm" c="dimmed">
          {words.sharesHint}
        </Text>
        {form.values.shares.map((_share, index) => (
          // A row has no other name than its place.
          <Group key={index} align="flex-end" wrap="nowrap">
            <BrokerSelect
              label={`${words.shareOf} ${index + 1}`}
              {...form.getInputProps(`shares.${index}.brokerId`)}
              error={faults[`shares.${index}.brokerId`]}
            />
            <NumberInput
              label={`${words.percent} ${index + 1}`}
              min={0}
              max={100}
              decimalScale={2}
              w={110}
              {...form.getInputProps(`shares.${index}.percent`)}
              error={faults[`shares.${index}.percent`]}
            />
            <Button
              variant="default"
              aria-label={`${t.actions.remove} ${index + 1}`}
              onClick={() => form.removeListItem('shares', index)}
            >
              {t.actions.remove}
            </Button>
          </Group>
        ))}
        <Button
          variant="default"
          onClick={() => form.insertListItem('shares', { brokerId: null, percent: '' })}
        >
          {words.addShare}
        </Button>
        {edit.error && <FailureNote error={edit.error} title={words.change} />}
        <DialogActions onClose={onClose} busy={edit.busy}>
          {t.actions.save}
        </DialogActions>
      </Form>
      <StaleDialog stale={edit.stale} />
    </Dialog>
  );
}

function CapabilityTitle({ id }: { id: string }) {
  return useQuery(capabilities.one(id)).data?.title ?? id;
}

function Shares({ of }: { of: Values['shares'] }) {
  return of.map(({ brokerId, percent }, at) => (
    <Fragment key={brokerId}>
      {at > 0 && '、'}
      <BrokerName id={brokerId} /> {percent}%
    </Fragment>
  ));
}

const useBroker = (id: string | null) =>
  useQuery({ ...brokers.one(id ?? ''), enabled: id !== null });

const BrokerName = ({ id }: { id: string | null }) => useBroker(id).data?.name ?? id;

/** One broker of the district, found by a part of the name, and held by the id alone. */
function BrokerSelect({
  value: id,
  onChange,
  ...select
}: Omit<NamedSelectProps, 'value' | 'onChange'> & {
  value?: string | null;
  onChange?(id: string | null): void;
}) {
  const broker = useBroker(id ?? null);
  if (id && broker.isPending) return null;
  return (
    <NamedSelect
      {...select}
      flex={1}
      value={id ? (broker.data ?? { id, name: id }) : null}
      search={(q) => brokers.list({ q, limit: 20, sort: 'name' })}
      onChange={(one) => onChange?.(one?.id ?? null)}
    />
  );
}
