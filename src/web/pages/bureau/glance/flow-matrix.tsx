import { Table } from '@mantine/core';
import type { Flows } from '../../../api/reports.ts';
import { useText } from '../../../texts/use-text.tsx';
import { useGroupName } from '../group-name.ts';
import { useAmount } from '../question/amount.ts';
import type { Question } from '../question/question.ts';
import { FigureLink } from '../rows/figure-link.tsx';
import { rowsAddress } from '../rows/rows-address.ts';

/** Sellers' regions down, buyers' across; the more value in a cell, the deeper its ground. */
export function FlowMatrix({ answer, question }: { answer: Flows; question: Question }) {
  const { t } = useText();
  const amount = useAmount();
  const nameOf = useGroupName();
  const texts = t.bureau.flows;
  const { by, flows } = answer;
  const sellers = [...new Set(flows.map(({ seller }) => seller))];
  const buyers = [...new Set(flows.map(({ buyer }) => buyer))];
  const most = Math.max(1, ...flows.map(({ technologyValueFen }) => technologyValueFen));
  const sum = (part: { seller?: string; buyer?: string }) => {
    const found = flows.filter(
      (one) =>
        one.seller === (part.seller ?? one.seller) && one.buyer === (part.buyer ?? one.buyer),
    );
    if (found.length === 0) return '';
    const fen = found.reduce((all, { technologyValueFen }) => all + technologyValueFen, 0);
    const filter = part.seller || part.buyer ? { by, ...part } : {};
    return (
      <FigureLink to={rowsAddress('agreements', question, filter)}>{amount.bare(fen)}</FigureLink>
    );
  };
  const ground = (seller: string, buyer: string) => {
    const found = flows.find((one) => one.seller === seller && one.buyer === buyer);
    if (!found) return undefined;
    const percent = 4 + Math.round((found.technologyValueFen / most) * 18);
    return `color-mix(in srgb, var(--mantine-color-teal-5) ${percent}%, transparent)`;
  };
  return (
    <Table.ScrollContainer minWidth={320 + buyers.length * 90}>
      <Table aria-label={texts.matrix(amount.unitName())} verticalSpacing={6} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{texts.corner(amount.unitName())}</Table.Th>
            {buyers.map((buyer) => (
              <Table.Th key={buyer} scope="col" ta="right">
                {nameOf(by, buyer)}
              </Table.Th>
            ))}
            <Table.Th scope="col" ta="right">
              {t.bureau.total}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sellers.map((seller) => (
            <Table.Tr key={seller}>
              <Table.Th scope="row" fw={500}>
                {nameOf(by, seller)}
              </Table.Th>
              {buyers.map((buyer) => (
                <Table.Td key={buyer} ta="right" bg={ground(seller, buyer)}>
                  {sum({ seller, buyer })}
                </Table.Td>
              ))}
              <Table.Td ta="right" fw={600}>
                {sum({ seller })}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{t.bureau.total}</Table.Th>
            {buyers.map((buyer) => (
              <Table.Td key={buyer} ta="right" fw={600}>
                {sum({ buyer })}
              </Table.Td>
            ))}
            <Table.Td ta="right" fw={600}>
              {sum({})}
            </Table.Td>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  );
}
