/** The path from the root of plain data to a part of it: a key for each mapping, an index for each list. */
export type DataPath = readonly (string | number)[];
