import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import type { NewToken } from '../../../api/tokens.ts';
import { useText } from '../../../texts/use-text.tsx';

/** A new token, this one time. */
export function TokenSecret({ token, onClose }: { token: NewToken; onClose(): void }) {
  const { t } = useText();
  const words = t.tokens;
  return (
    <Alert color="teal" title={words.made(token.name)} role="status">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{words.once}</Text>
        <Code
          block
          aria-label={words.secret}
          style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}
        >
          {token.token}
        </Code>
        <Group gap="xs">
          <CopyButton value={token.token}>
            {({ copied, copy }) => (
              <Button size="xs" onClick={copy}>
                {copied ? t.states.copied : words.copy}
              </Button>
            )}
          </CopyButton>
          <Button size="xs" variant="default" onClick={onClose}>
            {words.kept}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
