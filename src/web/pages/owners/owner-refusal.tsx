import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { NeedAnswer } from '../../api/needs.ts';
import { usePerson } from '../../app/signed-in.tsx';
import { useText } from '../../texts/use-text.tsx';

/** A need that was refused: why, in the reader's words, and how to go on. */
export function OwnerRefusal({ need }: { need: NeedAnswer }) {
  const { t, word } = useText();
  const { may } = usePerson();
  const words = t.owners.progress;
  const { vetting } = need;
  if (need.closeCode !== 'refused' || !vetting) return null;
  return (
    <Alert
      color="red"
      icon={<IconInfoCircle aria-hidden />}
      title={words.refused(word('decisionCodes', vetting.code ?? 'other'))}
    >
      <Stack gap="xs" align="flex-start">
        {vetting.note && <Text size="sm">{words.refusedNote(vetting.note)}</Text>}
        <Text size="sm">{words.refusedAdvice[vetting.code ?? 'other']}</Text>
        {may('create_need') && (
          <Button component={Link} to={`/needs/new?from=${need.id}`} size="xs" variant="default">
            {words.postAgain}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
