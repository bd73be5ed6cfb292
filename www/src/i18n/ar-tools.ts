/** The Arabic of the tools: corrections, exports, many articles, bringing text in. */
export const arTools = {} as const;
