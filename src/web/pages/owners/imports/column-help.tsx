import { Button, Code, Collapse, Group, List, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ImportKind } from '../../../../vocabulary.ts';
import { type ImportColumn, importColumns } from '../../../api/imports.ts';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';

/** What the columns of a kind are called and what may stand in them, from the importer itself. */
export function ColumnHelp({ kind }: { kind: ImportKind }) {
  const { t } = useText();
  const words = t.imports;
  const [open, help] = useDisclosure();
  const columns = useQuery({ ...importColumns(kind), enabled: open });
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={help.toggle}
        aria-expanded={open}
        aria-controls="import-columns"
      >
        {words.help}
      </Button>
      <Collapse expanded={open} id="import-columns">
        {open && (
          <>
            <List size="sm" my="xs">
              {words.rules.map((rule) => (
                <List.Item key={rule}>{rule}</List.Item>
              ))}
            </List>
            <QueryView query={columns} bones={2}>
              {({ items }) => (
                <Table.ScrollContainer
                  minWidth={560}
                  scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': words.help } }}
                >
                  <Table verticalSpacing={4} aria-label={words.help}>
                    <Table.Thead>
                      <Table.Tr>
                        <Table.Th>{words.column}</Table.Th>
                        <Table.Th>{words.also}</Table.Th>
                        <Table.Th>{words.cell}</Table.Th>
                      </Table.Tr>
                    </Table.Thead>
                    <Table.Tbody>
                      {items.map((column) => (
                        <ColumnRow key={column.name} column={column} />
                      ))}
                    </Table.Tbody>
                  </Table>
                </Table.ScrollContainer>
              )}
            </QueryView>
          </>
        )}
      </Collapse>
    </div>
  );
}

function ColumnRow({ column }: { column: ImportColumn }) {
  const { t, language } = useText();
  const words = t.imports;
  const nameOf = ({ code, names }: { code: string; names: string[] }) =>
    names[language === 'zh' ? 0 : 1] ?? code;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Group gap={6} wrap="nowrap">
          <Code>{column.name}</Code>
          {column.needed && (
            <Text size="xs" c="red" span>
              {t.states.required}
            </Text>
          )}
        </Group>
      </Table.Th>
      <Table.Td>{column.also.join('、')}</Table.Td>
      <Table.Td>
        {words.cells[column.cell]}
        {column.codes && `：${column.codes.map(nameOf).join('、')}`}
      </Table.Td>
    </Table.Tr>
  );
}
