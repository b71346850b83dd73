/** What the portal accepts, in bytes. */
export const LIMIT = 204_800;
