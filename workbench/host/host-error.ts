// Errors as Excel answers them: a code of Excel.ErrorCodes, a sentence, and the member where it happened.
// Codes and sentences: Microsoft, "Error handling with the application-specific JavaScript APIs".

const sentences = {
  GeneralException: 'There was an internal error while processing the request.',
  InsertDeleteConflict: 'The insert or delete operation attempted resulted in a conflict.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidReference: 'This reference is not valid for the current operation.',
  InvalidRequest: 'Cannot process the request.',
  ItemAlreadyExists: 'The resource being created already exists.',
  ItemNotFound: "The requested resource doesn't exist.",
  MergedRangeConflict:
    "Cannot complete the operation. A table can't overlap with another table, a PivotTable report, query results, merged cells, or an XML Map.",
  NonBlankCellOffSheet:
    "Microsoft Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.",
  RangeExceedsLimit: 'The cell count in the range has exceeded the maximum supported number.',
  RequestPayloadSizeLimitExceeded: 'The request payload size has exceeded the limit.',
  ResponsePayloadSizeLimitExceeded: 'The response payload size has exceeded the limit.',
  ApiNotImplementedByHost: '',
} as const;

export type HostErrorCode = keyof typeof sentences;

export class HostError extends Error {
  readonly code: HostErrorCode;
  /** The member as client code writes it, e.g. `WorksheetCollection.getItem`; the interpreter fills it in when empty. */
  readonly location: string;

  constructor(code: HostErrorCode, location = '', detail = '') {
    super(detail === '' ? sentences[code] : `${sentences[code]} ${detail}`.trim());
    this.code = code;
    this.location = location;
  }
}

/** A member that Excel may have but this host lacks; the message always holds `ApiNotImplementedByHost Class.member`. */
export function notImplemented(className: string, member: string): HostError {
  const place = `${className}.${member}`;
  return new HostError('ApiNotImplementedByHost', place, `ApiNotImplementedByHost ${place}`);
}
