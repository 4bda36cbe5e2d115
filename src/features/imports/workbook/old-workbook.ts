import { SourceError } from '../source.ts';

/** The name of the stream that holds a workbook under a password (MS-OFFCRYPTO 1.3.2). */
const encrypted = Buffer.from('EncryptedPackage', 'utf16le');

/** A compound file is an `.xls`, or an `.xlsx` under a password: says which. */
export async function refuseOldWorkbook(bytes: AsyncIterable<Buffer>): Promise<never> {
  let carried = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const text = Buffer.concat([carried, chunk]);
    if (text.includes(encrypted)) {
      throw new SourceError(
        'encrypted_workbook',
        'The workbook is under a password: save it without one and upload that.',
      );
    }
    carried = text.subarray(-encrypted.length);
  }
  throw new SourceError(
    'unsupported_workbook',
    'This is an old spreadsheet file (.xls): save it as .xlsx or CSV and upload that.',
  );
}
