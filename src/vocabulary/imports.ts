export const importKinds = ['need', 'capability', 'organization', 'agreement', 'broker'] as const;
export type ImportKind = (typeof importKinds)[number];

export const importStatuses = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type ImportStatus = (typeof importStatuses)[number];
