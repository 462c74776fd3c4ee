/** Bytes of one report. Beyond it a report is a mistake or an attack. */
export const MAX_REPORT_BYTES = 1024 ** 3;

/** Elements or values inside each other. The deepest real format, JaCoCo with groups, needs ten. */
export const MAX_DEPTH = 64;

/** Characters without one complete element, value or line: bounds what a parser buffers. */
export const MAX_TOKEN_CHARACTERS = 64 * 1024 ** 2;

/** Lines of code of all reports together; also the highest number that a line can have. */
export const MAX_LINES = 32_000_000;

/**
 * What is held costs room, so that the memory that reports take is bounded whatever they are made
 * of: a line of code the most, so that there is room for no more than `MAX_LINES` of them.
 */
export const ROOM = {
  line: 16,
  /** A line of source up to the highest that is known, code or not. */
  sourceLine: 1,
  /** A named branch, statement or function. */
  unit: 12,
  /** The unnamed branches of a line. */
  tally: 48,
  file: 1024,
  name: 128,
} as const;
