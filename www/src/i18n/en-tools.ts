/** The English of the tools: corrections, exports, many articles, bringing text in. */
import type { arTools } from "./ar-tools";
import type { Message } from "./index";

export const enTools: Record<keyof typeof arTools, Message> = {};
