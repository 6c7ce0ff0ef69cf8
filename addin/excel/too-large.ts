// Excel on the web refuses answers above 5 MB: then less is asked for at once.
export function isTooLarge(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && error.code === 'ResponsePayloadSizeLimitExceeded';
}
