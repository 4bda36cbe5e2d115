import { Select, Text, Textarea } from '@mantine/core';
import type { vocabularyNames } from '../../vocabulary-names.ts';
import { useText } from '../texts/use-text.tsx';
import { Dialog } from './dialog.tsx';
import { DialogActions } from './dialog-actions.tsx';
import { DraftNote } from './draft-note.tsx';
import { FailureNote } from './failure-note.tsx';
import { Form } from './form.tsx';
import { useConfirmation } from './use-confirmation.ts';
import { useDraftForm } from './use-draft-form.ts';

export interface Decision {
  /** What is decided about what, such as `vet.<id>`: the name under which a note is kept. */
  draft: string;
  title: string;
  text?: string;
  /** The vocabulary table of codes to choose from; none asks for no code. */
  codes?: keyof typeof vocabularyNames;
  /** Those of the table that make sense here; all of them when absent. */
  only?: readonly string[];
  withoutNote?: boolean;
  needsNote?: boolean;
  confirm?: string;
  danger?: boolean;
  onConfirm(decision: { code?: string; note?: string }): Promise<unknown>;
  onClose(): void;
}

interface Values {
  code: string | null;
  note: string;
}

const nothing: Values = { code: null, note: '' };

/**
 * Asks before something that others will read: a code where the contract wants one, and a note.
 * Stays open, with what was typed, until the service has taken it.
 */
export function DecisionForm({
  draft,
  title,
  text,
  codes,
  only,
  withoutNote = false,
  needsNote = false,
  confirm,
  danger = false,
  onConfirm,
  onClose,
}: Decision) {
  const { t, options } = useText();
  const { form, restored, discard, sent } = useDraftForm<Values>(`decision.${draft}`, nothing);
  const { code, note } = form.values;
  const { error, busy, send } = useConfirmation(onClose);
  const ready = (!codes || code !== null) && (!needsNote || note.trim() !== '');

  const confirmed = async () => {
    await onConfirm({ ...(code && { code }), ...(note.trim() && { note: note.trim() }) });
    sent();
  };

  return (
    <Dialog opened title={title} onClose={onClose}>
      <Form onSubmit={() => ready && !busy && void send(confirmed)}>
        {restored && <DraftNote onDiscard={discard} />}
        {text && <Text size="sm">{text}</Text>}
        {codes && (
          <Select
            label={t.confirmation.code}
            description={t.confirmation.codeHint}
            data={options(codes).filter(({ value }) => only?.includes(value) ?? true)}
            {...form.getInputProps('code')}
            withAsterisk
            data-autofocus
          />
        )}
        {!withoutNote && (
          <Textarea
            label={t.confirmation.note}
            {...form.getInputProps('note')}
            autosize
            minRows={2}
            maxLength={2_000}
            withAsterisk={needsNote}
          />
        )}
        {error && <FailureNote error={error} title={title} />}
        <DialogActions
          onClose={onClose}
          color={danger ? 'red.9' : undefined}
          busy={busy}
          disabled={!ready}
        >
          {confirm ?? t.actions.confirm}
        </DialogActions>
      </Form>
    </Dialog>
  );
}
