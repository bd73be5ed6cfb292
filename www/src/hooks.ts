/** Places where modules that bring text in put themselves into the way of a paste or a drop. */
export const hooks = {
  /** The text of a paste; null takes the clipboard's plain text. */
  paste: (_data: DataTransfer): string | null => null,
  /** The names of files that can be taken, for the browser's dialog. */
  accept: ".txt,.html,.htm",
  /** Takes files that were dropped or chosen. `data` is the drop itself, for folders. */
  files: async (files: File[], _data?: DataTransfer): Promise<void> => {
    const { open } = await import("./open");
    const file = files[0];
    if (file) open(await file.text(), { title: file.name });
  },
};
