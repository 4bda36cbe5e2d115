import { FileInput } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useText } from '../../../texts/use-text.tsx';

/** One or more files to send with an entry. */
export function FilesField({
  label,
  description,
  files,
  onChange,
  error,
}: {
  label: string;
  description?: string;
  files: File[];
  onChange(files: File[]): void;
  error?: string | undefined;
}) {
  const { t } = useText();
  return (
    <FileInput
      label={label}
      description={description}
      placeholder={t.engagements.forms.pickFile}
      multiple
      clearable
      clearButtonProps={{ 'aria-label': t.actions.clear }}
      leftSection={<IconPaperclip size={16} aria-hidden />}
      value={files}
      onChange={onChange}
      error={error}
    />
  );
}
