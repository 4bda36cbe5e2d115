import { Badge, Box, Group, Stack, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { NeedMatch } from '../../../api/matches.ts';
import type { NeedAnswer } from '../../../api/needs.ts';
import { listText } from '../../../kit/list-text.ts';
import { Passages } from '../../../kit/passages.tsx';
import { PlainList } from '../../../kit/plain-list.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { needSpansIn } from '../matches/spans.ts';
import { indicatorValue } from './indicator-value.ts';

type Reasons = NeedMatch['reasons'];
const noReasons: Reasons = [];

/** What a need says, with the passages that a capability meets marked, and its secrets named. */
export function NeedText({
  need,
  reasons = noReasons,
}: {
  need: NeedAnswer;
  reasons?: Reasons | undefined;
}) {
  const { t, word, language } = useText();
  const part = (field: 'problem' | 'product' | 'process') => {
    const text = need[field];
    return text && <Passages text={text} spans={needSpansIn(reasons, field)} />;
  };
  const parts = (['product', 'process'] as const).filter((field) => need[field]);
  return (
    <Stack gap="sm">
      {need.problem && (
        <Part need={need} field="problem">
          <Text component="div" lh={1.7}>
            {part('problem')}
          </Text>
        </Part>
      )}
      {parts.map((field) => (
        <Part key={field} need={need} field={field}>
          {part(field)}
        </Part>
      ))}
      {need.tried && (
        <Part need={need} field="tried">
          <Text size="sm" className="pre-line">
            {need.tried}
          </Text>
        </Part>
      )}
      {need.indicators && need.indicators.length > 0 && (
        <Part need={need} field="indicators">
          <PlainList gap={4}>
            {need.indicators.map((indicator, at) => (
              <Text component="li" size="sm" key={`${indicator.name}${at}`}>
                <Passages
                  text={indicator.name}
                  spans={needSpansIn(reasons, `indicators.${at}.name`)}
                />{' '}
                <strong className="numbers">{indicatorValue(indicator, t, word)}</strong>
                {indicator.condition && (
                  <Text span size="xs" c="dimmed">
                    {' '}
                    {t.desk.need.condition}: {indicator.condition}
                  </Text>
                )}
              </Text>
            ))}
          </PlainList>
        </Part>
      )}
      {need.hidden.length > 0 && (
        <Group gap={6} wrap="nowrap" align="flex-start">
          <IconLock size={16} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
          <Text size="sm" c="dimmed">
            {t.desk.need.hiddenText(
              listText(
                need.hidden.map((field) => word('needFields', field)),
                language,
              ),
            )}
          </Text>
        </Group>
      )}
    </Stack>
  );
}

/** One field under its name, with its layer where it is not public. */
function Part({
  need,
  field,
  children,
}: {
  need: NeedAnswer;
  field: 'problem' | 'product' | 'process' | 'tried' | 'indicators';
  children: ReactNode;
}) {
  const { word } = useText();
  return (
    <Box>
      <Group gap={6} mb={2}>
        <Text size="xs" c="dimmed">
          {word('needFields', field)}
        </Text>
        <LayerBadge need={need} field={field} />
      </Group>
      {children}
    </Box>
  );
}

/** Says that a field is not for everybody; nothing for public ones. */
export function LayerBadge({
  need,
  field,
}: {
  need: Pick<NeedAnswer, 'confidential'>;
  field: keyof NonNullable<NeedAnswer['confidential']>;
}) {
  const { word } = useText();
  const layer =
    need.confidential?.[field] ??
    (field === 'organization' && need.confidential ? 'assigned' : 'public');
  if (layer === 'public') return null;
  return (
    <Badge size="sm" color="orange" leftSection={<IconLock size={10} aria-hidden />}>
      {word('layers', layer)}
    </Badge>
  );
}
