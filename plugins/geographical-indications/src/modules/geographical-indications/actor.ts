/** Who stands behind an act on the registers, for the log that is kept for ever. */
export type RegisterActor = { type: "official" | "user" | "seed"; id: string; name: string; illustrative: boolean }
