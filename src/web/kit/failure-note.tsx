import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Problem } from '../api/problem.ts';
import type { Messages } from '../texts/language.ts';
import { useText } from '../texts/use-text.tsx';

/** What a fault means and what to do about it, in the reader's language. */
export function problemText(error: unknown, t: Messages): string {
  if (!(error instanceof Problem)) return t.problems.internal_error!;
  return t.problems[error.code] ?? (error.isUnreachable ? t.problems.unreachable! : error.message);
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
  const { t } = useText();
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
        <Text size="sm">{problemText(error, t)}</Text>
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
