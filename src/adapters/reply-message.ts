import { isJsonObject } from '../json.js';

/**
 * What the body of a refusal says, on one line: its `message`, and its `errors`, without which
 * GitHub's "Validation Failed" and Gitea's "not found" say little.
 */
export function parseReplyMessage(data: unknown): string {
  const { message, errors } = isJsonObject(data) ? data : {};
  if (typeof message !== 'string' || message.trim() === '') return 'without a message';
  const details = Array.isArray(errors) ? errors.map(describeError) : [];
  const said = [message, details.filter((detail) => detail !== '').join('; ')];
  return renderOneLine(said.filter((part) => part !== '').join(': '));
}

/** GitHub lists texts, or objects with a message or a field and a code; Gitea texts. */
function describeError(error: unknown): string {
  if (typeof error === 'string') return error;
  const { message, field, code } = isJsonObject(error) ? error : {};
  if (typeof message === 'string') return message;
  return typeof field === 'string' && typeof code === 'string' ? `${field} ${code}` : '';
}

function renderOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
