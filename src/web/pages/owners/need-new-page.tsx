import { Alert, Button, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { type NeedAnswer, needs } from '../../api/needs.ts';
import { Problem } from '../../api/problem.ts';
import { usePerson } from '../../app/signed-in.tsx';
import { FailureNote } from '../../kit/failure-note.tsx';
import { OrganizationSelect } from '../../kit/organization-select.tsx';
import { Page } from '../../kit/page.tsx';
import { useCommand } from '../../kit/use-command.ts';
import { useDraft, useKeptDraft } from '../../kit/use-draft.ts';
import { useText } from '../../texts/use-text.tsx';
import { AdvicePanel } from './advice-panel.tsx';
import { FormActions } from './form-actions.tsx';
import classes from './form-section.module.css';
import { FormSection } from './form-section.tsx';
import { needChange } from './need-change.ts';
import { faultsAfter, faultsBefore } from './need-faults.ts';
import { NeedFields } from './need-fields.tsx';
import { isBlank, type NeedValues, needInput, needValues, noNeed } from './need-values.ts';
import { useAdvice } from './use-advice.ts';

type Wish = 'draft' | 'submit';

/** Posts a need: what is typed is kept in this browser until the service has it. */
export function NeedNewPage() {
  const texts = useText();
  const { t } = texts;
  const words = t.owners.form;
  const person = usePerson();
  const navigate = useNavigate();
  const draft = useDraft<NeedValues>('need.new');
  const form = useForm<NeedValues>({ initialValues: noNeed });
  const dirty = form.isDirty();
  useStart(form, draft.restored);
  useKeptDraft(draft, form.values, dirty);
  const advice = useAdvice(form.values);
  const onBehalf = !person.is('enterprise');

  // Made by an attempt that then broke off: the next one goes on with it.
  const made = useRef<{ need: NeedAnswer; values: NeedValues }>(undefined);
  const send = useCommand(
    async ({ values, wish }: { values: NeedValues; wish: Wish }, key) => {
      const before = made.current;
      const change = before && needChange(before.values, values);
      const need = !before
        ? await needs.create(needInput(values), key)
        : change && Object.keys(change).length > 0
          ? await needs.change(before.need.id, before.need.revision, change)
          : before.need;
      made.current = { need, values };
      return wish === 'submit' ? needs.act(need.id, 'submit', undefined, key) : need;
    },
    {
      quiet: true,
      done: false,
      onDone: (need) => {
        draft.drop();
        navigate(`/needs/${need.id}`);
      },
    },
  );
  const attempt = (wish: Wish) => {
    if (send.isPending) return;
    const values = {
      ...form.values,
      indicators: form.values.indicators.filter((one) => !isBlank(one)),
    };
    form.setFieldValue('indicators', values.indicators);
    const faults = faultsBefore(values, texts);
    form.setErrors(faults);
    if (Object.keys(faults).length > 0) return showFirstFault();
    send.mutate(
      { values, wish },
      {
        onError: (error) => {
          form.setErrors(faultsAfter(error, texts));
          showFirstFault();
        },
      },
    );
  };
  const away = send.error instanceof Problem && send.error.isUnreachable;
  useEffect(() => {
    if (!away || !send.variables) return;
    const again = () => attempt(send.variables.wish);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  });

  return (
    <Page
      title={words.newTitle}
      back={{ to: '/needs', label: words.back }}
      description={words.newText}
    >
      {draft.restored && dirty && (
        <Alert color="blue" py="xs" title={words.restored} maw={1080}>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              form.setValues(noNeed);
              form.resetDirty(noNeed);
              draft.drop();
            }}
          >
            {words.discard}
          </Button>
        </Alert>
      )}
      <form
        noValidate
        className={classes.withAdvice}
        onSubmit={(event) => {
          event.preventDefault();
          attempt('submit');
        }}
      >
        {onBehalf && (
          <FormSection title={words.behalf.title}>
            <OrganizationSelect
              kind="enterprise"
              label={words.behalf.label}
              description={words.behalf.hint}
              required
              value={form.values.organization}
              onChange={(one) => form.setFieldValue('organization', one)}
              error={form.errors.organization}
            />
          </FormSection>
        )}
        <NeedFields form={form}>
          <AdvicePanel advice={advice} />
        </NeedFields>
        {send.error && (
          <div>
            <FailureNote error={send.error} title={words.failed} />
            {away && <Text size="sm">{words.waits}</Text>}
          </div>
        )}
        <FormActions>
          <Button variant="default" loading={send.isPending} onClick={() => attempt('draft')}>
            {words.saveDraft}
          </Button>
          <Button type="submit" loading={send.isPending}>
            {words.submit}
          </Button>
        </FormActions>
      </form>
    </Page>
  );
}

/** Begins with the draft, or else with the need that is posted again (`?from=`). */
function useStart(
  form: ReturnType<typeof useForm<NeedValues>>,
  restored: NeedValues | undefined,
): void {
  const [params] = useSearchParams();
  const from = params.get('from');
  const old = useQuery({ ...needs.one(from ?? ''), enabled: from !== null && !restored });
  const start = restored
    ? { ...noNeed, ...restored, budgetFen: restored.budgetFen ?? undefined }
    : old.data && needValues(old.data);
  const ready = start !== undefined;
  useEffect(() => {
    if (start) form.setValues(start);
  }, [ready]);
}

/** The first field with a fault takes the focus, once the faults are on the page. */
function showFirstFault(): void {
  setTimeout(() => {
    const field = document.querySelector<HTMLElement>('main [aria-invalid="true"]');
    field?.focus();
  }, 50);
}
