import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import { type NeedAnswer, type NeedChange, needs } from '../../api/needs.ts';
import { DraftNote } from '../../kit/draft-note.tsx';
import { FailureNote } from '../../kit/failure-note.tsx';
import { Page } from '../../kit/page.tsx';
import { StaleDialog } from '../../kit/stale-dialog.tsx';
import { useEdit } from '../../kit/use-edit.ts';
import { useText } from '../../texts/use-text.tsx';
import { AdvicePanel } from './advice-panel.tsx';
import { EditView } from './edit-view.tsx';
import { EditActions } from './form-actions.tsx';
import classes from './form-section.module.css';
import { needChange } from './need-change.ts';
import { useNeedDifferences } from './need-differences.tsx';
import { faultsAfter, faultsBefore } from './need-faults.ts';
import { NeedFields } from './need-fields.tsx';
import { isBlank, type NeedValues, needValues } from './need-values.ts';
import { useAdvice } from './use-advice.ts';

export function NeedEditPage() {
  const texts = useText();
  const { t } = texts;
  const words = t.owners.form;
  const { id = '' } = useParams();
  const need = useQuery(needs.one(id));
  return (
    <Page
      title={words.editTitle}
      back={{ to: `/needs/${id}`, label: need.data?.title ?? words.back }}
    >
      <EditView query={need} refusal={words.cannotEdit}>
        {(read) => <EditForm read={read} />}
      </EditView>
    </Page>
  );
}

function EditForm({ read }: { read: NeedAnswer }) {
  const texts = useText();
  const { t } = texts;
  const words = t.owners.form;
  const navigate = useNavigate();
  const place = `/needs/${read.id}`;
  const edit = useEdit<NeedAnswer, NeedValues, NeedChange>({
    draft: `need.${read.id}`,
    calls: needs,
    row: read,
    valuesOf: needValues,
    changeOf: needChange,
    fields: useNeedDifferences(),
    done: t.states.saved,
    onDone: () => void navigate(place),
  });
  const { form } = edit;
  const advice = useAdvice(form.values, read.id);
  const submit = () => {
    const indicators = form.values.indicators.filter((one) => !isBlank(one));
    form.setFieldValue('indicators', indicators);
    const values = { ...form.values, indicators };
    const faults = faultsBefore(values, texts);
    form.setErrors(faults);
    if (Object.keys(faults).length === 0 && !edit.busy) edit.save(values);
  };
  useEffect(() => {
    if (edit.error) form.setErrors(faultsAfter(edit.error, texts));
  }, [edit.error]);

  return (
    <form
      noValidate
      className={classes.withAdvice}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {edit.restored && <DraftNote onDiscard={edit.discard} />}
      <NeedFields form={form}>
        <AdvicePanel advice={advice} />
      </NeedFields>
      {edit.error && <FailureNote error={edit.error} title={words.failed} />}
      <EditActions place={place} busy={edit.busy} disabled={!edit.dirty} />
      <StaleDialog stale={edit.stale} />
    </form>
  );
}
