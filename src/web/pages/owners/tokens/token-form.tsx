import { NativeSelect, Table, TextInput } from '@mantine/core';
import { addDays } from '../../../../calendar/dates.ts';
import { createToken, type NewToken, type TokenInput } from '../../../api/tokens.ts';
import { instantOf, today } from '../../../kit/dates.ts';
import { DayInput } from '../../../kit/day-input.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { DialogActions } from '../../../kit/dialog-actions.tsx';
import { DraftNote } from '../../../kit/draft-note.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { Form } from '../../../kit/form.tsx';
import { faultsOf } from '../../../kit/form-faults.ts';
import { useCommand } from '../../../kit/use-command.ts';
import { useDraftForm } from '../../../kit/use-draft-form.ts';
import { useText } from '../../../texts/use-text.tsx';
import { type Right, scopesOf, type TokenResource, tokenRows } from './token-scopes.ts';

type Values = {
  name: string;
  expires: string;
  rights: Partial<Record<TokenResource, Right>>;
};

/** What a program may do in one's name, and until when. */
export function TokenForm({ onMade, onClose }: { onMade(token: NewToken): void; onClose(): void }) {
  const texts = useText();
  const { t } = texts;
  const words = t.tokens;
  const { form, restored, discard, sent } = useDraftForm<Values>('token', {
    ...{ name: '', expires: addDays(today(), 90), rights: {} },
  });
  const create = useCommand((body: TokenInput) => createToken(body), {
    quiet: true,
    done: false,
    onDone: (token) => {
      sent();
      onMade(token);
    },
  });
  const scopes = scopesOf(form.values.rights);
  const submit = () => {
    const { name, expires } = form.values;
    if (expires === '') return form.setFieldError('expiresAt', words.chooseDay);
    create.mutate(
      { name, scopes, expiresAt: instantOf(expires, '23:59') },
      { onError: (error) => form.setErrors(faultsOf(error, texts)) },
    );
  };
  return (
    <Dialog opened title={words.add} onClose={onClose} size="lg">
      <Form onSubmit={submit}>
        {restored && <DraftNote onDiscard={discard} />}
        <TextInput
          label={words.name}
          description={words.nameHint}
          maxLength={100}
          required
          data-autofocus
          {...form.getInputProps('name')}
        />
        <DayInput
          label={words.expires}
          withAsterisk
          minDate={today()}
          {...form.getInputProps('expires')}
          error={form.errors.expiresAt}
        />
        <Table aria-label={words.scopes} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.resource}</Table.Th>
              <Table.Th>{words.right}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tokenRows.map((resource) => (
              <Table.Tr key={resource}>
                <Table.Th scope="row" fw={400}>
                  {words.resources[resource]}
                </Table.Th>
                <Table.Td>
                  <NativeSelect
                    aria-label={words.rightFor(words.resources[resource])}
                    size="xs"
                    value={form.values.rights[resource] ?? 'none'}
                    onChange={(event) =>
                      form.setFieldValue('rights', {
                        ...form.values.rights,
                        [resource]: event.currentTarget.value as Right,
                      })
                    }
                    data={(['none', 'read', 'write'] as const).map((value) => ({
                      value,
                      label: words.rights[value],
                    }))}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {create.error && <FailureNote error={create.error} title={words.add} />}
        <DialogActions onClose={onClose} busy={create.isPending} disabled={scopes.length === 0}>
          {words.create}
        </DialogActions>
      </Form>
    </Dialog>
  );
}
