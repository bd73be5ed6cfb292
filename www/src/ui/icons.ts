/** Icons as paths in a box of 24 by 24, drawn with a stroke. */
export const CLOSE = "M6 6l12 12M18 6L6 18";
export const MENU = "M4 7h16M4 12h16M4 17h16";
export const UNDO = "M9 14L4 9l5-5M4 9h10a6 6 0 010 12h-3";
export const REDO = "M15 14l5-5-5-5M20 9H10a6 6 0 000 12h3";
export const SEARCH = "M11 4a7 7 0 100 14 7 7 0 000-14zM16 16l5 5";
export const HELP = "M12 3a9 9 0 100 18 9 9 0 000-18zM9.5 9.5a2.5 2.5 0 115 0c0 1.8-2.5 2-2.5 4M12 17v.5";
export const DOWN = "M6 9l6 6 6-6";
export const COPY = "M9 9h11v11H9zM5 15H4V4h11v1";
export const PEN = "M4 20l1-5L16 4l4 4L9 19z";
