import { Alert, Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { type NeedAnswer, needs } from '../../api/needs.ts';
import { FailureNote } from '../../kit/failure-note.tsx';
import { Page } from '../../kit/page.tsx';
import { StaleDialog } from '../../kit/stale-dialog.tsx';
import { useDraft, useKeptDraft } from '../../kit/use-draft.ts';
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

/** Holds the version that was read first: what others save meanwhile comes up when it is sent. */
function EditForm({ read }: { read: NeedAnswer }) {
  const texts = useText();
  const { t } = texts;
  const words = t.owners.form;
  const navigate = useNavigate();
  const draft = useDraft<{ base: NeedAnswer; values: NeedValues }>(`need.${read.id}`);
  const [base, setBase] = useState(draft.restored?.base ?? read);
  const form = useForm<NeedValues>({ initialValues: needValues(base) });
  const [restoring, setRestoring] = useState(draft.restored !== undefined);
  if (restoring) {
    setRestoring(false);
    form.setValues({
      ...draft.restored!.values,
      budgetFen: draft.restored!.values.budgetFen ?? undefined,
    });
  }
  const dirty = form.isDirty();
  useKeptDraft(draft, { base, values: form.values }, dirty);
  const advice = useAdvice(form.values, read.id);
  const differences = useNeedDifferences();
  const edit = useEdit({
    calls: needs,
    row: base,
    done: t.states.saved,
    onDone: () => {
      draft.drop();
      navigate(`/needs/${read.id}`);
    },
  });
  const begin = (need: NeedAnswer) => {
    setBase(need);
    form.setInitialValues(needValues(need));
    form.setValues(needValues(need));
    form.resetDirty(needValues(need));
    draft.drop();
  };
  const submit = () => {
    const indicators = form.values.indicators.filter((one) => !isBlank(one));
    form.setFieldValue('indicators', indicators);
    const values = { ...form.values, indicators };
    const faults = faultsBefore(values, texts);
    form.setErrors(faults);
    if (Object.keys(faults).length > 0 || edit.busy) return;
    edit.save(needChange(needValues(base), values));
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
      {draft.restored && dirty && (
        <Alert color="blue" py="xs" title={words.restored}>
          <Button size="xs" variant="default" onClick={() => begin(read)}>
            {t.states.discardDraft}
          </Button>
        </Alert>
      )}
      <NeedFields form={form}>
        <AdvicePanel advice={advice} />
      </NeedFields>
      {edit.error && <FailureNote error={edit.error} title={words.failed} />}
      <EditActions place={`/needs/${read.id}`} busy={edit.busy} disabled={!dirty} />
      {edit.newest && (
        <StaleDialog
          differences={differences(form.values, needValues(edit.newest))}
          onKeepYours={() => edit.overwrite(needChange(needValues(edit.newest!), form.values))}
          onTakeTheirs={() => {
            begin(edit.newest!);
            edit.forgetNewest();
          }}
          onClose={edit.forgetNewest}
        />
      )}
    </form>
  );
}
