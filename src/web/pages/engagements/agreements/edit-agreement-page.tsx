import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { type Agreement, type AgreementChange, agreements } from '../../../api/agreements.ts';
import { DraftNote } from '../../../kit/draft-note.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { faultsOf } from '../../../kit/form-faults.ts';
import { Page } from '../../../kit/page.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { StaleDialog } from '../../../kit/stale-dialog.tsx';
import { useEdit } from '../../../kit/use-edit.ts';
import { useUploads } from '../../../kit/use-uploads.ts';
import { useText } from '../../../texts/use-text.tsx';
import { useAgreementDifferences } from './agreement-differences.ts';
import { AgreementForm } from './agreement-form.tsx';
import { type AgreementValues, agreementChange, valuesOfAgreement } from './agreement-values.ts';

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
  const { id } = agreement;
  const place = `/agreements/${id}`;
  const [files, setFiles] = useState<File[]>([]);
  const upload = useUploads();
  const edit = useEdit<Agreement, AgreementValues, AgreementChange>({
    draft: `agreement.${id}`,
    calls: agreements,
    row: agreement,
    valuesOf: valuesOfAgreement,
    async changeOf(before, after) {
      const fileIds = [...after.fileIds, ...(await upload(files))];
      return agreementChange(before, { ...after, fileIds });
    },
    fields: useAgreementDifferences(),
    done: t.agreements.form.saved,
    onDone: () => void navigate(place),
  });
  const { form } = edit;
  useEffect(() => {
    if (edit.error) form.setErrors(faultsOf(edit.error, texts));
  }, [edit.error]);
  return (
    <>
      {edit.restored && <DraftNote onDiscard={edit.discard} />}
      <AgreementForm
        form={form}
        id={id}
        files={files}
        setFiles={setFiles}
        busy={edit.busy}
        onSubmit={() => edit.save()}
        onCancel={() => navigate(place)}
      >
        {edit.error && <FailureNote error={edit.error} title={t.agreements.form.editTitle} />}
      </AgreementForm>
      <StaleDialog stale={edit.stale} />
    </>
  );
}
