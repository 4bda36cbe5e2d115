import { Group, Radio, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type AssignmentAnswer,
  assignments,
  type CandidateAnswer,
  candidatesFor,
} from '../../../api/assignments.ts';
import { Dialog } from '../../../kit/dialog.tsx';
import { DialogActions } from '../../../kit/dialog-actions.tsx';
import { DraftNote } from '../../../kit/draft-note.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { Form } from '../../../kit/form.tsx';
import { PlainList } from '../../../kit/plain-list.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useDraftForm } from '../../../kit/use-draft-form.ts';
import { useText } from '../../../texts/use-text.tsx';
import { CandidateText } from './candidate-text.tsx';

/** Names of a list from which on one looks for somebody by name. */
const manyNames = 8;

interface Values {
  brokerId: string | null;
  note: string;
}

const nothing: Values = { brokerId: null, note: '' };

/** The office names a broker, with everything that speaks for and against each one. */
export function ReassignDialog({
  assignment,
  onClose,
}: {
  assignment: AssignmentAnswer;
  onClose(): void;
}) {
  const { t } = useText();
  const texts = t.desks.assignment;
  const query = useQuery(candidatesFor(assignment.id));
  const { form, restored, discard, sent, attempts } = useDraftForm<Values>(
    `assignment.${assignment.id}.reassign`,
    nothing,
  );
  const { brokerId, note } = form.values;
  const reassign = useCommand(
    (body: { brokerId: string; note?: string }, key) =>
      assignments.act(assignment.id, 'reassign', body, key),
    {
      quiet: true,
      done: texts.reassigned,
      attempts,
      onDone: () => {
        sent();
        onClose();
      },
    },
  );
  const send = () => {
    if (!brokerId || reassign.isPending) return;
    reassign.mutate({ brokerId, ...(note.trim() && { note: note.trim() }) });
  };
  return (
    <Dialog opened title={texts.reassignTitle} onClose={onClose} size="lg">
      <Form onSubmit={send}>
        {restored && <DraftNote onDiscard={discard} />}
        <Text size="sm" fw={600}>
          {assignment.need.title}
        </Text>
        {assignment.broker && <Text size="sm">{texts.nowAsked(assignment.broker.name)}</Text>}
        <QueryView query={query}>
          {({ items }) => (
            <Candidates
              items={items}
              value={brokerId}
              onChange={(id) => form.setFieldValue('brokerId', id)}
            />
          )}
        </QueryView>
        <Textarea
          label={t.confirmation.note}
          description={texts.noteHint}
          {...form.getInputProps('note')}
          maxLength={2_000}
          autosize
        />
        {reassign.isError && <FailureNote error={reassign.error} title={texts.reassignTitle} />}
        <DialogActions onClose={onClose} busy={reassign.isPending} disabled={!brokerId}>
          {texts.ask}
        </DialogActions>
      </Form>
    </Dialog>
  );
}

function Candidates({
  items,
  value,
  onChange,
}: {
  items: readonly CandidateAnswer[];
  value: string | null;
  onChange(brokerId: string): void;
}) {
  const { t } = useText();
  const texts = t.desks.assignment;
  const [name, setName] = useState('');
  const named = items.filter((one) => one.name.includes(name.trim()));
  const free = named.filter(({ barriers }) => barriers.length === 0);
  const barred = named.filter(({ barriers }) => barriers.length > 0);
  return (
    <Stack gap="sm">
      {items.length > manyNames && (
        <TextInput
          label={texts.findBroker}
          type="search"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      {free.length === 0 && <Text size="sm">{texts.nobodyFree}</Text>}
      <Radio.Group
        aria-label={texts.choose}
        value={value}
        onChange={onChange}
        mah={360}
        style={{ overflowY: 'auto' }}
      >
        <Stack gap="xs" p={2}>
          {free.map((one) => (
            <Radio.Card key={one.brokerId} value={one.brokerId} p="xs" aria-label={one.name}>
              <Group wrap="nowrap" align="flex-start" gap="sm">
                <Radio.Indicator mt={2} />
                <CandidateText candidate={one} />
              </Group>
            </Radio.Card>
          ))}
        </Stack>
      </Radio.Group>
      {barred.length > 0 && (
        <section aria-label={texts.barred}>
          <Title order={3} size="h6" mb={4}>
            {texts.barred}
          </Title>
          <PlainList>
            {barred.map((one) => (
              <li key={one.brokerId}>
                <CandidateText candidate={one} />
              </li>
            ))}
          </PlainList>
        </section>
      )}
    </Stack>
  );
}
