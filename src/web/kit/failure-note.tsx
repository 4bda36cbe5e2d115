import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Problem } from '../api/problem.ts';
import { codeText } from '../texts/code-text.ts';
import { type Texts, useText } from '../texts/use-text.tsx';

/** What a fault that a call ended with means, and what to do about it. */
export function problemText(error: unknown, { t, language }: Texts): string {
  if (!(error instanceof Problem)) return t.problems.brokenPage;
  if (error.code === 'unreachable') return t.problems.unreachable;
  return codeText(error.code, language) ?? error.message;
}

/** A fault in place of what could not be shown or done, with a way to go on. */
export function FailureNote({
  error,
  onRetry,
  title,
}: {
  error: Error;
  onRetry?: () => void;
  title?: string;
}) {
  const texts = useText();
  const { t } = texts;
  const requestId = error instanceof Problem ? error.requestId : undefined;
  return (
    <Alert
      role="alert"
      color="red"
      title={title ?? t.states.failed}
      icon={<IconAlertTriangle aria-hidden />}
      maw={640}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{problemText(error, texts)}</Text>
        {requestId && error instanceof Problem && error.status >= 500 && (
          <Text size="xs">
            {t.problems.requestId} {requestId}
          </Text>
        )}
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t.actions.retry}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
