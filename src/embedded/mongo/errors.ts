/** The server error codes that this store can answer, by MongoDB's own names. */
const errorCodes = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  Unauthorized: 13,
  TypeMismatch: 14,
  InvalidLength: 16,
  IllegalOperation: 20,
  InvalidBSON: 22,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  MaxTimeMSExpired: 50,
  DollarPrefixedFieldName: 52,
  InvalidIdField: 53,
  EmptyFieldName: 56,
  NotSingleValueField: 54,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  DocumentValidationFailure: 121,
  CommandNotSupportedOnView: 166,
  CannotIndexParallelArrays: 171,
  InvalidPipelineOperator: 168,
  ConversionFailure: 241,
  CommandNotSupported: 115,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  OutOfDiskSpace: 14031,
  Location31253: 31253,
  Location31254: 31254,
  Location40323: 40323,
  Location40324: 40324,
  Location13113: 13113,
  Location15959: 15959,
  Location15998: 15998,
  Location16020: 16020,
  Location16410: 16410,
  Location40415: 40415,
  Location40573: 40573,
  Location40601: 40601,
  Location51024: 51024,
} as const;

export type ErrorName = keyof typeof errorCodes;

/** An error that travels to the client with MongoDB's code and name. */
export class CommandError extends Error {
  readonly code: number;
  readonly codeName: string;
  readonly extra: Record<string, unknown>;

  constructor(name: ErrorName, message: string, extra: Record<string, unknown> = {}) {
    super(message);
    this.codeName = name;
    this.code = errorCodes[name];
    this.extra = extra;
  }
}

/** The error document of a failed command; anything that is not a CommandError is BadValue, the code that mingo's complaints deserve. */
export function errorReply(error: unknown): Record<string, unknown> {
  if (error instanceof CommandError) {
    return {
      ok: 0,
      errmsg: error.message,
      code: error.code,
      codeName: error.codeName,
      ...error.extra,
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { ok: 0, errmsg: message, code: errorCodes.BadValue, codeName: 'BadValue' };
}
