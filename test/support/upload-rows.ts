import type { Answer, Client } from './client.ts';

/** A form with one file and some fields, as a browser sends it. */
export function aForm(
  content: string | Buffer,
  name: string,
  fields: Record<string, string> = {},
): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new Blob([content]), name);
  return form;
}

export function upload(client: Client, path: string, body: FormData, headers = {}) {
  return client.send(path, { method: 'POST', body, headers });
}

export async function uploadImport(
  client: Client,
  kind: string,
  content: string | Buffer,
  more: { name?: string; organizationId?: string } = {},
): Promise<Answer> {
  const { name = 'rows.csv', ...fields } = more;
  return upload(client, '/imports', aForm(content, name, { kind, ...fields }));
}

/** Imports rows and waits until the import ended; answers it as it is then. */
export async function importRows(
  client: Client,
  kind: string,
  content: string | Buffer,
  more: { name?: string; organizationId?: string } = {},
): Promise<Answer['body']> {
  const answer = await uploadImport(client, kind, content, more);
  if (answer.status !== 202) throw new Error(JSON.stringify(answer.body));
  return importEnded(client, answer.body.id);
}

export async function importEnded(
  client: Client,
  id: string,
  patienceMs = 18_000,
): Promise<Answer['body']> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const { body } = await client.get(`/imports/${id}`);
    if (!['queued', 'running'].includes(body.status)) return body;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error(`The import ${id} did not end in time.`);
}
