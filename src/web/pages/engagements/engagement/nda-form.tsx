import { Text } from '@mantine/core';
import type { Engagement } from '../../../api/engagements.ts';
import { DayInput } from '../../../kit/day-input.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { FilesField } from './files-field.tsx';

/** 保密协议: who signed and when; only the sides that this reader may write down. */
export function NdaForm(props: { engagement: Engagement; onClose(): void }) {
  const { t } = useText();
  const texts = t.engagements.forms;
  const { signatures } = props.engagement;
  return (
    <EntryDialog
      {...props}
      title={texts.ndas}
      path="ndas"
      initial={{ signedByEnterpriseAt: '', signedByInstituteAt: '' }}
      bodyOf={({ signedByEnterpriseAt, signedByInstituteAt }, [fileId]) => ({
        ...(signedByEnterpriseAt && { signedByEnterpriseAt }),
        ...(signedByInstituteAt && { signedByInstituteAt }),
        ...(fileId && { fileId }),
      })}
      fieldOf={
        signatures.includes('enterprise') ? {} : { signedByEnterpriseAt: 'signedByInstituteAt' }
      }
    >
      {({ form, files, setFiles }) => (
        <>
          <Text size="sm" c="dimmed">
            {texts.ndaHint}
          </Text>
          {signatures.includes('enterprise') && (
            <DayInput
              label={texts.signedByEnterprise}
              {...form.getInputProps('signedByEnterpriseAt')}
            />
          )}
          {signatures.includes('institute') && (
            <DayInput
              label={texts.signedByInstitute}
              {...form.getInputProps('signedByInstituteAt')}
            />
          )}
          <FilesField
            label={texts.ndaFile}
            files={files}
            onChange={(some) => setFiles(some.slice(-1))}
            error={form.errors.fileId as string | undefined}
          />
        </>
      )}
    </EntryDialog>
  );
}
