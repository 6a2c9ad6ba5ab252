import { Launcher } from "../launcher.mjs";

export const run = () => new Launcher().run();
