import { Badge, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type NewToken, revokeToken, type TokenLine, tokens } from '../../../api/tokens.ts';
import { dateText } from '../../../kit/dates.ts';
import { DecisionDialog } from '../../../kit/decision-dialog.tsx';
import { Empty } from '../../../kit/empty.tsx';
import { Page } from '../../../kit/page.tsx';
import { PagedRows } from '../../../kit/paged-rows.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useList } from '../../../kit/use-list.ts';
import { useText } from '../../../texts/use-text.tsx';
import { TokenForm } from './token-form.tsx';
import { TokenSecret } from './token-secret.tsx';

/** A person's own keys for programs. */
export function TokenPage() {
  const { t, language } = useText();
  const words = t.tokens;
  const list = useList([]);
  const found = useQuery(tokens.list(list.query));
  const [made, setMade] = useState<NewToken>();
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<TokenLine>();
  const revoke = useCommand(revokeToken, { done: words.revoked, quiet: true });
  return (
    <Page
      title={t.shell.nav.tokens}
      description={words.text}
      actions={
        <Button size="xs" onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      }
    >
      {made && <TokenSecret token={made} onClose={() => setMade(undefined)} />}
      <QueryView query={found}>
        {(page) => (
          <PagedRows
            label={t.shell.nav.tokens}
            page={page}
            empty={<Empty text={words.none} />}
            list={list}
            columns={[
              { name: words.name, head: true, show: ({ name }: TokenLine) => name },
              {
                name: words.scopes,
                show: ({ scopes }) => (
                  <Group gap={4}>
                    {scopes.map((scope) => (
                      <Badge key={scope} color="gray">
                        {scope}
                      </Badge>
                    ))}
                  </Group>
                ),
              },
              { name: words.created, show: ({ createdAt }) => dateText(createdAt, language) },
              {
                name: words.expires,
                show: ({ expiresAt }) => (
                  <Text span size="sm" c={expiresAt < new Date().toISOString() ? 'red' : undefined}>
                    {dateText(expiresAt, language)}
                    {expiresAt < new Date().toISOString() && ` · ${words.over}`}
                  </Text>
                ),
              },
              {
                name: words.action,
                show: (token) =>
                  token.actions.includes('revoke') && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={words.revokeNamed(token.name)}
                      onClick={() => setRevoking(token)}
                    >
                      {words.revoke}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </QueryView>
      {adding && (
        <TokenForm
          onMade={(token) => {
            setMade(token);
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {revoking && (
        <DecisionDialog
          draft={`revoke.${revoking.id}`}
          title={words.revokeNamed(revoking.name)}
          text={words.revokeText}
          withoutNote
          danger
          confirm={words.revoke}
          onConfirm={() => revoke.mutateAsync(revoking.id)}
          onClose={() => setRevoking(undefined)}
        />
      )}
    </Page>
  );
}
