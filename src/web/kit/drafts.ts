const prefix = 'daqiao.draft.';
/** Whose drafts this browser keeps: whoever signed in last, nobody after a sign-out. */
export const ownerKey = 'daqiao.person';

const keyOf = (personId: string, name: string) => `${prefix}${personId}.${name}`;

export function readDraft<T>(personId: string, name: string): T | undefined {
  try {
    const text = localStorage.getItem(keyOf(personId, name));
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

export function keepDraft(personId: string, name: string, draft: object): void {
  try {
    // A form that leaves the page after its person did must not bring anything back.
    if (localStorage.getItem(ownerKey) !== personId) return;
    localStorage.setItem(keyOf(personId, name), JSON.stringify(draft));
  } catch {
    // A full or forbidden storage must not keep anybody from typing.
  }
}

export function dropDraft(personId: string, name: string): void {
  try {
    localStorage.removeItem(keyOf(personId, name));
  } catch {
    // Nothing was kept, then.
  }
}

const draftKeys = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix));

export const countDrafts = (personId: string): number =>
  draftKeys().filter((key) => key.startsWith(keyOf(personId, ''))).length;

/** Somebody uses this browser: what others typed in it and left is nothing for them. */
export function enterDrafts(personId: string): void {
  for (const key of draftKeys()) {
    if (!key.startsWith(keyOf(personId, ''))) localStorage.removeItem(key);
  }
  localStorage.setItem(ownerKey, personId);
}

/** A person signs out, in every tab of this browser. */
export function leaveDrafts(): void {
  localStorage.setItem(ownerKey, '');
  for (const key of draftKeys()) localStorage.removeItem(key);
}
