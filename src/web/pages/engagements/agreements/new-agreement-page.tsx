import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { agreements } from '../../../api/agreements.ts';
import { engagements } from '../../../api/engagements.ts';
import { organizations } from '../../../api/organizations.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { DraftNote } from '../../../kit/draft-note.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { fileMarks } from '../../../kit/file-marks.ts';
import { faultsOf } from '../../../kit/form-faults.ts';
import { Page } from '../../../kit/page.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useDraftForm } from '../../../kit/use-draft-form.ts';
import { useUploads } from '../../../kit/use-uploads.ts';
import { useText } from '../../../texts/use-text.tsx';
import { AgreementForm } from './agreement-form.tsx';
import {
  type AgreementValues,
  agreementBodyOf,
  emptyAgreement,
  valuesFromEngagement,
} from './agreement-values.ts';

/** 新建合同, of an engagement with what it knows already, or of nothing. */
export function NewAgreementPage() {
  const { t } = useText();
  const [params] = useSearchParams();
  const engagementId = params.get('engagement');
  const query = useQuery({
    ...engagements.one(engagementId ?? ''),
    enabled: engagementId !== null,
  });
  const texts = t.agreements.form;
  return (
    <Page
      title={texts.newTitle}
      back={
        engagementId
          ? { to: `/engagements/${engagementId}`, label: t.agreements.one.openEngagement }
          : { to: '/agreements', label: t.agreements.list.title }
      }
      description={query.data?.need.title && texts.fromEngagement(query.data.need.title)}
    >
      {engagementId ? (
        <QueryView query={query} bones={5}>
          {(engagement) => (
            <NewAgreement
              key={engagement.id}
              draft={`agreement.${engagement.id}`}
              initial={valuesFromEngagement(engagement)}
            />
          )}
        </QueryView>
      ) : (
        <OwnAgreement />
      )}
    </Page>
  );
}

/** Without an engagement, the person's own organization stands on its usual side. */
function OwnAgreement() {
  const person = usePerson();
  const { organizationId = '' } = person;
  const query = useQuery({ ...organizations.one(organizationId), enabled: organizationId !== '' });
  const initial = emptyAgreement();
  if (!organizationId) return <NewAgreement draft="agreement.new" initial={initial} />;
  return (
    <QueryView query={query}>
      {({ id, name }) => {
        const side = person.is('institute') ? 'seller' : 'buyer';
        const own = { ...initial[side], organizationId: id, name };
        return <NewAgreement draft="agreement.new" initial={{ ...initial, [side]: own }} />;
      }}
    </QueryView>
  );
}

function NewAgreement({ draft, initial }: { draft: string; initial: AgreementValues }) {
  const texts = useText();
  const { t } = texts;
  const navigate = useNavigate();
  const { form, restored, discard, sent, attempts } = useDraftForm(draft, initial);
  const [files, setFiles] = useState<File[]>([]);
  const upload = useUploads();
  const command = useCommand(
    async ({ values }: { values: AgreementValues; files: string[] }, key) => {
      const fileIds = [...values.fileIds, ...(await upload(files))];
      return agreements.create(agreementBodyOf({ ...values, fileIds }), key);
    },
    {
      quiet: true,
      attempts,
      done: t.agreements.form.saved,
      onDone: ({ id }) => {
        sent();
        void navigate(`/agreements/${id}`);
      },
    },
  );
  const send = () =>
    command.mutate(
      { values: form.getValues(), files: fileMarks(files) },
      { onError: (error) => form.setErrors(faultsOf(error, texts)) },
    );
  return (
    <>
      {restored && <DraftNote onDiscard={discard} />}
      <AgreementForm
        form={form}
        files={files}
        setFiles={setFiles}
        busy={command.isPending}
        onSubmit={send}
        onCancel={() => navigate(-1)}
      >
        {command.error && <FailureNote error={command.error} title={t.agreements.form.newTitle} />}
      </AgreementForm>
    </>
  );
}
