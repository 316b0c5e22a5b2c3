/** Screens of the page 点検と設定, in the order of their tabs. */
export const screenNames = ['health', 'hand-over', 'access', 'retention', 'settings'] as const;
export type ScreenName = (typeof screenNames)[number];

export const isScreenName = (text: unknown): text is ScreenName => screenNames.some((name) => name === text);
