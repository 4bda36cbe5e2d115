import { Accordion, Code, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { SettingsAnswer } from '../../../api/settings.ts';
import { Empty } from '../../../kit/empty.tsx';
import { SearchInput } from '../../../kit/search-input.tsx';
import { useText } from '../../../texts/use-text.tsx';

type Vocabulary = SettingsAnswer['vocabulary'];
type CodeName = Vocabulary[string][number];

/** Names that a folded table shows of itself. */
const shownNames = 4;

/** Every code of the interface with its names; to be read, not changed. */
export function CodeTables({ vocabulary }: { vocabulary: Vocabulary }) {
  const { t, language } = useText();
  const texts = t.desks.settings;
  const [q, setQ] = useState('');
  const wanted = q.toLowerCase();
  const has = ({ code, zh, en }: CodeName) =>
    [code, zh, en].some((name) => name.toLowerCase().includes(wanted));
  const tables = Object.entries(vocabulary)
    .map(([name, codes]) => ({ name, codes: wanted === '' ? codes : codes.filter(has) }))
    .filter(({ codes }) => codes.length > 0);
  return (
    <Paper component="section" withBorder p="md" aria-label={texts.codesTitle}>
      <Title order={2} size="h4" mb="xs">
        {texts.codesTitle}
      </Title>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {texts.codesText}
        </Text>
        <SearchInput label={texts.findCode} maw={320} value={q} onSearch={setQ} />
        {tables.length === 0 && <Empty text={texts.noCode} />}
        {wanted !== '' &&
          tables.map(({ name, codes }) => <CodeTable key={name} name={name} codes={codes} />)}
        {wanted === '' && (
          <Accordion variant="contained" order={3}>
            {tables.map(({ name, codes }) => (
              <Accordion.Item key={name} value={name}>
                <Accordion.Control>
                  <Text size="sm">
                    {codes
                      .slice(0, shownNames)
                      .map((one) => one[language])
                      .join('、')}
                    {codes.length > shownNames && '……'}
                  </Text>
                  <Text size="xs" c="dimmed" component="span">
                    {name} · {t.pages.total(codes.length)}
                  </Text>
                </Accordion.Control>
                <Accordion.Panel>
                  <CodeTable name={name} codes={codes} />
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        )}
      </Stack>
    </Paper>
  );
}

function CodeTable({ name, codes }: { name: string; codes: readonly CodeName[] }) {
  const { t } = useText();
  const texts = t.desks.settings;
  return (
    <Table aria-label={name} verticalSpacing={4} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{texts.codeIn(name)}</Table.Th>
          <Table.Th>{texts.chinese}</Table.Th>
          <Table.Th>{texts.english}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {codes.map(({ code, zh, en }) => (
          <Table.Tr key={code}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <Code>{code}</Code>
            </Table.Td>
            <Table.Td lang="zh-CN">{zh}</Table.Td>
            <Table.Td lang="en">{en}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
