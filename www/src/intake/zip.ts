/** The parts of the ZIP library that are used, so that the bundle holds no more. Imported only once an archive comes. */
export { strFromU8, unzipSync } from "fflate";
