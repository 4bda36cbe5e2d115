import { Alert, Button, Group, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { type ImportKind, importKinds } from '../../../../vocabulary.ts';
import { importTemplate, uploadImport } from '../../../api/imports.ts';
import { usePerson } from '../../../app/signed-in.tsx';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { Form } from '../../../kit/form.tsx';
import { OrganizationSelect } from '../../../kit/organization-select.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useText } from '../../../texts/use-text.tsx';
import { ColumnHelp } from './column-help.tsx';
import { FileField } from './file-field.tsx';

/** What the service reads; it looks at the content, not at the name. */
const accepted = '.xlsx,.csv,.tsv,.txt,.jsonl,.ndjson';

/** Kinds whose rows belong to somebody, and whom an office may import them for. */
const ownerKinds = { need: 'enterprise', capability: 'institute' } as const;

export function UploadForm() {
  const { t, word } = useText();
  const words = t.imports;
  const person = usePerson();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const kinds = importKinds.filter((kind) => person.may(`import_${kind}`));
  const asked = kinds.find((kind) => kind === params.get('kind'));
  const [kind, setKind] = useState<ImportKind | undefined>(asked ?? kinds[0]);
  const [file, setFile] = useState<File | null>(null);
  const [owner, setOwner] = useState<{ id: string; name: string } | null>(null);
  const upload = useCommand(
    (_: { name: string; size: number; modified: number; kind: ImportKind; owner?: string }, key) =>
      uploadImport({ file: file!, kind: kind!, organizationId: owner?.id }, key),
    {
      quiet: true,
      done: false,
      onDone: ({ id }) => navigate(`/imports/${id}`),
    },
  );
  if (kind === undefined) return <Alert color="yellow">{words.mayNot}</Alert>;
  const ownerKind = kind === 'need' || kind === 'capability' ? ownerKinds[kind] : undefined;
  const forOthers = ownerKind !== undefined && !person.is(ownerKind);

  const submit = () => {
    if (!file || upload.isPending) return;
    const { name, size, lastModified } = file;
    upload.mutate({ name, size, modified: lastModified, kind, ...(owner && { owner: owner.id }) });
  };
  return (
    <Paper withBorder p="md">
      <Form onSubmit={submit}>
        <Group align="flex-start" gap="md">
          <NativeSelect
            label={words.kind}
            data={kinds.map((one) => ({ value: one, label: word('importKinds', one) }))}
            value={kind}
            onChange={(event) => {
              setKind(event.currentTarget.value as ImportKind);
              setOwner(null);
            }}
          />
          <FileField
            label={words.chooseFile}
            description={words.fileHint}
            accept={accepted}
            onChange={setFile}
          />
          {forOthers && (
            <OrganizationSelect
              key={ownerKind}
              kind={ownerKind}
              label={words.owner}
              description={words.ownerHint}
              value={owner}
              onChange={setOwner}
            />
          )}
        </Group>
        <Stack gap="xs">
          <Group gap="sm">
            <Button type="submit" disabled={!file} loading={upload.isPending}>
              {words.start}
            </Button>
            <Button component="a" href={importTemplate(kind, 'xlsx')} download variant="default">
              {words.template(word('importKinds', kind))}
            </Button>
            <Button component="a" href={importTemplate(kind, 'csv')} download variant="subtle">
              {words.csvTemplate}
            </Button>
          </Group>
          <Text size="xs" c="dimmed">
            {words.upsert}
          </Text>
        </Stack>
        {upload.error && <FailureNote error={upload.error} title={words.notTaken} />}
        <ColumnHelp kind={kind} />
      </Form>
    </Paper>
  );
}
