import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { type Agreement, agreements } from '../../../api/agreements.ts';
import { call } from '../../../api/client.ts';
import { uploadFile } from '../../../api/files.ts';
import { isProblem } from '../../../api/problem.ts';
import { DraftNote } from '../../../kit/draft-note.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { faultsOf } from '../../../kit/form-faults.ts';
import { Page } from '../../../kit/page.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { StaleDialog } from '../../../kit/stale-dialog.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useDraftForm } from '../../../kit/use-draft-form.ts';
import { useText } from '../../../texts/use-text.tsx';
import { useAgreementDifferences } from './agreement-differences.ts';
import { AgreementForm } from './agreement-form.tsx';
import { type AgreementValues, agreementPatchOf, valuesOfAgreement } from './agreement-values.ts';

/** A draft is changed until it is signed. */
export function EditAgreementPage() {
  const { t } = useText();
  const { id = '' } = useParams();
  const query = useQuery({ ...agreements.one(id), refetchOnWindowFocus: false });
  return (
    <Page
      title={t.agreements.form.editTitle}
      back={{ to: `/agreements/${id}`, label: query.data?.title ?? t.agreements.list.title }}
    >
      <QueryView query={query} bones={5}>
        {(agreement) => <EditAgreement key={agreement.id} agreement={agreement} />}
      </QueryView>
    </Page>
  );
}

function EditAgreement({ agreement }: { agreement: Agreement }) {
  const texts = useText();
  const { t } = texts;
  const navigate = useNavigate();
  const differences = useAgreementDifferences();
  const { id } = agreement;
  const place = `/agreements/${id}`;
  // The revision that the typing began with, whatever is read in the meantime.
  const [revision, setRevision] = useState(agreement.revision);
  const [theirs, setTheirs] = useState<Agreement>();
  const [files, setFiles] = useState<File[]>([]);
  const { form, restored, discard, sent } = useDraftForm(
    `agreement.${id}`,
    valuesOfAgreement(agreement),
  );
  const command = useCommand(
    async ({ values, at }: { values: AgreementValues; at: number }) => {
      const kept = await Promise.all(files.map((file) => uploadFile(file)));
      const fileIds = [...values.fileIds, ...kept.map((file) => file.id)];
      return agreements.change(id, at, agreementPatchOf({ ...values, fileIds }) as never);
    },
    {
      quiet: true,
      done: t.agreements.form.saved,
      onDone: () => {
        sent();
        void navigate(place);
      },
    },
  );
  const send = (at: number) =>
    command.mutate(
      { values: form.getValues(), at },
      {
        onError: async (error) => {
          form.setErrors(faultsOf(error, texts));
          if (isProblem(error, 412)) setTheirs(await call<Agreement>('GET', place));
        },
      },
    );
  return (
    <>
      {restored && <DraftNote onDiscard={discard} />}
      <AgreementForm
        form={form}
        id={id}
        files={files}
        setFiles={setFiles}
        busy={command.isPending}
        onSubmit={() => send(revision)}
        onCancel={() => navigate(place)}
      >
        {command.error && <FailureNote error={command.error} title={t.agreements.form.editTitle} />}
      </AgreementForm>
      {theirs && (
        <StaleDialog
          differences={differences(form.values, valuesOfAgreement(theirs))}
          onClose={() => setTheirs(undefined)}
          onKeepYours={() => {
            setRevision(theirs.revision);
            setTheirs(undefined);
            send(theirs.revision);
          }}
          onTakeTheirs={() => {
            setRevision(theirs.revision);
            setTheirs(undefined);
            command.reset();
            form.setValues(valuesOfAgreement(theirs));
            sent();
          }}
        />
      )}
    </>
  );
}
