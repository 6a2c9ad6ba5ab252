import { Launcher } from "../launcher.mjs";
import { ProductionHouse } from "../production-house.mjs";

/** `--production-shape`: the house that `npm test -- redis` is run against. */
export const run = (args = []) => new Launcher(args.includes("--production-shape") ? { shape: ProductionHouse } : {}).run();
