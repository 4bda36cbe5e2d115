import type { UseFormReturnType } from '@mantine/form';
import { type ReactNode, useState } from 'react';
import { type Engagement, engagements } from '../../../api/engagements.ts';
import { Dialog } from '../../../kit/dialog.tsx';
import { DialogActions } from '../../../kit/dialog-actions.tsx';
import { DraftNote } from '../../../kit/draft-note.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { fileMarks } from '../../../kit/file-marks.ts';
import { Form } from '../../../kit/form.tsx';
import { faultsOf } from '../../../kit/form-faults.ts';
import { useCommand } from '../../../kit/use-command.ts';
import { useDraftForm } from '../../../kit/use-draft-form.ts';
import { useUploads } from '../../../kit/use-uploads.ts';
import { useText } from '../../../texts/use-text.tsx';

export interface EntryParts<V> {
  form: UseFormReturnType<V>;
  files: File[];
  setFiles(files: File[]): void;
}

/**
 * A form that writes one entry into an engagement's timeline. What is typed survives as a draft;
 * files are uploaded first and attached with the entry, so that a refused file costs nothing.
 */
export function EntryDialog<V extends Record<string, unknown>>({
  title,
  engagement,
  path,
  initial,
  bodyOf,
  fieldOf = {},
  wide = false,
  children,
  onClose,
}: {
  title: string;
  engagement: Engagement;
  /** Below the engagement: `meetings`. */
  path: string;
  initial: V;
  bodyOf(values: V, fileIds: string[]): unknown;
  /** Fields of the form by those of the body, where their names differ. */
  fieldOf?: Record<string, string>;
  wide?: boolean;
  children(parts: EntryParts<V>): ReactNode;
  onClose(): void;
}) {
  const texts = useText();
  const { t } = texts;
  const { form, restored, discard, sent, attempts } = useDraftForm(
    `${engagement.id}.${path}`,
    initial,
  );
  const [files, setFiles] = useState<File[]>([]);
  const upload = useUploads();
  const command = useCommand(
    async ({ values }: { values: V; files: string[] }, key) => {
      const fileIds = await upload(files);
      const answer = await engagements.act(engagement.id, path, bodyOf(values, fileIds), key);
      const loose = fileIds.filter((id) => !answer.fileIds.includes(id));
      return loose.length === 0
        ? answer
        : engagements.act(engagement.id, 'files', { fileIds: loose }, key);
    },
    {
      done: t.engagements.forms.saved,
      quiet: true,
      attempts,
      onDone: () => {
        sent();
        onClose();
      },
    },
  );
  const send = () =>
    command.mutate(
      { values: form.getValues(), files: fileMarks(files) },
      {
        onError: (error) => {
          const faults = Object.entries(faultsOf(error, texts));
          form.setErrors(Object.fromEntries(faults.map(([at, text]) => [fieldOf[at] ?? at, text])));
        },
      },
    );
  return (
    <Dialog opened title={title} onClose={onClose} size={wide ? 'xl' : 'lg'}>
      <Form onSubmit={() => !command.isPending && send()}>
        {restored && <DraftNote onDiscard={discard} />}
        {children({ form, files, setFiles })}
        {command.error && <FailureNote error={command.error} title={title} />}
        <DialogActions onClose={onClose} busy={command.isPending}>
          {t.engagements.forms.save}
        </DialogActions>
      </Form>
    </Dialog>
  );
}
