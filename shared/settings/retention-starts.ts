/** What the days are counted from. */
export const retentionStarts = [
  'closing',
  'received',
  'member',
  'withdrawn',
  'imported',
  'discarded',
  'cancelled',
] as const;
export type RetentionStart = (typeof retentionStarts)[number];
