/** Who stands in the logs for what the seeding wrote. */
export const SEED_ACTOR = { type: "seed" as const, id: "seed", name: "Dữ liệu minh hoạ", illustrative: true }
