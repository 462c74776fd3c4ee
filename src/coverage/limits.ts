/** Bytes of one report. Beyond it a report is a mistake or an attack. */
export const MAX_REPORT_BYTES = 1024 ** 3;

/** Elements or values inside each other. The deepest real format, JaCoCo with groups, needs ten. */
export const MAX_DEPTH = 64;

/** Characters without one complete element, value or line: bounds what a parser buffers. */
export const MAX_TOKEN_CHARACTERS = 64 * 1024 ** 2;

/** Lines of source, from 1 to the highest number of each file, of all reports together. */
export const MAX_LINES = 32_000_000;

/** What a file, or a name, costs of the budget of lines, so that their number is bounded too. */
export const LINES_PER_FILE = 32;
