import { Select, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { vocabularyNames } from '../../vocabulary-names.ts';
import { useText } from '../texts/use-text.tsx';
import { Dialog } from './dialog.tsx';
import { DialogActions } from './dialog-actions.tsx';
import { FailureNote } from './failure-note.tsx';
import { Form } from './form.tsx';
import { useConfirmation } from './use-confirmation.ts';

export interface Decision {
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

/**
 * Asks before something that others will read: a code where the contract wants one, and a note.
 * Stays open, with what was typed, until the service has taken it.
 */
export function DecisionForm({
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
  const [code, setCode] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const { error, busy, send } = useConfirmation(onClose);
  const ready = (!codes || code !== null) && (!needsNote || note.trim() !== '');

  const confirmed = () =>
    onConfirm({ ...(code && { code }), ...(note.trim() && { note: note.trim() }) });

  return (
    <Dialog opened title={title} onClose={onClose}>
      <Form onSubmit={() => ready && !busy && void send(confirmed)}>
        {text && <Text size="sm">{text}</Text>}
        {codes && (
          <Select
            label={t.confirmation.code}
            description={t.confirmation.codeHint}
            data={options(codes).filter(({ value }) => only?.includes(value) ?? true)}
            value={code}
            onChange={setCode}
            withAsterisk
            data-autofocus
          />
        )}
        {!withoutNote && (
          <Textarea
            label={t.confirmation.note}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
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
