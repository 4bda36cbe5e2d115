import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { type NeedAnswer, needs } from '../../api/needs.ts';
import { Problem } from '../../api/problem.ts';
import { usePerson } from '../../app/signed-in.tsx';
import { DraftNote } from '../../kit/draft-note.tsx';
import { FailureNote } from '../../kit/failure-note.tsx';
import { OrganizationSelect } from '../../kit/organization-select.tsx';
import { Page } from '../../kit/page.tsx';
import { QueryView } from '../../kit/query-view.tsx';
import { useCommand } from '../../kit/use-command.ts';
import { useDraftForm } from '../../kit/use-draft-form.ts';
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

/** Posts a need; with `?from=`, one that was posted before is where it begins. */
export function NeedNewPage() {
  const { t } = useText();
  const words = t.owners.form;
  const [params] = useSearchParams();
  const from = params.get('from');
  const old = useQuery({ ...needs.one(from ?? ''), enabled: from !== null });
  return (
    <Page
      title={words.newTitle}
      back={{ to: '/needs', label: words.back }}
      description={words.newText}
    >
      {from === null ? (
        <NewForm draft="need.new" initial={noNeed} />
      ) : (
        <QueryView query={old}>
          {(need) => <NewForm draft={`need.from.${need.id}`} initial={needValues(need)} />}
        </QueryView>
      )}
    </Page>
  );
}

/** What is typed is kept in this browser until the service has it. */
function NewForm({ draft, initial }: { draft: string; initial: NeedValues }) {
  const texts = useText();
  const { t } = texts;
  const words = t.owners.form;
  const person = usePerson();
  const navigate = useNavigate();
  const { form, restored, discard, sent, attempts } = useDraftForm<NeedValues>(draft, initial);
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
      attempts,
      onDone: (need) => {
        sent();
        void navigate(`/needs/${need.id}`);
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
    <>
      {restored && <DraftNote onDiscard={discard} />}
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
    </>
  );
}

/** The first field with a fault takes the focus, once the faults are on the page. */
function showFirstFault(): void {
  setTimeout(() => {
    const field = document.querySelector<HTMLElement>('main [aria-invalid="true"]');
    field?.focus();
  }, 50);
}
