import type { Engagement } from '../../../api/engagements.ts';
import { useText } from '../../../texts/use-text.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { FilesField } from './files-field.tsx';

/** 上传附件 to the engagement, for everybody on it. */
export function FilesForm(props: { engagement: Engagement; onClose(): void }) {
  const { t } = useText();
  const texts = t.engagements.forms;
  return (
    <EntryDialog
      {...props}
      title={texts.files}
      path="files"
      initial={{}}
      bodyOf={(_, fileIds) => ({ fileIds })}
    >
      {({ form, files, setFiles }) => (
        <FilesField
          label={texts.pickFile}
          files={files}
          onChange={setFiles}
          error={form.errors.fileIds ? texts.nothingPicked : undefined}
        />
      )}
    </EntryDialog>
  );
}
