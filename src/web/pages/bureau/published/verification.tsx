import { Alert, Button, Group, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../../api/client.ts';
import { type ReportAnswer, reports } from '../../../api/reports.ts';
import { FailureNote } from '../../../kit/failure-note.tsx';
import { useText } from '../../../texts/use-text.tsx';

/** The checksum, and a reckoning of it anew from everything that is stored. */
export function Verification({ report }: { report: ReportAnswer }) {
  const { t } = useText();
  const texts = t.bureau.published;
  const verify = useMutation({
    mutationFn: () =>
      call<ReportAnswer>('GET', `${reports.path}/${report.id}`, { query: { verify: true } }),
  });
  const holds = verify.data?.verified;
  return (
    <>
      <Group mt="sm" gap="sm" align="center">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          <Text component="span" size="xs" c="dimmed">
            {texts.checksum}{' '}
          </Text>
          <Text component="span" ff="monospace" size="xs">
            {report.checksum}
          </Text>
        </Text>
        <Button
          size="xs"
          variant="default"
          loading={verify.isPending}
          onClick={() => verify.mutate()}
        >
          {texts.verify}
        </Button>
      </Group>
      <div role="status">
        {holds !== undefined && (
          <Alert
            mt="sm"
            color={holds ? 'teal' : 'red'}
            title={holds ? texts.holds : texts.broken}
            icon={holds ? <IconShieldCheck aria-hidden /> : <IconShieldX aria-hidden />}
          >
            {holds ? texts.holdsText : texts.brokenText}
          </Alert>
        )}
      </div>
      {verify.error && <FailureNote error={verify.error} onRetry={() => verify.mutate()} />}
    </>
  );
}
