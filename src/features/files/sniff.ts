import { isUtf8 } from 'node:buffer';

/** How many bytes of a file are enough to know what it is. */
export const sniffBytes = 4_100;

const magics: [type: string, offset: number, bytes: string][] = [
  ['application/pdf', 0, '%PDF-'],
  ['image/png', 0, '\x89PNG\r\n\x1A\n'],
  ['image/jpeg', 0, '\xFF\xD8\xFF'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/webp', 8, 'WEBP'],
  ['image/bmp', 0, 'BM'],
  ['image/tiff', 0, 'II*\0'],
  ['image/tiff', 0, 'MM\0*'],
  ['application/zip', 0, 'PK\x03\x04'],
  ['application/zip', 0, 'PK\x05\x06'],
  ['application/x-ole-storage', 0, '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'],
  ['application/vnd.rar', 0, 'Rar!\x1A\x07'],
  ['application/x-7z-compressed', 0, "7z\xBC\xAF'\x1C"],
  ['application/gzip', 0, '\x1F\x8B'],
  ['video/mp4', 4, 'ftyp'],
  ['audio/mpeg', 0, 'ID3'],
];

/** Containers whose content alone does not tell the kind: there the extension may choose. */
const narrower: Record<string, Record<string, string>> = {
  'application/zip': {
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ofd: 'application/ofd',
  },
  'application/x-ole-storage': {
    doc: 'application/msword',
    xls: 'application/vnd.ms-excel',
    ppt: 'application/vnd.ms-powerpoint',
    wps: 'application/vnd.ms-works',
  },
  'text/plain': { csv: 'text/csv', tsv: 'text/tab-separated-values', md: 'text/markdown' },
};

/** The media type of a file by its first bytes; its name only chooses within one container. */
export function sniff(head: Buffer, name: string): string {
  const found = magics.find(
    ([, offset, bytes]) =>
      head.subarray(offset, offset + bytes.length).toString('latin1') === bytes,
  );
  const type = found?.[0] ?? (isText(head) ? 'text/plain' : 'application/octet-stream');
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return narrower[type]?.[extension] ?? type;
}

/** Text has no control characters, and is UTF-8 up to a character cut off, or GB18030. */
function isText(head: Buffer): boolean {
  if (head.length === 0) return false;
  const control = /[\x00-\x08\x0E-\x1A\x1C-\x1F\x7F]/;
  if (control.test(head.toString('latin1'))) return false;
  return [0, 1, 2, 3].some((cut) => isUtf8(head.subarray(0, head.length - cut))) || isGb(head);
}

function isGb(head: Buffer): boolean {
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
