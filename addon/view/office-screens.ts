/** Screens of the page 点検と設定, in the order of their tabs. */
export const tabNames = ['health', 'hand-over', 'access', 'retention', 'release', 'settings'] as const;
/** 会議の出欠 is opened by a line of the menu of its own and stands without tabs. */
export const screenNames = [...tabNames, 'attendance'] as const;
export type ScreenName = (typeof screenNames)[number];

export const isScreenName = (text: unknown): text is ScreenName => screenNames.some((name) => name === text);
