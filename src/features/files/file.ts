import type { Stored } from '../../store/stored.ts';

/** What a file belongs to, and so who sees it: the participants of that subject. */
export interface Attachment {
  kind: string;
  id: string;
  organizationIds: string[];
  /** Districts whose bureau sees the subject. */
  districts: string[];
  userIds: string[];
}

/** A stored file; its content lies beside, under the same id. */
export interface StoredFile extends Stored {
  /** Safe to show and to save under. */
  name: string;
  /** Media type as sniffed from the content; what the uploader said is not kept. */
  type: string;
  bytes: number;
  sha256: string;
  uploadedBy: string;
  district: string;
  attachments: Attachment[];
  /** Since when nothing has taken it up; gone once it is attached. */
  freeSince?: Date | undefined;
}

/** A file that nothing took up within this time is swept. */
export const unattachedForMs = 24 * 60 * 60 * 1000;

const unsafe =
  /\p{Surrogate}|[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF<>:"|?*\\/]/gu;
const longest = 150;

/** A client's file name made harmless: no path, no control or direction marks, bounded length. */
export function safeName(given: string): string {
  const base = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = base.replace(unsafe, '_').replace(/^[.\s]+|[.\s]+$/g, '');
  if (clean === '') return 'file';
  const letters = [...clean];
  if (letters.length <= longest) return clean;
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(clean)?.[0] ?? '';
  return letters.slice(0, longest - extension.length).join('') + extension;
}

/** `Content-Disposition` of a download: an ASCII name for old clients, RFC 5987 for the rest. */
export function dispositionOf(name: string): string {
  const ascii = name.replace(/[^\x20-\x7E]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
