/**
 * Why a report cannot be used, as a clause that follows the name of the file. It makes the verdict
 * `unknown`; it is never a number.
 */
export class ReportError extends Error {
  constructor(message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'ReportError';
  }
}
