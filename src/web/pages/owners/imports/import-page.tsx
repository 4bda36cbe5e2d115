import { Alert, Button, Group, Paper, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { type ImportAnswer, importErrors, imports } from '../../../api/imports.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { instantText } from '../../../kit/dates.ts';
import { Page } from '../../../kit/page.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { codeText } from '../../../texts/code-text.ts';
import { useText } from '../../../texts/use-text.tsx';
import { ImportFaults } from './import-faults.tsx';
import { isRunning, useImportProgress } from './use-import-progress.ts';

/** One import while it runs and after: how far, how many, what was wrong. */
export function ImportPage() {
  const { t, word } = useText();
  const words = t.imports;
  const { id = '' } = useParams();
  const { query, lost } = useImportProgress(id);
  const { data } = query;
  const cancel = useCommand((_: undefined, key) => imports.act(id, 'cancel', undefined, key));
  return (
    <Page
      title={data?.file.name ?? words.one}
      back={{ to: '/imports', label: t.shell.nav.imports }}
      aside={data && <CodeBadge table="importStatuses" code={data.status} />}
      description={data && word('importKinds', data.kind)}
      actions={
        data?.actions.includes('cancel') && (
          <Button
            size="xs"
            variant="default"
            loading={cancel.isPending}
            onClick={() => cancel.mutate(undefined)}
          >
            {words.cancel}
          </Button>
        )
      }
    >
      <QueryView query={query}>{(one) => <ImportBody one={one} lost={lost} />}</QueryView>
    </Page>
  );
}

function ImportBody({ one, lost }: { one: ImportAnswer; lost: boolean }) {
  const { t, language } = useText();
  const words = t.imports;
  const passed = one.done + one.failed;
  const percent = one.total ? Math.floor((passed / one.total) * 100) : one.total === 0 ? 100 : 0;
  return (
    <>
      <Paper withBorder p="md">
        <Stack gap="sm">
          <Group justify="space-between">
            <Text size="sm" role="status">
              {lost ? words.lost : words.state[one.status]}
              {isRunning(one) &&
                one.secondsLeft !== null &&
                ` · ${words.secondsLeft(one.secondsLeft)}`}
            </Text>
            <Text size="sm" className="numbers">
              {words.progress(passed, one.total)}
            </Text>
          </Group>
          <Progress.Root size="lg">
            <Progress.Section
              value={one.status === 'done' ? 100 : percent}
              aria-label={words.progressLabel}
              color={one.failed > 0 ? 'yellow.8' : 'teal'}
              animated={isRunning(one)}
            />
          </Progress.Root>
          <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
            <Count name={words.created} count={one.created} />
            <Count name={words.changed} count={one.changed} />
            <Count name={words.unchanged} count={one.unchanged} />
            <Count name={words.failed} count={one.failed} bad />
          </SimpleGrid>
          <Text size="xs" c="dimmed">
            {instantText(one.createdAt, language)}
            {one.finishedAt && ` — ${instantText(one.finishedAt, language)}`}
          </Text>
        </Stack>
      </Paper>
      {one.failure && (
        <Alert color="red" title={words.state.failed} role="alert">
          {one.failure.row !== undefined && `${words.row(one.failure.row)}：`}
          {codeText(one.failure.code, language) ?? one.failure.message}
        </Alert>
      )}
      {one.warnings.length > 0 && (
        <Alert color="yellow" title={words.warnings}>
          <Stack component="ul" gap={2} m={0} pl="md">
            {one.warnings.map(({ code, column, message }) => (
              <li key={`${code} ${column}`}>
                {column && `${column}：`}
                {codeText(code, language) ?? message}
              </li>
            ))}
          </Stack>
        </Alert>
      )}
      {one.errorCount > 0 && (
        <ImportFaults one={one}>
          <Button
            component="a"
            href={importErrors(one.id)}
            download
            size="xs"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {words.download}
          </Button>
        </ImportFaults>
      )}
    </>
  );
}

function Count({ name, count, bad = false }: { name: string; count: number; bad?: boolean }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Text size="xl" fw={650} className="numbers" c={bad && count > 0 ? 'red' : undefined}>
        {count}
      </Text>
    </div>
  );
}
