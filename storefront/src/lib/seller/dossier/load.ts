import "server-only";
import { sellerDoor } from "@/lib/door/doors";
import { callDoor, loadDoor } from "@/lib/door/session";
import { type Sheet } from "@/lib/dossier/sheet";
import { readSheet, sheetAnswer } from "@/lib/dossier/sheet-answer";
import { type Dossier, dossierAnswer, dossiersAnswer, optionsAnswer } from "@/lib/dossier/types";

/** What the producer's pages read of dossiers. `here` is the page to come back to after a login. */
export const loadDossiers = (here: string) =>
  loadDoor(sellerDoor, { path: "/seller/dossiers", query: { limit: 100 }, schema: dossiersAnswer, here });

export const loadDossierOptions = (here: string) => loadDoor(sellerDoor, { path: "/seller/dossiers/options", schema: optionsAnswer, here });

export async function loadDossier(id: string, here: string): Promise<Dossier> {
  return (await loadDoor(sellerDoor, { path: `/seller/dossiers/${encodeURIComponent(id)}`, schema: dossierAnswer, here })).dossier;
}

export async function loadOwnSheet(id: string, here: string): Promise<Sheet> {
  return readSheet(await loadDoor(sellerDoor, { path: `/seller/dossiers/${encodeURIComponent(id)}/criteria`, schema: sheetAnswer, here }));
}

/** For the line on the first page: how many dossiers wait for the producer; 0 when that is not to be had. */
export async function waitingDossiers(here: string): Promise<number> {
  const answer = await callDoor(sellerDoor, { path: "/seller/dossiers", query: { limit: 100 }, schema: dossiersAnswer, here });
  return answer.ok ? answer.data.dossiers.filter((dossier) => dossier.state !== "draft" && dossier.acts.includes("submit")).length : 0;
}
