/** Bytes of the longest message of the sync protocol, whatever line carries it: far over any plan, far under what would hurt. */
export const maxMessage = 4 * 1024 * 1024
